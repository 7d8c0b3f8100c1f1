import Foundation
import TestSupport
import Testing

/// The week of the fixtures against the truth that people wrote down about it.
@Suite struct `A railway's week as conversations` {
    /// Threads in which the word lists misread a goodbye: an answer counts as owed although nobody waits.
    private static let goodbyesMissed: Set<String> = ["maerzmarkt-1/u-finn", "nachtzug-1/u-tamsin"]
    /// Conversations of which they misread how the customer addresses the brand.
    private static let registersMissed = [
        "kaffe-1/u-kutte": "du", "fruehlingspreis-1/u-crypto": "du", "lob-1/u-hajo": "none", "kasperl-1/u-xaver": "ihr",
        "hollerau-01/u-svenja": "none",
    ]
    /// Where a person gives another role: helper, affected peer and bystander are a judgement.
    private static let rolesMissed = [
        "abend-1/u-robin": ["u-elif": "bystander"], "aufzug-1/u-edeltraud": ["u-veit": "bystander"],
        "hollerau-01/u-doerte": ["u-ingo": "bystander"],
        "hollerau-01/u-svenja": ["u-juergen": "affected_peer", "u-mehmet": "bystander", "u-paula": "affected_peer"],
        "hund-1/u-fritzi": ["u-olaf": "bystander"], "kinderwagen-1/u-carlotta": ["u-jenny": "bystander"],
        "kuechentisch-01/u-wiebke": ["u-yara": "bystander"], "rampe-1/u-thorsten": ["u-friedel": "bystander"],
        "reicht-1/u-marcel": ["u-britta": "affected_peer"],
        "zugluft-1/u-volker": ["u-sven": "bystander"],
    ]

    @Test func `has the openers, roles, waits and registers that people see in it`() async throws {
        let truth = try JSON(try Data(contentsOf: ProjectFiles.fixture("conversations/expected-silberbahn.json")))
        try await AntwortCommand.withHome { antwort in
            try antwort.bring("exports/silberbahn.jsonl", as: "page.jsonl")
            try antwort.settings { $0.read("page", "path: page.jsonl", "live_since: 2026-03-01T00:00:00Z") }
            let watched = try await antwort.run("watch")
            #expect(watched.status == 0)

            var found: [String: JSON] = [:]
            for conversation in try await antwort.conversations() {
                let id = try #require(conversation["id"].string)
                let shown = try await antwort.run("conversations", "show", id, "--json").json[0]
                let matter = Self.matter(of: shown["thread"], shown["opener"]["id"])
                #expect(found[matter] == nil, "two conversations of \(matter)")
                found[matter] = shown
            }
            let expected = truth["conversations"].items
            #expect(Set(found.keys) == Set(expected.map { Self.matter(of: $0["thread"], $0["opener"]) }))

            var goodbyesMissed: Set<String> = []
            var registersMissed: [String: String] = [:]
            var rolesMissed: [String: [String: String]] = [:]
            for conversation in expected {
                let matter = Self.matter(of: conversation["thread"], conversation["opener"])
                guard let shown = found[matter] else { continue }
                let opening = shown["timeline"].items.first { $0["id"] == conversation["opening"] }
                #expect(opening?["author"]["role"] == "opener", "\(matter)")
                #expect(shown["language"] == conversation["language"], "\(matter)")

                let register = conversation["plural"] == true ? "ihr" : conversation["register"].string ?? "none"
                if shown["register"].string != register { registersMissed[matter] = shown["register"].string }
                let missed = Self.roles(in: shown, unlike: conversation["roles"])
                if !missed.isEmpty { rolesMissed[matter] = missed }
                if conversation["ambiguous"] != true, !Self.agrees(shown, with: conversation["owed"]) {
                    goodbyesMissed.insert(matter)
                }
            }
            #expect(goodbyesMissed == Self.goodbyesMissed)
            #expect(registersMissed == Self.registersMissed)
            #expect(rolesMissed == Self.rolesMissed)
        }
    }

