import Connectors
import Dialogue
import Foundation
import HTTPTypes
import ServiceHours
import StandIns
import TestSupport
import Testing
import Transfers

@Suite struct `Publishing to a Mastodon server` {
    private let publish = MastodonPublish(facts: MastodonWorld.facts, host: "social.example")

    private func target(
        _ id: String = "1161", handle: String? = "nele@bahn.example", visibility: Visibility = .public
    ) -> MastodonPublish.Target {
        .init(remoteID: id, handle: handle, visibility: visibility)
    }

    @Test func `a frozen reply is the same bytes every time`() throws {
        let reply = try MastodonWorld.approved(
            "@nele@bahn.example Gru\u{308}ße \"zurück\" \\ ja\n\nIhre Silberbahn\tgrüßt")
        let frozen = try publish.freeze(reply, answering: target(), key: "3f2c", language: "de")
        #expect(frozen.method == "POST")
        #expect(frozen.path == "/api/v1/statuses")
        #expect(frozen.key == "3f2c")
        #expect(
            String(decoding: frozen.body, as: UTF8.self)
                == #"{"in_reply_to_id":"1161","language":"de","status":"@nele@bahn.example Grüße \"zurück\" \\ ja\n\nIhre Silberbahn\u0009grüßt","visibility":"public"}"#
        )
        let object = try JSONSerialization.jsonObject(with: Data(frozen.body)) as? [String: String]
        #expect(object?["status"] == reply.draft.body.text)
        #expect(try publish.freeze(reply, answering: target(), key: "3f2c", language: "de") == frozen)

