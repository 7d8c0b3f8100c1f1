import Connectors
import Testing

@Suite struct `Length of a Mastodon reply` {
    private let imitation = MastodonFacts(
        version: "0.19.1+git-1a2b3c4", isKeyed: false, maxCharacters: 5000, urlCharacters: 25, accountID: "7",
        handle: "silberbahn", askedAt: MastodonWorld.now)

    @Test(
        "Mastodon counts graphemes, every address as 23, names without their server",
        arguments: [
            ("", 0), ("Grüße", 5), ("Gru\u{308}ße", 5), ("👨‍👩‍👧‍👦🚆", 2), ("a\nb", 3),
            ("https://silberbahn.example/", 23), ("https://b.de", 23),
            ("siehe https://silberbahn.example/erstattung?von=Altmarkstadt&nach=Ost.", 6 + 23 + 1),
            ("(http://silberbahn.example)", 25), ("https://localhost/x", 19), ("xhttps://bahn.example", 21),
            ("https://", 8), ("bahn.example", 12), ("@kunde hallo", 12), ("@kunde@bahn.example hallo", 12),
            ("@kunde@bahn.example.", 7), ("post@bahn.example", 17), ("@kunde@", 7), ("@", 1), ("@@a", 3),
            ("@a@b.example @c@d.example", 5), ("https://x.example/@kunde@bahn.example", 23),
        ])
    func mastodon(text: String, expected: Int) {
        #expect(MastodonWorld.facts.length(of: text).used == expected)
    }

    @Test(
        "for an imitation the longer way of counting counts",
        arguments: [
            ("Gru\u{308}ße", 6), ("👨‍👩‍👧‍👦", 7), ("https://b.de", 25), ("https://silberbahn.example/erstattung", 37),
            ("@kunde@bahn.example hallo", 25),
        ])
    func imitation(text: String, expected: Int) {
        #expect(imitation.length(of: text).used == expected)
    }

    @Test func `a text at the limit fits, one character more does not`() {
        let address = " https://silberbahn.example/erstattung/formular/lang/und/breit"
        let name = "@kunde@kuechentisch.example "
        let text = name + String(repeating: "🚆", count: 500 - 7 - 24) + address
        #expect(MastodonWorld.facts.length(of: text) == ReplyLength(used: 500, limit: 500))
        #expect(MastodonWorld.facts.length(of: text).fits)
        #expect(!MastodonWorld.facts.length(of: text + "!").fits)
    }
}
