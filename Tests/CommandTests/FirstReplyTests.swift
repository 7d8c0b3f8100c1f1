import Foundation
import StandIns
import TestSupport
import Testing

/// From a mention to the answer in its thread: the whole way, with the program and a server, our own and one that others wrote.
@Suite struct `The first approved reply` {
    /// Runs `body` at a desk that serves an account on a server of this kind, where there is one.
    private func withDesk(
        on kind: SocialServerKind, mailsTo sink: SMTPSink? = nil, _ body: (SocialDesk) async throws -> Void
    ) async throws {
        guard let server = try kind.start() else { return }
        defer { server.stop() }
        let alerts = sink.map {
            ["- {name: mail, kind: email, url: \"\($0.url)\", from: antwort@example.org, to: [dienst@example.org]}"]
        }
        try await AntwortCommand.withHome { antwort in
            try await body(try SocialDesk(antwort, at: server, alerts: alerts ?? []))
        }
    }

    @Test(arguments: SocialServerKind.allCases)
    func `goes from mention to draft to a name to the thread, once`(_ kind: SocialServerKind) async throws {
        try await withDesk(on: kind) { desk in
            let server = desk.server
            let question = try await server.post(
                "@\(server.brand) Seit 45 Minuten stehe ich in der Kälte und keiner sagt was.",
                by: "kathrin@bahn.example")
            server.wait(seconds: 120)
            let watched = try await desk.run("watch", "--json")
            #expect(watched.status == 0, "\(watched.complaints)")
            #expect(try watched.summary["new"] == 1)
            #expect(try watched.summary["drafts"] == 1)

            let draft = try #require(try await desk.drafts().first)
            let id = try #require(draft["id"].string)
            let hash = try #require(draft["hash"].string)
            let text = try #require(draft["text"].string)
            #expect(text.contains("@\(try server.handle(of: "kathrin@bahn.example"))"))
            #expect(draft["state"] == "proposed")
            #expect(try await desk.run("status", "--json").json.first?["drafts"] == 1)

            // Nothing is said that nobody approved.
            #expect(try await desk.run("publish", "--json").summary["sent"] == 0)
            #expect(try server.replies.isEmpty)

            let wrong = try await desk.run(
                "drafts", "approve", id, "--expect", String(repeating: "0", count: 64), "--as", "Anna", "--json")
            #expect(wrong.status == 65)
            #expect(try wrong.json.first?["hash"].string == hash)

            let approved = try await desk.run("drafts", "approve", id, "--expect", hash, "--as", "Anna", "--json")
            #expect(approved.status == 0, "\(approved.complaints)")
            let again = try await desk.run("drafts", "approve", id, "--expect", hash, "--as", "Ben", "--json")
            #expect(again.status == 65)

            let published = try await desk.run("publish", "--json")
            #expect(published.status == 0, "\(published.complaints)")
            #expect(try published.summary["sent"] == 1)
            let reply = try #require(try server.replies.first)
            #expect(reply.parent == question)
            #expect(reply.visibility == "public")
            if let ours = server as? OurServer { #expect(ours.server.posts.last?.text == text) }

            #expect(try await desk.run("publish", "--json").summary["sent"] == 0)
            let after = try await desk.run("watch", "--json")
            #expect(after.status == 0, "\(after.complaints)")
            #expect(try server.replies.count == 1)
            let conversation = try #require(try await desk.run("conversations", "list", "--json").json.first)
            #expect(conversation["wait"].isNull)
            #expect(conversation["first_response"]["state"] == "met")
            let row = try #require(try await desk.outbox().first)
            #expect(row["state"] == "sent")
            #expect(row["approved_by"] == "Anna")
            #expect(row["remote_id"].string == reply.id)
        }
    }

    @Test(arguments: SocialServerKind.allCases)
    func `words that the customer has overtaken are not approved`(_ kind: SocialServerKind) async throws {
        try await withDesk(on: kind) { desk in
            let brand = desk.server.brand
            let question = try await desk.server.post("@\(brand) Wann fährt der RE 7 heute?", by: "ben@bahn.example")
            desk.server.wait(seconds: 120)
            _ = try await desk.run("watch")
            let draft = try #require(try await desk.drafts().first)
            _ = try await desk.server.post(
                "@\(brand) Hat sich erledigt, er kommt. Danke!", by: "ben@bahn.example", to: question)
            desk.server.wait(seconds: 180)
            _ = try await desk.run("watch")
            let id = try #require(draft["id"].string)
            let hash = try #require(draft["hash"].string)
            let approved = try await desk.run("drafts", "approve", id, "--expect", hash, "--as", "Anna")
            #expect(approved.status == 65)
            #expect(approved.complaints.contains("spoken since"))
            _ = try await desk.run("publish")
            #expect(try desk.server.replies.isEmpty)
        }
    }

    @Test(arguments: SocialServerKind.allCases)
    func `an answer whose fate is unclear is looked for, never said twice`(_ kind: SocialServerKind) async throws {
        try await withDesk(on: kind) { desk in
            let server = desk.server
            _ = try await server.post("@\(server.brand) Mein Zug kam nie. Was jetzt?", by: "kathrin@bahn.example")
            server.wait(seconds: 120)
            _ = try await desk.run("watch")
            try await desk.approveFirstDraft()
            // The server takes it and the connection breaks before it says so.
            server.follow(FaultPlan([.init(method: "POST", pathPrefix: "/api/v1/statuses", [.closeBeforeAnswer])]))
            let unclear = try await desk.run("publish", "--json")
            #expect(unclear.status == 2)
            #expect(try server.replies.count == 1)
            #expect(try await desk.outbox().first?["state"] == "uncertain")
            server.follow(.none)
            server.wait(seconds: 300)
            let found = try await desk.run("publish", "--json")
            #expect(found.status == 0, "\(found.complaints)")
            #expect(try server.replies.count == 1)
            #expect(try await desk.outbox().first?["state"] == "sent")
        }
    }

    @Test(arguments: SocialServerKind.allCases)
    func `a private post is answered in private, and the public does not see it`(
        _ kind: SocialServerKind
    ) async throws {
        try await withDesk(on: kind) { desk in
            let server = desk.server
            _ = try await server.post(
                "@\(server.brand) Meine Buchung ist weg, was nun?", by: "kathrin@bahn.example", visibility: "direct")
            server.wait(seconds: 120)
            _ = try await desk.run("watch")
            let shown = try await desk.run("review", "--as", "Anna", typing: "y", "p")
            #expect(shown.text.contains("private"))
            #expect(shown.text.contains("Say this in private"))
            _ = try await desk.run("publish")
            #expect(try server.replies.map(\.visibility) == ["direct"])
        }
    }

    @Test(arguments: SocialServerKind.allCases)
    func `a broken promise is mailed once, and history never is`(_ kind: SocialServerKind) async throws {
        let sink = try SMTPSink()
        defer { sink.stop() }
        try await withDesk(on: kind, mailsTo: sink) { desk in
            _ = try await desk.server.post("@\(desk.server.brand) Wo ist mein Koffer?", by: "kathrin@bahn.example")
            desk.server.wait(seconds: 7_200)
            let told = try await desk.run("watch", "--json")
            #expect(told.status == 0, "\(told.complaints)")
            #expect(try told.summary["alerts"] == 1)
            #expect(sink.mails.count == 1)
            let notice = try #require(try await desk.run("alerts", "list", "--json").json.first)
            #expect(notice["level"] == "breach")
            #expect(notice["state"] == "sent")
            desk.server.wait(seconds: 300)
            #expect(try await desk.run("watch", "--json").summary["alerts"] == 0)
            #expect(sink.mails.count == 1)
            let history = ProjectFiles.fixture("exports/twcs-mini.csv").path
            _ = try await desk.run("import", history, "--format", "twcs")
            desk.server.wait(seconds: 300)
            _ = try await desk.run("watch")
            #expect(sink.mails.count == 1)
        }
    }
}
