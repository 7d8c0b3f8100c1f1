import Foundation
import StandIns
import TestSupport
import Testing

/// From a mention to the answer in its thread: the whole way, with the program and a server.
@Suite struct `The first approved reply` {
    /// The instant of ``AntwortCommand/friday``.
    private static let friday: Int64 = 1_772_811_600

    private func desk(_ antwort: AntwortCommand, at server: MastodonStandIn, smtp: String? = nil) throws {
        let token = antwort.home.appending(path: "social.token")
        try Data((MastodonStandIn.token + "\n").utf8).write(to: token)
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: token.path)
        var text = """
            brand: Silberbahn
            language: de
            register: sie
            calendars:
              service: {hours: "Mo-Fr 06:00-22:00; Sa-Su 10:00-22:00", timezone: Europe/Berlin}
            targets:
              - {name: standard, calendar: service, first_response: 30m, next_response: 1h, warn_at: [50%, 80%]}
            accounts:
              - name: social
                platform: mastodon
                url: \(server.url)
                handle: "@silberbahn"
                token_file: social.token
            sources:
              - {name: social, account: social, kind: api, live_since: 2026-03-01T00:00:00Z}

            """
        if let smtp {
            text += """
                alerts:
                  channels:
                    - {name: mail, kind: email, url: "\(smtp)", from: antwort@example.org, to: [dienst@example.org]}

                """
        }
        try Data(text.utf8).write(to: antwort.home.appending(path: "antwort.yaml"))
    }

    private func run(
        _ antwort: AntwortCommand, _ words: String..., now: String = AntwortCommand.friday
    ) async throws -> ProgramRun.Outcome {
        try await antwort.bare(
            words: words + [
                "--config", antwort.home.appending(path: "antwort.yaml").path, "--now", now, "--templates",
                ProjectFiles.root.appending(path: "templates").path,
            ])
    }

    @Test func `goes from mention to draft to a name to the thread, once`() async throws {
        let server = try MastodonStandIn(now: Self.friday - 300)
        defer { server.stop() }
        let question = server.post(
            "@silberbahn Seit 45 Minuten stehe ich in der Kälte und keiner sagt was.", by: "kathrin@bahn.example")
        server.wait(seconds: 300)
        try await AntwortCommand.withHome { antwort in
            try desk(antwort, at: server)
            let watched = try await run(antwort, "watch", "--json")
            #expect(watched.status == 0, "\(watched.complaints)")
            #expect(try watched.summary["new"] == 1)
            #expect(try watched.summary["drafts"] == 1)

            let draft = try #require(try await run(antwort, "drafts", "list", "--json").json.first)
            let id = try #require(draft["id"].string)
            let hash = try #require(draft["hash"].string)
            let text = try #require(draft["text"].string)
            #expect(text.contains("@kathrin@bahn.example"))
            #expect(draft["state"] == "proposed")

            #expect(try await run(antwort, "status", "--json").json.first?["drafts"] == 1)

            // Nothing is said that nobody approved.
            #expect(try await run(antwort, "publish", "--json").summary["sent"] == 0)
            #expect(server.commits == 0)

            let wrong = try await run(
                antwort, "drafts", "approve", id, "--expect", String(repeating: "0", count: 64), "--as", "Anna",
                "--json")
            #expect(wrong.status == 65)
            #expect(try wrong.json.first?["hash"].string == hash)

            let approved = try await run(antwort, "drafts", "approve", id, "--expect", hash, "--as", "Anna", "--json")
            #expect(approved.status == 0, "\(approved.complaints)")
            let again = try await run(antwort, "drafts", "approve", id, "--expect", hash, "--as", "Ben", "--json")
            #expect(again.status == 65)

            let published = try await run(antwort, "publish", "--json")
            #expect(published.status == 0, "\(published.complaints)")
            #expect(try published.summary["sent"] == 1)
            #expect(server.commits == 1)
            let reply = try #require(server.posts.first { $0.author == "silberbahn" })
            #expect(reply.parent == question)
            #expect(reply.text == text)
            #expect(reply.visibility == "public")

            #expect(try await run(antwort, "publish", "--json").summary["sent"] == 0)
            let after = try await run(antwort, "watch", "--json")
            #expect(after.status == 0, "\(after.complaints)")
            #expect(server.commits == 1)
            let conversation = try #require(try await run(antwort, "conversations", "list", "--json").json.first)
            #expect(conversation["wait"].isNull)
            #expect(conversation["first_response"]["state"] == "met")
            let row = try #require(try await run(antwort, "outbox", "list", "--json").json.first)
            #expect(row["state"] == "sent")
            #expect(row["approved_by"] == "Anna")
            #expect(row["remote_id"].string == reply.id)
        }
    }

    @Test func `words that the customer has overtaken are not approved`() async throws {
        let server = try MastodonStandIn(now: Self.friday - 300)
        defer { server.stop() }
        let question = server.post("@silberbahn Wann fährt der RE 7 heute?", by: "ben@bahn.example")
        server.wait(seconds: 120)
        try await AntwortCommand.withHome { antwort in
            try desk(antwort, at: server)
            _ = try await run(antwort, "watch")
            let draft = try #require(try await run(antwort, "drafts", "list", "--json").json.first)
            _ = server.post("@silberbahn Hat sich erledigt, er kommt. Danke!", by: "ben@bahn.example", to: question)
            server.wait(seconds: 180)
            _ = try await run(antwort, "watch")
            let id = try #require(draft["id"].string)
            let hash = try #require(draft["hash"].string)
            let approved = try await run(antwort, "drafts", "approve", id, "--expect", hash, "--as", "Anna")
            #expect(approved.status == 65)
            #expect(approved.complaints.contains("spoken since"))
            #expect(server.commits == 0)
        }
    }

    @Test func `an answer whose fate is unclear is looked for, never said twice`() async throws {
        let server = try MastodonStandIn(now: Self.friday - 300)
        defer { server.stop() }
        _ = server.post("@silberbahn Mein Zug kam nie. Was jetzt?", by: "kathrin@bahn.example")
        server.wait(seconds: 300)
        try await AntwortCommand.withHome { antwort in
            try desk(antwort, at: server)
            _ = try await run(antwort, "watch")
            let draft = try #require(try await run(antwort, "drafts", "list", "--json").json.first)
            let id = try #require(draft["id"].string)
            let hash = try #require(draft["hash"].string)
            _ = try await run(antwort, "drafts", "approve", id, "--expect", hash, "--as", "Anna")
            // The server takes it and the connection breaks before it says so.
            server.follow(FaultPlan([.init(method: "POST", pathPrefix: "/api/v1/statuses", [.closeBeforeAnswer])]))
            let unclear = try await run(antwort, "publish", "--json")
            #expect(unclear.status == 2)
            #expect(server.commits == 1)
            #expect(try await run(antwort, "outbox", "list", "--json").json.first?["state"] == "uncertain")
            server.follow(.none)
            server.wait(seconds: 300)
            let found = try await run(antwort, "publish", "--json", now: "2026-03-06T16:45:00+01:00")
            #expect(found.status == 0, "\(found.complaints)")
            #expect(server.commits == 1)
            #expect(try await run(antwort, "outbox", "list", "--json").json.first?["state"] == "sent")
        }
    }

    @Test func `a private post is answered in private, and the public does not see it`() async throws {
        let server = try MastodonStandIn(now: Self.friday - 300)
        defer { server.stop() }
        _ = server.post("@silberbahn Meine Buchung ist weg, was nun?", by: "kathrin@bahn.example", visibility: "direct")
        server.wait(seconds: 300)
        try await AntwortCommand.withHome { antwort in
            try desk(antwort, at: server)
            _ = try await run(antwort, "watch")
            let draft = try #require(try await run(antwort, "drafts", "list", "--json").json.first)
            let id = try #require(draft["id"].string)
            let hash = try #require(draft["hash"].string)
            _ = try await run(antwort, "drafts", "approve", id, "--expect", hash, "--as", "Anna")
            _ = try await run(antwort, "publish")
            #expect(server.posts.first { $0.author == "silberbahn" }?.visibility == "direct")
        }
    }

    @Test func `a broken promise is mailed once, and history never is`() async throws {
        let server = try MastodonStandIn(now: Self.friday - 7_200)
        defer { server.stop() }
        let sink = try SMTPSink()
        defer { sink.stop() }
        _ = server.post("@silberbahn Wo ist mein Koffer?", by: "kathrin@bahn.example")
        server.wait(seconds: 7_200)
        try await AntwortCommand.withHome { antwort in
            try desk(antwort, at: server, smtp: sink.url)
            let told = try await run(antwort, "watch", "--json")
            #expect(told.status == 0, "\(told.complaints)")
            #expect(try told.summary["alerts"] == 1)
            #expect(sink.mails.count == 1)
            let notice = try #require(try await run(antwort, "alerts", "list", "--json").json.first)
            #expect(notice["level"] == "breach")
            #expect(notice["state"] == "sent")
            let again = try await run(antwort, "watch", "--json", now: "2026-03-06T16:45:00+01:00")
            #expect(try again.summary["alerts"] == 0)
            #expect(sink.mails.count == 1)
            let history = ProjectFiles.fixture("exports/twcs-mini.csv").path
            _ = try await run(antwort, "import", history, "--format", "twcs")
            _ = try await run(antwort, "watch", now: "2026-03-06T16:50:00+01:00")
            #expect(sink.mails.count == 1)
        }
    }
}
