import Foundation
import TestSupport
import Testing

/// What people decide about conversations, with the program as they have it.
@Suite struct `Deciding about conversations` {
    private static let settings = """
        brand: Silberbahn
        calendars:
          service: {hours: "Mo-Fr 06:00-22:00; Sa-Su 10:00-22:00", timezone: Europe/Berlin}
        targets:
          - {name: vip, when: {person: "@u-vip"}, calendar: service, first_response: 5m, next_response: 10m, resolution: 1h}
          - {name: standard, calendar: service, first_response: 30m, next_response: 1h, resolution: 8h, warn_at: [50%]}
        accounts:
          - {name: page, platform: facebook, handle: "@silberbahn", id: silberbahn}
        sources:
          - {name: posts, account: page, kind: export, format: antwort-posts, path: posts.jsonl, live_since: 2026-03-01T00:00:00Z}

        """

    /// A desk that has read these posts by Friday, 16:40.
    private func withDesk(_ posts: [String], _ body: (AntwortCommand) async throws -> Void) async throws {
        try await AntwortCommand.withHome { antwort in
            try Data(Self.settings.utf8).write(to: antwort.home.appending(path: "antwort.yaml"))
            try write(posts, at: antwort)
            let watched = try await antwort.run("watch")
            #expect(watched.status == 0, "\(watched.complaints)")
            try await body(antwort)
        }
    }

    private func write(_ posts: [String], at antwort: AntwortCommand) throws {
        try Data(posts.joined().utf8).write(to: antwort.home.appending(path: "posts.jsonl"))
    }

    /// The conversation that a post opened.
    private func conversation(_ thread: String, at antwort: AntwortCommand, now: String) async throws -> JSON {
        let all = try await antwort.run("conversations", "list", "--json", now: now).json
        return try #require(all.first { $0["thread"].string == thread })
    }

    private static func at(_ time: String) -> String { "2026-03-06T\(time):00+01:00" }

    @Test func `a pause that the customer asked for loses nobody when it is ended early`() async throws {
        try await withDesk([try Lines.question("q1")]) { antwort in
            let paused = try await antwort.run(
                "conversations", "pause", "q1", "--as", "Eva", "--asked-by-customer", "--until",
                "2026-03-09T09:00:00+01:00")
            #expect(paused.status == 0, "\(paused.complaints)")
            #expect(try await antwort.run("sla", "list", "--within", "1h", "--json").json.isEmpty)
            let now = Self.at("16:50")
            let resumed = try await antwort.run("conversations", "resume", "q1", "--as", "Eva", "--json", now: now)
            #expect(resumed.status == 0, "\(resumed.complaints)")
            #expect(try resumed.json[0]["state"] == "open")
            let waits = try await antwort.run("sla", "list", "--json", now: now).json
            #expect(waits.map { $0["started_at"] } == ["2026-03-06T15:50:00Z"])
            #expect(waits.map { $0["kind"] } == ["next_response"])
        }
    }

    @Test func `resolving ends what is owed, and reopening owes it anew`() async throws {
        try await withDesk([try Lines.question("q1")]) { antwort in
            #expect(try await antwort.run("sla", "list", "--json").json.count == 1)
            let nameless = try await antwort.run("conversations", "resolve", "q1")
            #expect(nameless.status == 64)

            let resolved = try await antwort.run(
                "conversations", "resolve", "q1", "--as", "Eva", "--reason", "solved by phone", "--json")
            #expect(resolved.status == 0, "\(resolved.complaints)")
            let after = try #require(try resolved.json.first)
            #expect(after["state"] == "resolved")
            #expect(after["changed"] == true)
            #expect(after["wait"].isNull)
            #expect(after["resolution"]["state"] == "met")
            #expect(try await antwort.run("sla", "list", "--json").json.isEmpty)
            #expect(try await antwort.run("sla", "list", "--all", "--json").json.isEmpty)

            let again = try await antwort.run("conversations", "resolve", "q1", "--as", "Ben", "--json")
            #expect(again.status == 0)
            #expect(try again.json.first?["changed"] == false)
            let paused = try await antwort.run("conversations", "pause", "q1", "--as", "Eva")
            #expect(paused.status == 65)
            #expect(paused.complaints.contains("conversations reopen"))

            let reopened = try await antwort.run(
                "conversations", "reopen", "q1", "--as", "Eva", "--json", now: Self.at("18:00"))
            let open = try #require(try reopened.json.first)
            #expect(open["state"] == "open")
            #expect(open["wait"]["kind"] == "next_response")
            #expect(open["wait"]["due_at"] == "2026-03-06T18:00:00Z")
            #expect(open["wait"]["breached"] == false)
            let shown = try await antwort.run("conversations", "show", "q1", "--json", now: Self.at("18:00")).json[0]
            #expect(shown["decisions"].items.map { $0["kind"] } == ["resolve", "reopen"])
            #expect(shown["decisions"][0]["reason"] == "solved by phone")
            #expect(shown["clocks"][0]["cancelled_because"] == "resolved")
            let people = try await antwort.run("conversations", "show", "q1", now: Self.at("18:00"))
            #expect(people.text.contains("Eva: resolve (solved by phone)"))
        }
    }

