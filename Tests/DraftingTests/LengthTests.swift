import Dialogue
import Drafting
import Testing

@Suite struct `Length as networks count it` {
    @Test(
        "Mastodon counts what it sees",
        arguments: [
            ("", 0), ("abc", 3), ("äöü", 3), ("a\u{308}", 1), ("👩‍👩‍👧🏽🇩🇪", 2),
            ("https://a.example", 23), ("http://a.example/" + String(repeating: "x", count: 300), 23),
            ("See https://a.example/x.", 4 + 23 + 1), ("(https://a.example/x)", 25),
            ("https://a.example https://b.example", 47), ("@anna", 5), ("@anna@social.example", 5),
            ("@anna@social.example: hi", 9), ("a@b.example", 11), ("ahttps://a.example", 18), ("www.a.example", 13),
            ("https://", 8), ("@", 1), ("@@", 2),
        ])
    func mastodon(text: String, expected: Int) {
        #expect(LengthRule.mastodon().length(of: text) == expected)
    }

    @Test func `bytes and scalars are counted where a network counts them`() {
        #expect(LengthRule(maximum: 4_096, unit: .utf8Bytes).length(of: "ä👩‍👩‍👧") == 20)
        #expect(LengthRule(maximum: 5_000, unit: .scalars).length(of: "ä👩‍👩‍👧") == 6)
        let both = LengthRule(maximum: 300, unit: .graphemes, maximumBytes: 30)
        #expect(both.fits("👩‍👩‍👧"))
        #expect(!both.fits("👩‍👩‍👧👩‍👩‍👧"))
    }

    @Test func `a reply over the limit is blocked with what to take away`() {
        var request = DraftingWorld.request()
        request.length = LengthRule(maximum: 20, unit: .graphemes)
        let finding = DraftingWorld.writer.findings(in: String(repeating: "ü", count: 23), for: request)
            .first { $0.rule == .length }
        #expect(finding?.level == .block)
        #expect(finding?.message == "the reply has 23 graphemes, the network takes 20; shorten it by 3")
        request.length = LengthRule(maximum: 23, unit: .graphemes)
        let fitting = DraftingWorld.writer.findings(in: String(repeating: "ü", count: 23), for: request)
        #expect(!fitting.contains { $0.rule == .length })
    }

    @Test func `candidates that fit come first, and a signature yields to the limit`() throws {
        var request = DraftingWorld.request(DraftingWorld.labels(.question))
        request.account = AccountFacts(
            brand: "Silberbahn", signature: String(repeating: "s", count: 100), leadingHandle: "@anna@social.example")
        let full = DraftingWorld.candidates(request)
        #expect(full.allSatisfy { $0.text.hasSuffix("sss") && $0.text.hasPrefix("@anna@social.example ") })
        request.length = LengthRule(maximum: 190, unit: .graphemes, countsHandlesWithoutServer: true)
        let short = DraftingWorld.candidates(request)
        let first = try #require(short.first)
        #expect(!first.isBlocked && !first.text.contains("sss") && first.reasons.contains(.shortened))
        let blocked = short.map(\.isBlocked)
        #expect(blocked == blocked.sorted { !$0 && $1 })
    }
}