    @Test func `makes one person's conversation of the golden dialogue, everybody's words their own`() async throws {
        let golden = try String(
            contentsOf: ProjectFiles.fixture("conversations/golden-dialogue.jsonl"), encoding: .utf8
        )
        .split(separator: "\n").map { try JSON(Data($0.utf8)) }
        try await AntwortCommand.withHome { antwort in
            try antwort.bring("conversations/golden-dialogue.jsonl", as: "page.jsonl")
            try antwort.settings { $0.read("page", "path: page.jsonl") }
            let watched = try await antwort.run("watch")
            #expect(watched.status == 0)
            let wiebke = try await antwort.run("conversations", "show", "kuechentisch-01", "--json").json[0]
            #expect(wiebke["opener"]["id"] == "u-wiebke")

            let timeline = wiebke["timeline"].items
            for post in timeline {
                let original = try #require(golden.first { $0["id"] == post["id"] })
                #expect(post["author"]["id"] == original["author"]["id"], "\(post["id"])")
                #expect(post["author"]["name"] == original["author"]["name"], "\(post["id"])")
                #expect(post["text"] == original["text"], "\(post["id"])")
            }
            let others = golden.filter { $0["author"]["id"] != "u-wiebke" && $0["author"]["id"] != "silberbahn" }
            #expect(Set(others.compactMap { $0["author"]["id"].string }).count >= 3)
            for post in timeline where post["author"]["id"] != "u-wiebke" {
                let isBrand = post["author"]["id"] == "silberbahn"
                #expect((post["author"]["role"] == "brand") == isBrand)
                #expect(post["author"]["role"] != "opener")
            }

            // One wait a turn: each began with words of hers, each was ended by the brand before the next began.
            let clocks = wiebke["clocks"].items
            let turns = golden.filter { $0["author"]["id"] == "u-wiebke" }.compactMap { $0["id"].string }
            #expect(clocks.compactMap { $0["origin"].string } == turns.filter { !Self.withoutWait.contains($0) })
            #expect(clocks.first?["kind"] == "first_response")
            #expect(clocks.dropFirst().allSatisfy { $0["kind"] == "next_response" })
            #expect(clocks.allSatisfy { $0["state"] == "met" })
            for (clock, next) in zip(clocks, clocks.dropFirst()) {
                #expect(clock["ended_at"].string ?? "never" <= next["started_at"].string ?? "")
            }
            #expect(wiebke["wait"].isNull)
        }
    }

    /// Her turns that open no wait: the last is thanks for a window seat; the word lists take the form she has filled in for praise.
    private static let withoutWait: Set<String> = ["kuechentisch-14", "kuechentisch-21"]

    private static func matter(of thread: JSON, _ opener: JSON) -> String {
        "\(thread.string ?? "?")/\(opener.string ?? "?")"
    }

    /// The roles in a conversation that are not those people gave.
    private static func roles(in shown: JSON, unlike truth: JSON) -> [String: String] {
        var roles = Dictionary(uniqueKeysWithValues: truth.keys.map { ($0, "none") })
        for post in shown["timeline"].items where post["author"]["id"] != shown["opener"]["id"] {
            if let author = post["author"]["id"].string { roles[author] = post["author"]["role"].string }
        }
        return roles.filter { truth[$0.key].string != $0.value }
    }

    /// Whether the wait is the one people see: none, or the same since, kind, due time and breach.
    private static func agrees(_ shown: JSON, with owed: JSON) -> Bool {
        let wait = shown["wait"]
        if owed.isNull || wait.isNull { return owed.isNull == wait.isNull }
        let running = shown["clocks"].items.first { $0["ended_at"].isNull }
        return running?["origin"] == owed["since"] && wait["kind"] == owed["kind"]
            && wait["breached"] == owed["breached"]
            && instant(wait["due_at"]) == instant(owed["due_at"])
    }

    private static func instant(_ time: JSON) -> Date? {
        time.string.flatMap { try? Date($0, strategy: .iso8601) }
    }
}