    @Test func `a pause needs that nobody waits, or that the customer asked for it`() async throws {
        try await withDesk([try Lines.question("q1")]) { antwort in
            let refused = try await antwort.run("conversations", "pause", "q1", "--as", "Eva")
            #expect(refused.status == 65)
            #expect(refused.complaints.contains("--asked-by-customer"))
            let endless = try await antwort.run("conversations", "pause", "q1", "--as", "Eva", "--asked-by-customer")
            #expect(endless.status == 64)
            let past = try await antwort.run(
                "conversations", "pause", "q1", "--as", "Eva", "--until", "2026-03-06T16:00:00+01:00")
            #expect(past.status == 65)

            let words = [
                "conversations", "pause", "q1", "--as", "Eva", "--asked-by-customer", "--until",
                "2026-03-09T09:00:00+01:00", "--json",
            ]
            let paused = try #require(try await antwort.run(words: words).json.first)
            #expect(paused["state"] == "waiting")
            #expect(paused["waits_until"] == "2026-03-09T08:00:00Z")
            #expect(paused["resolution"]["state"] == "paused")
            #expect(try await antwort.run(words: words).json.first?["changed"] == false)
            #expect(try await antwort.run("sla", "list", "--within", "1d", "--json").json.isEmpty)

            // At its end somebody has to write.
            let monday = "2026-03-09T09:10:00+01:00"
            let then = try #require(
                try await antwort.run("sla", "list", "--within", "1h", "--json", now: monday).json.first)
            #expect(then["due_at"] == "2026-03-09T09:00:00Z")
            #expect(then["used_percent"] == 16)

            let resumed = try #require(
                try await antwort.run(
                    "conversations", "resume", "q1", "--as", "Eva", "--json", now: Self.at("16:41")
                ).json.first)
            #expect(resumed["state"] == "open")
            // Nobody had answered before the pause.
            #expect(resumed["wait"]["since"] == "2026-03-06T15:41:00Z")
            #expect(resumed["resolution"]["state"] == "running")
        }
    }

    @Test func `another priority moves the due time`() async throws {
        try await withDesk([try Lines.question("q1", minutes: 2), try Lines.question("q2", by: "u-vip", minutes: 1)]) {
            antwort in
            let queue = try await antwort.run("sla", "list", "--json").json
            #expect(queue.map { $0["target"] } == ["vip", "standard"])
            #expect(queue.map { $0["used_percent"] } == [20, 6])
            let unknown = try await antwort.run("conversations", "label", "q1", "--priority", "vlp", "--as", "Eva")
            #expect(unknown.status == 65)
            #expect(unknown.complaints.contains("vip, standard, normal"))
            let nothing = try await antwort.run("conversations", "label", "q1", "--as", "Eva")
            #expect(nothing.status == 64)

            let raised = try await antwort.run(
                "conversations", "label", "q1", "--priority", "vip", "--as", "Eva", "--json")
            #expect(try raised.json.first?["wait"]["due_at"] == "2026-03-06T15:43:00Z")
            #expect(try await antwort.run("sla", "list", "--json").json.map { $0["target"] } == ["vip", "vip"])
            let explained = try await antwort.run("sla", "explain", "q1", "--json").json
            #expect(explained.map { $0["kind"] } == ["first_response", "resolution"])
            for clock in explained {
                let counted = clock["steps"].items.compactMap { $0["counted"].int }.reduce(0, +)
                #expect(counted == clock["target_seconds"].int)
            }
            let normal = try await antwort.run(
                "conversations", "label", "q1", "--priority", "normal", "--as", "Eva", "--json")
            #expect(try normal.json.first?["wait"]["due_at"] == "2026-03-06T16:08:00Z")
        }
    }

    @Test func `a peer's answer ends the wait when a person says so`() async throws {
        let answer = try Lines.post(
            "h1", by: "u-kim", at: Self.at("16:35"), parent: "q1", "Um 23:10 Uhr, Gleis 3, jeden Tag.")
        try await withDesk([try Lines.question("q1"), answer]) { antwort in
            for (post, words) in [("q1", "customer's own"), ("nowhere", "no post nowhere")] {
                let refused = try await antwort.run(
                    "conversations", "label", "q1", "--answered-by", post, "--as", "Eva")
                #expect(refused.status == 65)
                #expect(refused.complaints.contains(words), "\(refused.complaints)")
            }
            let labelled = try await antwort.run(
                "conversations", "label", "q1", "--answered-by", "h1", "--as", "Eva", "--json")
            #expect(labelled.status == 0, "\(labelled.complaints)")
            #expect(try labelled.json.first?["wait"].isNull == true)
            #expect(try labelled.json.first?["first_response"]["state"] == "cancelled")
            let shown = try await antwort.run("conversations", "show", "q1", "--json").json[0]
            #expect(shown["clocks"][0]["cancelled_because"] == "answered-by-peer")
            #expect(shown["clocks"][0]["ended_at"] == "2026-03-06T15:35:00Z")
        }
    }

    @Test func `a machine's post answers nothing once a person says what it is`() async throws {
        let answer = try Lines.post(
            "b1", by: "silberbahn", at: Self.at("16:31"), parent: "q1", "Wir haben deine Nachricht erhalten.")
        try await withDesk([try Lines.question("q1"), answer]) { antwort in
            #expect(try await antwort.run("sla", "list", "--json").json.isEmpty)
            let refused = try await antwort.run("conversations", "label", "q1", "--automatic", "q1", "--as", "Eva")
            #expect(refused.status == 65)
            let labelled = try await antwort.run(
                "conversations", "label", "q1", "--automatic", "b1", "--as", "Eva", "--json")
            #expect(try labelled.json.first?["wait"]["due_at"] == "2026-03-06T16:00:00Z")
            #expect(try labelled.json.first?["state"] == "open")
        }
    }

    @Test func `of one second the later decision counts`() async throws {
        try await withDesk([try Lines.question("q1")]) { antwort in
            for (word, state) in [("resolve", "resolved"), ("reopen", "open"), ("resolve", "resolved")] {
                let decided = try await antwort.run("conversations", word, "q1", "--as", "Eva", "--json")
                #expect(try decided.json.first?["state"].string == state)
                #expect(try decided.json.first?["changed"] == true)
            }
        }
    }

    @Test func `merged conversations have one set of clocks, and an answer in either thread counts`() async throws {
        let first = try Lines.question("q1", minutes: 20)
        let second = try Lines.question("q2", minutes: 10)
        try await withDesk([first, second]) { antwort in
            let own = try await conversation("q1", at: antwort, now: AntwortCommand.friday)
            let other = try await conversation("q2", at: antwort, now: AntwortCommand.friday)
            let itself = try await antwort.run("conversations", "merge", "q1", "q1", "--as", "Eva")
            #expect(itself.status == 65)
            let merged = try await antwort.run("conversations", "merge", "q1", "q2", "--as", "Eva", "--json")
            #expect(merged.status == 0, "\(merged.complaints)")
            #expect(try merged.json.first?["merged_into"] == other["id"])
            #expect(try merged.json.first?["state"] == "resolved")
            #expect(
                try await antwort.run("conversations", "merge", "q1", "q2", "--as", "Eva", "--json").json.first?[
                    "changed"] == false)
            let circle = try await antwort.run("conversations", "merge", "q2", "q1", "--as", "Eva")
            #expect(circle.status == 65)
            let late = try await antwort.run("conversations", "resolve", "q1", "--as", "Eva")
            #expect(late.status == 65)
            #expect(late.complaints.contains(other["id"].string ?? "?"))

            // One wait, from the older question.
            let queue = try await antwort.run("sla", "list", "--json").json
            #expect(queue.map { $0["conversation"] } == [other["id"]])
            #expect(queue.map { $0["started_at"] } == ["2026-03-06T15:20:00Z"])
            let shown = try await antwort.run("conversations", "show", "q2", "--json").json[0]
            #expect(shown["timeline"].items.map { $0["id"] } == ["q1", "q2"])

            let answer = try Lines.post(
                "b1", by: "silberbahn", at: Self.at("16:38"), parent: "q1", "Um 23:10 Uhr von Gleis 3.")
            try write([first, second, answer], at: antwort)
            let watched = try await antwort.run("watch", now: Self.at("16:45"))
            #expect(watched.status == 0, "\(watched.complaints)")
            #expect(try await antwort.run("sla", "list", "--json", now: Self.at("16:45")).json.isEmpty)
            let after = try await conversation("q2", at: antwort, now: Self.at("16:45"))
            #expect(after["first_response"]["state"] == "met")
            #expect(after["state"] == "waiting")
            #expect(try await conversation("q1", at: antwort, now: Self.at("16:45"))["id"] == own["id"])
        }
    }
}
