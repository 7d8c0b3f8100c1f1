import Foundation
import StandIns
import TestSupport
import Testing

/// What was written before the desk began: measured, and never due, drafted or announced.
@Suite struct `History that is brought in` {
    private static let words = [
        "@silberbahn Der Zug nach Ostermünde ist ausgefallen. Was nun?", "@silberbahn Wo ist mein Koffer geblieben?",
        "@silberbahn Seit einer Stunde keine Durchsage, das ist eine Frechheit!",
        "@silberbahn Danke an die Zugbegleiterin im RE 7, großartig.",
        "@silberbahn My ticket was charged twice, please help.",
    ]

    /// Unanswered posts to the brand, one every two hours until a minute before the desk's present.
    private func archive(rows: Int, until now: Int64) throws -> Data {
        var lines = Data()
        for row in 0..<rows {
            let at = Date(timeIntervalSince1970: TimeInterval(now - 60 - Int64(rows - 1 - row) * 7_200))
            let post = try Lines.post(
                "alt-\(row)", by: "u\(row % 700)", at: at.formatted(.iso8601), Self.words[row % Self.words.count])
            // Without a network a post is one of the account's own.
            lines += Data(post.replacing("\"network\":\"facebook\",", with: "").utf8)
        }
        return lines
    }

    @Test(.timeLimit(.minutes(3))) func `brings five thousand posts, no draft, no notice and no mail`() async throws {
        let server = try OurServer()
        defer { server.stop() }
        let sink = try SMTPSink()
        defer { sink.stop() }
        try await AntwortCommand.withHome { antwort in
            let desk = try SocialDesk(
                antwort, at: server,
                alerts: ["- {name: mail, kind: email, url: \"\(sink.url)\", from: a@example.org, to: [b@example.org]}"])
            let file = antwort.home.appending(path: "archive.jsonl")
            try archive(rows: 5_000, until: server.server.now).write(to: file)
            let imported = try await desk.run(
                "import", file.path, "--format", "antwort-posts", "--account", "social", "--json")
            #expect(imported.status == 0, "\(imported.complaints)")
            #expect(try imported.summary["new"] == 5_000)
            #expect(try imported.summary["drafts"].int ?? 0 == 0)
            #expect(try await desk.run("conversations", "list", "--json").json.count == 5_000)

            for _ in 0..<3 {
                let watched = try await desk.run("watch", "--json")
                #expect(watched.status == 0, "\(watched.complaints)")
                #expect(try watched.summary["drafts"] == 0)
                #expect(try watched.summary["alerts"] == 0)
                server.wait(seconds: 3_600)
            }
            #expect(try await desk.drafts().isEmpty)
            #expect(try await desk.run("alerts", "list", "--json").json.isEmpty)
            #expect(try await desk.run("sla", "list", "--json").json.isEmpty)
            #expect(sink.mails.isEmpty)

            // The same desk is awake: what is written now is drafted, and announced when it is late.
            _ = try await server.post("@silberbahn Fährt der RE 7 heute noch?", by: "nele@bahn.example")
            #expect(try await desk.run("watch", "--json").summary["drafts"] == 1)
            server.wait(seconds: 3_600)
            #expect(try await desk.run("watch", "--json").summary["alerts"] == 1)
            #expect(sink.mails.count == 1)
        }
    }

    @Test func `on a server, from before the account was served, is read and left alone`() async throws {
        let server = try OurServer()
        defer { server.stop() }
        let present = server.server.memory
        server.wait(seconds: -40 * 86_400)
        for row in 0..<120 {
            _ = try await server.post(Self.words[row % 3], by: "u\(row)@bahn.example")
            server.wait(seconds: 7_000)
        }
        #expect(server.server.now < 1_772_323_200, "all of it is older than live_since")
        server.wait(seconds: present.now - server.server.now)
        try await AntwortCommand.withHome { antwort in
            let desk = try SocialDesk(antwort, at: server)
            let watched = try await desk.run("watch", "--json")
            #expect(watched.status == 0, "\(watched.complaints)")
            #expect(try watched.summary["drafts"] == 0)
            #expect(try await desk.run("sla", "list", "--json").json.isEmpty)
            #expect(try await desk.drafts().isEmpty)
        }
    }
}
