import Connectors
import Dialogue
import Foundation
import ServiceHours
import StandIns
import Testing
import Transfers

@Suite struct `A Mastodon server on loopback` {
    private static let start = MastodonWorld.now.seconds

    @Test("nothing is missed and nothing is told twice, run after run", arguments: MastodonStandInKind.allCases)
    func runs(kind: MastodonStandInKind) async throws {
        let server = try MastodonStandIn(kind, now: Self.start)
        defer { server.stop() }
        var shell = MastodonShell(server)
        try await shell.poll()
        #expect(shell.stored.isEmpty)

        // A thread that the brand did not begin, and one that it did.
        let strange = server.post("Der Zug steht.", by: "nele@bahn.example", name: "Nele")
        let mention = server.post("@silberbahn wann geht es weiter?", by: "torben@bahn.example", to: strange)
        let own = server.brandPosts("Die S3 steht in Hollerau.")
        let bare = server.post("Wie lange noch?", by: "svenja")
        let below = server.post("Und wie lange noch?", by: "svenja", to: own)
        server.notify("follow", about: own)
        try await shell.poll()
        #expect(Set(shell.stored.keys) == Set([strange, mention, own].map(MastodonWorld.key)))
        #expect(shell.post(mention)?.parent == strange)
        #expect(shell.post(mention)?.mentions.contains("silberbahn") == true)
        #expect(shell.post(own)?.author.handle == "silberbahn")
        #expect(shell.post(bare) == nil)

        // A quarter of an hour later the reply that names nobody is found below the own post.
        server.wait(seconds: 900)
        try await shell.poll()
        #expect(shell.post(below)?.author.handle == "svenja")

        server.wait(seconds: 60)
        try await shell.poll()
        #expect(shell.commits == 0)
        #expect(shell.requests <= 3)
    }

    @Test(
        "more news than a page holds",
        arguments: [(MastodonStandInKind.mastodon, 250), (.goToSocial, 250), (.snac, 60)])
    func manyNews(kind: MastodonStandInKind, count: Int) async throws {
        let server = try MastodonStandIn(kind, now: Self.start)
        defer { server.stop() }
        var shell = MastodonShell(server)
        server.post("@silberbahn erste", by: "nele")
        try await shell.poll()
        let wanted = (0..<count).map { number in
            if number % 10 == 0 { server.wait(seconds: 400) }
            return server.post("@silberbahn \(number)", by: "kunde\(number % 7)@bahn.example")
        }
        try await shell.poll()
        #expect(Set(wanted.map(MastodonWorld.key)).isSubset(of: Set(shell.stored.keys)))
        #expect(shell.stored.count == count + 1)
        #expect(shell.reports == count)
        try await shell.poll()
        #expect(shell.reports == 0)
    }

    @Test("a first reading goes back to where history begins", arguments: [MastodonStandInKind.mastodon, .goToSocial])
    func history(kind: MastodonStandInKind) async throws {
        let server = try MastodonStandIn(kind, now: Self.start)
        defer { server.stop() }
        for number in 0..<300 {
            server.wait(seconds: 100)
            server.post("@silberbahn \(number)", by: "nele")
        }
        var shell = MastodonShell(server)
        // 161 are younger; the page with the last of them is the third.
        shell.liveSince = shell.now - 101 * 161
        try await shell.poll()
        #expect(shell.stored.count == 240)
        #expect(shell.texts.last == "@silberbahn 299")
    }

    @Test("a reading that is interrupted after any number of requests goes on without a gap", arguments: 1...14)
    func interrupted(budget: Int) async throws {
        let server = try MastodonStandIn(now: Self.start)
        defer { server.stop() }
        var wanted: [String] = []
        for number in 0..<170 {
            let root = server.post("Zug \(number)", by: "nele")
            if number % 20 == 0 { wanted.append(root) }
            wanted.append(
                server.post("@silberbahn \(number)", by: "torben@bahn.example", to: number % 20 == 0 ? root : nil))
            server.wait(seconds: 200)
        }
        var shell = MastodonShell(server)
        for run in 0..<20 {
            try await shell.poll(budget: budget + (run > 8 ? 3 : 0))
            if run == 3 { wanted.append(server.post("@silberbahn dazwischen", by: "nele")) }
        }
        #expect(Set(shell.stored.keys) == Set(wanted.map(MastodonWorld.key)))
    }

    @Test func `the post at the cursor is deleted between two runs`() async throws {
        for kind in MastodonStandInKind.allCases {
            let server = try MastodonStandIn(kind, now: Self.start)
            defer { server.stop() }
            var shell = MastodonShell(server)
            server.post("@silberbahn eins", by: "nele")
            let second = server.post("@silberbahn zwei", by: "nele")
            try await shell.poll()
            server.delete(second)
            let third = server.post("@silberbahn drei", by: "nele")
            try await shell.poll()
            #expect(shell.post(third) != nil)
            #expect(shell.reports == 1)
        }
    }

