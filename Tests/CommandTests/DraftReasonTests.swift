import Foundation
import Testing

/// Why nobody can decide about a reply: `conversations show` and an empty `drafts list` say it.
@Suite struct `A conversation without a draft` {
    @Test func `of an account that cannot publish says so`() async throws {
        try await AntwortCommand.withHome { antwort in
            try Data(try Lines.question("one").utf8).write(to: antwort.home.appending(path: "page.jsonl"))
            try antwort.settings { $0.read("page", "path: page.jsonl", "live_since: 2026-03-01T00:00:00Z") }
            #expect(try await antwort.run("watch").status == 0)
            let drafts = try await antwort.run("drafts", "list")
            #expect(
                drafts.complaints.contains(
                    "No draft waits for a decision. 1 person waits for an answer: antwort sla list"))
            #expect(drafts.complaints.contains("no draft: this release cannot post to facebook; answer there"))
            let shown = try await antwort.run("conversations", "show", "one", "--json").json[0]
            #expect(shown["draft"].isNull)
            #expect(shown["no_draft"] == "account_cannot_publish")
        }
    }

    @Test func `in history says so, and is not among those who wait`() async throws {
        try await AntwortCommand.withHome { antwort in
            try Data(try Lines.question("one").utf8).write(to: antwort.home.appending(path: "page.jsonl"))
            try antwort.settings { $0.read("page", "path: none.jsonl") }
            let imported = try await antwort.run(
                "import", "page.jsonl", "--format", "antwort-posts", "--account", "page")
            #expect(imported.status == 0)
            let shown = try await antwort.run("conversations", "show", "one")
            #expect(shown.text.contains("history: no answer is due"))
            #expect(shown.text.contains("no draft: the posts were imported as history"))
            #expect(try await antwort.run("conversations", "list", "--owed", "--json").json.isEmpty)
            #expect(try await antwort.run("conversations", "list", "--json").json.count == 1)
            let drafts = try await antwort.run("drafts", "list")
            #expect(drafts.complaints.contains("No draft waits for a decision. Nobody waits for an answer."))
        }
    }

    @Test func `is followed from the first run to the decision`() async throws {
        let server = try OurServer()
        defer { server.stop() }
        try await AntwortCommand.withHome { antwort in
            let desk = try SocialDesk(antwort, at: server)
            let question = try await server.post("@silberbahn Wann fährt der RE 7 heute?", by: "ben@bahn.example")
            let threat = try await server.post("@silberbahn Ich bringe mich um.", by: "kim@bahn.example")
            let thanks = try await server.post("@silberbahn Wo ist mein Koffer?", by: "jo@bahn.example")
            #expect(try await desk.run("watch").status == 0)
            #expect(try await Self.reason(question, at: desk).isNull)
            let id = try #require(try await Self.draft(question, at: desk).string)
            #expect(try await Self.reason(threat, at: desk) == "crisis")
            #expect(
                try await desk.run("conversations", "show", threat).text.contains(
                    "no draft: crisis; tell a human at once"))

            let rejected = try await desk.run("drafts", "reject", id, "--reason", "falscher Zug", "--as", "Anna")
            #expect(rejected.status == 0)
            #expect(try await Self.reason(question, at: desk) == "rejected")
            #expect(try await desk.run("drafts", "show", id).text.contains("rejected by Anna: falscher Zug"))
            let other = try #require(try await Self.draft(thanks, at: desk).string)
            #expect(try await desk.drafts().map { $0["id"].string } == [other])
            try await desk.approveFirstDraft()
            #expect(try await Self.reason(thanks, at: desk) == "approved")
            let empty = try await desk.run("drafts", "list")
            #expect(empty.complaints.contains("Anna rejected it (falscher Zug); answer on the platform itself"))
            #expect(empty.complaints.contains("a reply is approved"))
        }
    }

    @Test func `of a server that was never asked says what to run`() async throws {
        let server = try OurServer()
        defer { server.stop() }
        try await AntwortCommand.withHome { antwort in
            let desk = try SocialDesk(antwort, at: server)
            let post = """
                {"id":"1","text":"@silberbahn Wann kommt der Zug?","at":"2026-03-06T15:35:00Z","author":{"id":"42","handle":"@ben"}}
                """
            try Data(post.utf8).write(to: antwort.home.appending(path: "wall.jsonl"))
            let imported = try await desk.run(
                "import", "wall.jsonl", "--format", "antwort-posts", "--account", "social", "--live")
            #expect(imported.status == 0, "\(imported.complaints)")
            let listed = try await desk.run("drafts", "list")
            #expect(listed.complaints.contains("the server of social was not asked yet; run 'antwort watch'"))
        }
    }

    private static func reason(_ post: String, at desk: SocialDesk) async throws -> JSON {
        try await desk.run("conversations", "show", post, "--json").json[0]["no_draft"]
    }

    private static func draft(_ post: String, at desk: SocialDesk) async throws -> JSON {
        try await desk.run("conversations", "show", post, "--json").json[0]["draft"]
    }
}
