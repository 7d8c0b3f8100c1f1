import Dialogue
import Testing

@Suite struct `Mentions` {
    @Test(
        "are found where people write them",
        arguments: [
            ("@Silberbahn wo bleibt der Zug?", ["silberbahn"]),
            ("Hallo @silberbahn, hallo @SilberBahn!", ["silberbahn"]),
            ("thanks @anna@social.example.", ["anna@social.example"]),
            ("mail me at a@b.example", []),
            ("(@ben_2) and .@carla-", ["ben_2", "carla"]),
            ("@", []), ("@@", []), ("no handle @ all", []), ("", []),
            ("@115712 @AppleSupport same here", ["115712", "applesupport"]),
        ] as [(String, [String])])
    func written(text: String, expected: [String]) {
        #expect(Mention.written(in: text) == expected)
    }

    @Test func `a text of a million at-signs is read in one pass`() {
        #expect(Mention.written(in: String(repeating: "@a ", count: 300_000)) == ["a"])
        #expect(Mention.written(in: String(repeating: "@", count: 1_000_000)).isEmpty)
    }
}