    @Test("edits and deletions of open waits are seen", arguments: MastodonStandInKind.allCases)
    func rereading(kind: MastodonStandInKind) async throws {
        let server = try MastodonStandIn(kind, now: Self.start)
        defer { server.stop() }
        var shell = MastodonShell(server)
        let ids = (0..<25).map { server.post("@silberbahn Frage \($0)", by: "nele") }
        try await shell.poll()
        try await shell.poll(rereading: ids)
        #expect(shell.reports == 0)
        #expect(shell.requests == (kind == .mastodon ? 4 : 28))

        server.edit(ids[3], to: "@silberbahn Frage drei, richtig")
        server.delete(ids[7])
        try await shell.poll(rereading: ids)
        #expect(shell.reports == 2)
        #expect(shell.post(ids[3])?.text == "@silberbahn Frage drei, richtig")
        #expect(shell.post(ids[3])?.editedAt == Instant(seconds: server.now))
        #expect(shell.deleted == [MastodonWorld.key(ids[7])])

        // With a small reach every post has its turn all the same.
        for id in ids where !shell.deleted.contains(MastodonWorld.key(id)) {
            server.edit(id, to: "@silberbahn neu \(id)")
        }
        let open = ids.filter { $0 != ids[7] }
        for _ in 0..<4 { try await shell.poll(rereading: open, reach: .init(rereads: 8)) }
        #expect(open.allSatisfy { shell.post($0)?.text.contains("neu") == true })
    }

    @Test func `private words keep their visibility`() async throws {
        let server = try MastodonStandIn(now: Self.start)
        defer { server.stop() }
        var shell = MastodonShell(server)
        let expected = Dictionary(
            uniqueKeysWithValues: Visibility.allCases.map { visibility in
                (server.post("@silberbahn \(visibility)", by: "nele", visibility: visibility.rawValue), visibility)
            })
        try await shell.poll()
        for (id, visibility) in expected { #expect(shell.post(id)?.visibility == visibility) }
    }

    @Test func `an answer given in the platform's own app is read with what it answers`() async throws {
        let server = try MastodonStandIn(now: Self.start)
        defer { server.stop() }
        var shell = MastodonShell(server)
        try await shell.poll()
        let question = server.post("Faehrt die S3 heute?", by: "nele@bahn.example")
        let answer = server.brandPosts("@nele@bahn.example Ja, ab zehn.", to: question)
        try await shell.poll()
        #expect(shell.post(answer)?.parent == question)
        #expect(shell.post(question) != nil)
        #expect(shell.post(answer)?.text == "@nele@bahn.example Ja, ab zehn.")
    }

    @Test func `an own post that is deleted in the app is noticed`() async throws {
        let server = try MastodonStandIn(now: Self.start)
        defer { server.stop() }
        var shell = MastodonShell(server)
        let own = server.brandPosts("Alle Zuege fahren.")
        try await shell.poll()
        server.delete(own)
        server.wait(seconds: 700)
        try await shell.poll()
        #expect(shell.deleted == [MastodonWorld.key(own)])
    }

    @Test func `a limit is kept, and reading goes on when it is over`() async throws {
        let server = try MastodonStandIn(now: Self.start)
        defer { server.stop() }
        var shell = MastodonShell(server)
        for number in 0..<200 { server.post("@silberbahn \(number)", by: "nele") }
        server.allow(requests: 13, until: server.now + 300)
        try await shell.poll()
        #expect(shell.pause == shell.now + 300)
        #expect(shell.requests == 3, "some of the allowance is left for publishing")
        #expect(shell.stored.count < 200)
        server.wait(seconds: 300)
        try await shell.poll()
        #expect(shell.stored.count == 200)
        #expect(!server.requests.isEmpty)
    }

    @Test func `a token that is not valid any more is a matter of credentials`() async throws {
        let server = try MastodonStandIn(now: Self.start)
        defer { server.stop() }
        var shell = MastodonShell(server)
        try await shell.poll()
        server.revokeToken()
        let error = await #expect(throws: ConnectorError.self) { try await shell.poll() }
        #expect(error?.code == .credentials)
        let words = "\(String(describing: error))"
        #expect(!words.contains(MastodonStandIn.token))
    }

    @Test(
        "what breaks on the way costs time, not posts",
        arguments: [
            Fault.closeBeforeAnswer, .garbage, .cut(afterBytes: 700), .reset(afterBytes: 300),
            .answer(StandInAnswer(status: 502, text: "<html>Bad Gateway</html>")),
            .answer(StandInAnswer(text: "<html>")),
            .answer(StandInAnswer(text: "[{\"id\":\"1\"")),
        ])
    func faults(fault: Fault) async throws {
        let server = try MastodonStandIn(now: Self.start)
        defer { server.stop() }
        var shell = MastodonShell(server)
        for number in 0..<100 { server.post("@silberbahn \(number)", by: "nele") }
        for request in 1...8 {
            server.follow(FaultPlan([.init(method: "GET", occurrences: request...request, [fault])]))
            _ = try? await shell.poll()
        }
        server.follow(.none)
        try await shell.poll()
        #expect(shell.stored.count == 100)
    }
}