        let request = MastodonPublish.request(frozen)
        #expect(request.method == .post)
        #expect(request.headers[HTTPField.Name("Idempotency-Key")!] == "3f2c")
        #expect(request.headers[.contentType] == "application/json")
        #expect(request.headers[.authorization] == nil)
    }

    @Test(
        "a reply is never more visible than what it answers",
        arguments: [
            (Visibility.public, Visibility.public, Visibility.public), (.public, .unlisted, .unlisted),
            (.public, .direct, .direct), (.unlisted, .public, .unlisted), (.unlisted, .unlisted, .unlisted),
            (.private, .public, .direct), (.direct, .public, .direct), (.direct, .unlisted, .direct),
        ])
    func visibility(parent: Visibility, preferred: Visibility, expected: Visibility) throws {
        #expect(MastodonPublish.visibility(answering: parent, preferred: preferred) == expected)
        let frozen = try publish.freeze(
            MastodonWorld.approved("@nele@bahn.example ja"), answering: target(visibility: parent), key: "k",
            preferred: preferred,
            language: nil)
        #expect(String(decoding: frozen.body, as: UTF8.self).contains(#""visibility":"\#(expected.rawValue)""#))
    }

    @Test(
        "who is answered must be named",
        arguments: [
            ("@nele@bahn.example ja", "nele@bahn.example", true),
            ("Ja, @Nele@Bahn.Example!", "nele@bahn.example", true),
            ("ja", "nele@bahn.example", false), ("@nele ja", "nele@bahn.example", false),
            ("@nele@other.example ja", "nele@bahn.example", false), ("@ulf ja", "ulf", true),
            ("@ulf@social.example ja", "ulf", true), ("@ulf@bahn.example ja", "ulf", false), ("@ulfi ja", "ulf", false),
        ])
    func names(text: String, handle: String, isSound: Bool) {
        let fault = publish.fault(of: text, answering: target(handle: handle))
        #expect(fault == (isSound ? nil : .namesNobody(handle: handle)))
    }

    @Test func `an empty or too long text is refused before anything is sent`() throws {
        #expect(publish.fault(of: " \n", answering: target()) == .empty)
        let long = "@nele@bahn.example " + String(repeating: "ü", count: 495)
        #expect(publish.fault(of: long, answering: target()) == .tooLong(ReplyLength(used: 501, limit: 500)))
        #expect(publish.fault(of: String(long.dropLast()), answering: target()) == nil)
    }

    // MARK: - Answers

    @Test func `the answer to a reply gives its id, address and time`() throws {
        let body = try MastodonWorld.fixture("status-reply-created")
        #expect(
            MastodonPublish.reading(MastodonWorld.answer(), body: body, wantedParent: "116160000000000001")
                == .reply(
                    SentReply(
                        remoteID: "116160500000000001", url: "https://social.example/@silberbahn/116160500000000001",
                        at: Instant(rfc3339: "2026-03-02T10:00:07Z"))))
    }

    @Test(
        "a yes that is no reply to the wanted post is no success",
        arguments: [
            #"{"id":"9","in_reply_to_id":null,"created_at":"2026-03-02T10:00:07Z"}"#, #"{"id":"9"}"#,
            #"{"id":"9","in_reply_to_id":"2"}"#, #"{"in_reply_to_id":"1"}"#, #"{"id":"","in_reply_to_id":"1"}"#,
            #"{"id":null,"in_reply_to_id":"1"}"#, "", "<html>ok</html>", "[]", #"{"id":"9","in_reply_to_id":"1""#,
        ])
    func noReply(body: String) {
        #expect(
            MastodonPublish.reading(MastodonWorld.answer(), body: Data(body.utf8), wantedParent: "1") == .nothing)
    }

    @Test func `ids may be numbers`() {
        let body = Data(#"{"id":9,"in_reply_to_id":1}"#.utf8)
        #expect(
            MastodonPublish.reading(MastodonWorld.answer(), body: body, wantedParent: "1")
                == .reply(SentReply(remoteID: "9", url: nil, at: nil)))
    }

    @Test func `a refusal carries the words of the server, which decide nothing`() throws {
        let body = try MastodonWorld.fixture("error-422-german")
        #expect(
            MastodonPublish.reading(MastodonWorld.answer(422), body: body, wantedParent: "1")
                == .refusal(.plain, words: "Validierung fehlgeschlagen: Text ist zu lang"))
        for status in [400, 401, 403, 404, 410, 413, 422, 429] {
            let odd = Data(#"{"error":"Status is a duplicate\u001b[2J, 500, token expired"}"#.utf8)
            guard
                case .refusal(.plain, let words) = MastodonPublish.reading(
                    MastodonWorld.answer(status), body: odd, wantedParent: "1")
            else {
                Issue.record("status \(status)")
                continue
            }
            #expect(!words.contains("\u{1B}"))
        }
        #expect(MastodonPublish.reading(MastodonWorld.answer(500), body: body, wantedParent: "1") == .nothing)
        #expect(
            MastodonPublish.reading(MastodonWorld.answer(404), body: Data(), wantedParent: "1")
                == .refusal(.plain, words: ""))
    }

    // MARK: - Against a server

    @Test("one approval is one post where the server recognises the key", arguments: MastodonStandInKind.allCases)
    func twice(kind: MastodonStandInKind) async throws {
        let server = try MastodonStandIn(kind, now: MastodonWorld.now.seconds)
        defer { server.stop() }
        let shell = MastodonShell(server)
        let question = server.post("@silberbahn Wann?", by: "nele@bahn.example")
        let frozen = try publish.freeze(
            MastodonWorld.approved("@nele@bahn.example Um zehn."), answering: target(question), key: "k1",
            language: "de")
        for _ in 0..<2 {
            let answer = await shell.send(frozen, parent: question)
            guard case .accepted(let reply) = PublishOutcome(of: answer) else {
                Issue.record("\(answer)")
                return
            }
            #expect(server.posts.contains { $0.id == reply.remoteID && $0.parent == question })
        }
        #expect(server.commits == (kind == .mastodon ? 1 : 2))
    }

    @Test(
        "a look finds the reply whatever became of the answer", arguments: MastodonStandInKind.allCases,
        [
            Fault.closeBeforeAnswer, .cut(afterBytes: 20), .answer(StandInAnswer(status: 503, text: "")), .garbage,
            .ignore,
        ])
    func readBack(kind: MastodonStandInKind, fault: Fault) async throws {
        let server = try MastodonStandIn(kind, now: MastodonWorld.now.seconds)
        defer { server.stop() }
        var shell = MastodonShell(server)
        let question = server.post("@silberbahn Wann, und warum @ulf?", by: "nele@bahn.example")
        try await shell.poll()
        let wording = ContentHash(of: try #require(shell.post(question)).text)
        let text =
            "@nele@bahn.example Um zehn, wie @ulf@zug.example sagt:\n\nhttps://silberbahn.example/erstattung/formular/lang?a=1&b=2 <3"
        let frozen = try publish.freeze(
            MastodonWorld.approved(text), answering: target(question), key: "k1", language: "de")
        let opened = shell.now
        let matcher = ReplyMatcher(
            author: try #require(server.accountID("silberbahn")), target: question, text: text, openedAt: opened)

        let account = try #require(server.accountID("silberbahn"))
        let before = try await shell.look(at: question, by: account, since: opened)
        #expect(before == TargetSight(target: .standing(wording), replies: [], isComplete: true))

        server.follow(FaultPlan([.init(method: "POST", occurrences: 1...1, [fault])]))
        let outcome = PublishOutcome(of: await shell.send(frozen, parent: question))
        #expect([.unclear, .acceptedNoID].contains(outcome))

        server.brandPosts("@nele@bahn.example Etwas anderes.", to: question)
        server.brandPosts(text)
        let after = try await shell.look(at: question, by: account, since: opened)
        let matches = matcher.matches(among: after.replies, at: shell.now)
        #expect(after.isComplete)
        #expect(matches.same.count == server.commits)
        #expect(server.commits == (fault.isBeforeHandler ? 0 : 1))
        #expect(matches.near.count == 1)
        if let found = matches.same.first {
            #expect(server.posts.first { $0.id == found.remoteID }?.text == text)
            let bound = try await shell.look(at: question, by: account, since: opened, bound: [found.remoteID])
            #expect(matcher.matches(among: bound.replies, at: shell.now).same.isEmpty)
        }
    }

    @Test func `a look sees that the post was edited or is gone`() async throws {
        let server = try MastodonStandIn(now: MastodonWorld.now.seconds)
        defer { server.stop() }
        let shell = MastodonShell(server)
        let question = server.post("@silberbahn Wann?", by: "nele@bahn.example")
        server.edit(question, to: "@silberbahn Wann denn?")
        #expect(
            try await shell.look(at: question, since: shell.now).target
                == .standing(ContentHash(of: "@silberbahn Wann denn?")))
        server.brandPosts("@nele@bahn.example Um zehn.", to: question)
        server.delete(question)
        let sight = try await shell.look(at: question, since: shell.now)
        #expect(sight.target == .gone)
        #expect(sight.isComplete)
        #expect(sight.replies.count == 1, "the own posts still show it")
    }

    @Test("a look that met trouble is not complete", arguments: 1...3)
    func incomplete(request: Int) async throws {
        let server = try MastodonStandIn(now: MastodonWorld.now.seconds)
        defer { server.stop() }
        let shell = MastodonShell(server)
        let question = server.post("@silberbahn Wann?", by: "nele@bahn.example")
        for fault in [
            Fault.garbage, .cut(afterBytes: 1), .answer(StandInAnswer(status: 500)),
            .answer(StandInAnswer(text: "<html>")),
            .answer(StandInAnswer(status: 401)),
            .answer(StandInAnswer(status: 429, headers: [("Retry-After", "77")])),
        ] {
            server.follow(FaultPlan([.init(method: "GET", occurrences: request...request, [fault])]))
            let sight = try await shell.look(at: question, since: shell.now)
            #expect(!sight.isComplete)
            if case .answer(let answer) = fault, answer.status == 429 { #expect(sight.retryAfter == 77) }
        }
    }

    @Test func `a look reads own posts back to the attempt, page by page`() async throws {
        let server = try MastodonStandIn(now: MastodonWorld.now.seconds)
        defer { server.stop() }
        let shell = MastodonShell(server)
        let question = server.post("@silberbahn Wann?", by: "nele@bahn.example")
        let opened = shell.now
        let reply = server.brandPosts("@nele@bahn.example Um zehn.", to: question)
        for number in 0..<100 { server.brandPosts("Zug \(number)") }
        // The thread is not shown, so only the list of own posts is left.
        server.follow(FaultPlan([.init(method: "GET", occurrences: 2...2, [.garbage])]))
        let sight = try await shell.look(at: question, since: opened)
        #expect(sight.replies.map(\.remoteID) == [reply])
        #expect(!sight.isComplete)
    }
}

extension Fault {
    fileprivate var isBeforeHandler: Bool {
        if case .ignore = self { true } else { false }
    }
}
