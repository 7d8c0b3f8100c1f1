import Foundation
import Testing

/// A person says that triage read a post wrong, with the program as they have it.
@Suite struct `Correcting how a post was read` {
    private static func at(_ time: String) -> String { "2026-03-06T\(time):00+01:00" }

    /// A desk that has read these posts by Friday, 16:40.
    private func withDesk(_ posts: [String], _ body: (AntwortCommand) async throws -> Void) async throws {
        try await AntwortCommand.withHome { antwort in
            try antwort.settings { $0.read("posts", "path: posts.jsonl", "live_since: 2026-03-01T00:00:00Z") }
            try write(posts, at: antwort)
            let watched = try await antwort.run("watch")
            #expect(watched.status == 0, "\(watched.complaints)")
            try await body(antwort)
        }
    }

    private func write(_ posts: [String], at antwort: AntwortCommand) throws {
        try Data(posts.joined().utf8).write(to: antwort.home.appending(path: "posts.jsonl"))
    }

    @Test func `a wait goes and comes with what people say, from the time of the post`() async throws {
        try await withDesk([try Lines.question("q1")]) { antwort in
            let no = try await antwort.run(
                "conversations", "label", "q1", "--as", "Eva", "--needs-answer", "no", "--irony", "yes", "--json")
            #expect(no.status == 0, "\(no.complaints)")
            let said = try no.json[0]
            #expect(said["wait"].isNull && said["state"] == "waiting" && said["changed"] == true)
            #expect(said["post"] == "q1" && said["decision"].isNull)
            #expect(said["corrections"].items.map { $0["label"] } == ["needs_answer", "irony_suspected"])
            #expect(try await antwort.run("sla", "list", "--json").json.isEmpty)

            let again = try await antwort.run("conversations", "label", "q1", "--as", "Ben", "--needs-answer", "no")
            #expect(again.status == 0)
            #expect(
                again.complaints.contains("post q1: is so already; waiting, no answer is due."), "\(again.complaints)")

            // Late, but from the beginning: the customer has waited since they wrote.
            let yes = try await antwort.run(
                "conversations", "label", "q1", "--as", "Ben", "--needs-answer", "yes", "--json",
                now: Self.at("17:30"))
            let wait = try yes.json[0]["wait"]
            #expect(wait["since"] == "2026-03-06T15:30:00Z" && wait["due_at"] == "2026-03-06T16:00:00Z")
            #expect(wait["breached"] == true)
            let explained = try await antwort.run("sla", "explain", "q1", "--json", now: Self.at("17:31")).json[0]
            #expect(explained["breached"] == true)

            let shown = try await antwort.run("conversations", "show", "q1", "--json", now: Self.at("17:31")).json[0]
            #expect(shown["corrections"].items.map { $0["by"] } == ["Ben", "Eva"])
            #expect(shown["corrections"].items.map { $0["value"] } == ["true", "true"])
            #expect(shown["corrections"][0]["at"] == "2026-03-06T16:30:00Z")
            let people = try await antwort.run("conversations", "show", "q1", now: Self.at("17:31"))
            #expect(people.text.contains("Ben: needs_answer yes\n"), "\(people.text)")
            #expect(people.text.contains("Eva: irony_suspected yes"))
        }
    }

    @Test func `the labels of the conversation and its targets follow`() async throws {
        try await withDesk([try Lines.question("q1")]) { antwort in
            let labelled = try await antwort.run(
                "conversations", "label", "q1", "--as", "Eva", "--intent", "complaint", "--urgency", "2", "--language",
                "en", "--register", "du", "--sentiment", "negative", "--emotion", "anger", "--for-us", "yes", "--json")
            let said = try labelled.json[0]
            #expect(said["intent"] == "complaint" && said["urgency"] == 2)
            #expect(said["language"] == "en" && said["register"] == "du")
            #expect(said["corrections"].items.count == 7)
            let found = try await antwort.run("conversations", "list", "--intent", "complaint", "--json").json
            #expect(found.count == 1)
        }
    }

    @Test func `the newest post that waits is meant, or the one that is named`() async throws {
        let posts = [
            try Lines.question("q1"),
            try Lines.post("q2", by: "u-jette", at: Self.at("16:35"), parent: "q1", "Und wann fährt der erste?"),
            try Lines.post("b1", by: "silberbahn", at: Self.at("16:31"), parent: "q1", "Moin!"),
        ]
        try await withDesk(posts) { antwort in
            let newest = try await antwort.run("conversations", "label", "q1", "--as", "Eva", "--needs-answer", "no")
            #expect(newest.status == 0)
            #expect(
                newest.complaints.contains("post q2: needs_answer no in the name of Eva; waiting"),
                "\(newest.complaints)")
            let named = try await antwort.run(
                "conversations", "label", "q1", "--as", "Eva", "--post", "q1", "--intent", "chat")
            #expect(named.complaints.contains("post q1: intent chat"), "\(named.complaints)")
            #expect(try await antwort.run("sla", "list", "--json").json.isEmpty)
            for (post, words) in [("b1", "the brand's own post"), ("nowhere", "no post nowhere")] {
                let refused = try await antwort.run(
                    "conversations", "label", "q1", "--as", "Eva", "--post", post, "--intent", "chat")
                #expect(refused.status == 65)
                #expect(refused.complaints.contains(words), "\(refused.complaints)")
            }
        }
    }

    @Test(
        arguments: [
            (["--intent", "wrath"], "say one of complaint, question, praise"),
            (["--needs-answer", "maybe"], "say one of yes, no"),
            (["--urgency", "3"], "say one of 0, 1, 2"), (["--language", "fr"], "say one of de, en, other"),
            ([], "Give labels"),
            (["--intent", "chat", "--priority", "urgent"], "Give labels"),
            (["--priority", "urgent", "--post", "q1"], "--post goes with"),
            (["--intent", "chat", "--reason", "so"], "--reason does not go"),
        ] as [([String], String)])
    func `what is no label is a mistake on the command line`(_ words: [String], _ expected: String) async throws {
        try await AntwortCommand.withHome { antwort in
            let refused = try await antwort.bare(words: ["conversations", "label", "q1", "--as", "Eva"] + words)
            #expect(refused.status == 64)
            #expect(refused.complaints.contains(expected), "\(refused.complaints)")
            #expect(refused.errorLines.count == 1)
        }
    }

    @Test func `outlasts another reading of the same words, and ends with an edit`() async throws {
        let asked = try Lines.question("q1")
        try await withDesk([asked]) { antwort in
            _ = try await antwort.run("conversations", "label", "q1", "--as", "Eva", "--needs-answer", "no")
            let joins = try Lines.post(
                "h1", by: "u-kim", at: Self.at("16:41"), parent: "q1", "Das frage ich mich auch.")
            try write([asked, joins], at: antwort)
            #expect(try await antwort.run("watch", now: Self.at("16:45")).status == 0)
            #expect(try await antwort.run("sla", "list", "--json", now: Self.at("16:45")).json.isEmpty)
            let edited = try Lines.post(
                "q1", by: "u-jette", at: Self.at("16:30"), "Wann fährt morgen der letzte Zug nach Ostermünde?")
            try write([edited, joins], at: antwort)
            #expect(try await antwort.run("watch", now: Self.at("16:50")).status == 0)
            #expect(try await antwort.run("sla", "list", "--json", now: Self.at("16:50")).json.count == 1)
            let shown = try await antwort.run("conversations", "show", "q1", "--json", now: Self.at("16:50")).json[0]
            #expect(shown["corrections"].items.isEmpty)
        }
    }

    @Test func `in a merged matter a post of either thread can be corrected`() async throws {
        try await withDesk([try Lines.question("q1", minutes: 20), try Lines.question("q2", minutes: 10)]) { antwort in
            let merged = try await antwort.run("conversations", "merge", "q1", "q2", "--as", "Eva", "--json")
            let survivor = try #require(try merged.json[0]["merged_into"].string)
            let refused = try await antwort.run("conversations", "label", "q1", "--as", "Eva", "--needs-answer", "no")
            #expect(refused.status == 65)
            #expect(refused.complaints.contains("correct the post in \(survivor)"), "\(refused.complaints)")
            let corrected = try await antwort.run(
                "conversations", "label", survivor, "--as", "Eva", "--post", "q1", "--needs-answer", "no", "--json")
            // What is left to answer is the question of the other thread.
            #expect(try corrected.json[0]["wait"]["since"] == "2026-03-06T15:30:00Z")
            let shown = try await antwort.run("conversations", "show", survivor, "--json").json[0]
            #expect(shown["corrections"].items.map { $0["post"] } == ["q1"])
            #expect(try await antwort.run("watch", now: Self.at("16:45")).status == 0)
            let after = try await antwort.run("sla", "list", "--json", now: Self.at("16:45")).json
            #expect(after.map { $0["started_at"] } == ["2026-03-06T15:30:00Z"])
        }
    }

    // MARK: Drafts

    private func withDraft(_ text: String, _ body: (SocialDesk) async throws -> Void) async throws {
        let server = try OurServer()
        defer { server.stop() }
        try await AntwortCommand.withHome { antwort in
            let desk = try SocialDesk(antwort, at: server)
            _ = try await server.post("@silberbahn \(text)", by: "kathrin@bahn.example")
            let watched = try await desk.run("watch", "--json")
            #expect(try watched.summary["drafts"] == 1)
            try await body(desk)
        }
    }

    @Test func `a draft made for another reading is stale, and the next run writes it anew`() async throws {
        try await withDraft("Mein Koffer ist weg, wo melde ich mich?") { desk in
            let before = try #require(try await desk.drafts().first)
            let id = try #require(before["conversation"].string)
            #expect(before["template"].string?.hasPrefix("de/") == true, "\(before)")
            let labelled = try await desk.run("conversations", "label", id, "--as", "Eva", "--language", "en")
            #expect(labelled.status == 0, "\(labelled.complaints)")
            #expect(try await desk.drafts().isEmpty)
            let (draft, hash) = (try #require(before["id"].string), try #require(before["hash"].string))
            let refused = try await desk.run("drafts", "approve", draft, "--expect", hash, "--as", "Anna")
            #expect(refused.status == 65)
            #expect(try await desk.run("watch", "--json").summary["drafts"] == 1)
            let after = try #require(try await desk.drafts().first)
            #expect(after["id"] != before["id"])
            #expect(after["template"].string?.hasPrefix("en/") == true, "\(after)")
            #expect(try await desk.run("watch", "--json").summary["drafts"] == 0)

            // Tone and urgency are not what a reply was written for.
            _ = try await desk.run(
                "conversations", "label", id, "--as", "Eva", "--sentiment", "positive", "--urgency", "1")
            #expect(try await desk.drafts().first?["id"] == after["id"])
        }
    }

    @Test func `in a review a label is corrected in one line, and the draft follows`() async throws {
        try await withDraft("Mein Koffer ist weg, wo melde ich mich?") { desk in
            let done = try await desk.run(
                "review", "--as", "Anna", typing: "l", "mood=bad", "language=xx", "language=en", "y", "p")
            #expect(done.status == 0, "\(done.complaints)")
            for expected in [
                "LABEL", "needs_answer  yes", "there is no label 'mood'", "say one of de, en, other", "(proposed)  de/",
                "(proposed)  en/",
            ] {
                #expect(done.text.contains(expected), "\(expected): \(done.text)")
            }
            #expect(done.complaints.contains("1 approved, 0 rejected, 0 left."))
            let approved = try #require(try await desk.outbox().first)
            let shown = try await desk.run(
                "conversations", "show", try #require(approved["conversation"].string), "--json"
            ).json[0]
            #expect(shown["corrections"].items.map { $0["label"] } == ["language"])
            #expect(shown["language"] == "en")
        }
    }

    @Test func `in a review a draft is withdrawn when no answer is owed`() async throws {
        try await withDraft("Mein Koffer ist weg, wo melde ich mich?") { desk in
            let nothing = try await desk.run("review", "--as", "Anna", typing: "l", "", "q")
            #expect(nothing.complaints.contains("0 approved, 0 rejected, 1 left."))
            let done = try await desk.run("review", "--as", "Anna", typing: "l", "intent=chat")
            #expect(done.text.contains("The draft is withdrawn; no draft: no answer is due."), "\(done.text)")
            #expect(done.complaints.contains("0 approved, 0 rejected, 1 withdrawn, 0 left."))
            #expect(try await desk.drafts().isEmpty)
            #expect(try await desk.run("sla", "list", "--json").json.isEmpty)
            // It waits for the customer: nobody has resolved it.
            #expect(try await desk.run("conversations", "list", "--json").json.map { $0["state"] } == ["waiting"])
        }
    }

    @Test func `what is set aside in a review is a correction, too`() async throws {
        try await withDraft("Mein Koffer ist weg, wo melde ich mich?") { desk in
            let done = try await desk.run("review", "--as", "Anna", typing: "x")
            #expect(done.complaints.contains("1 resolved without an answer"))
            let id = try #require(try await desk.run("conversations", "list", "--json").json[0]["id"].string)
            let shown = try await desk.run("conversations", "show", id, "--json").json[0]
            #expect(shown["state"] == "resolved")
            #expect(shown["corrections"].items.map { $0["label"] } == ["needs_answer"])
            #expect(shown["corrections"][0]["value"] == "false" && shown["corrections"][0]["by"] == "Anna")
            // Opened again, it owes nothing before somebody says so.
            _ = try await desk.run("conversations", "reopen", id, "--as", "Eva")
            #expect(try await desk.run("sla", "list", "--json").json.isEmpty)
            _ = try await desk.run("conversations", "label", id, "--as", "Eva", "--needs-answer", "yes")
            #expect(try await desk.run("sla", "list", "--json").json.count == 1)
        }
    }
}
