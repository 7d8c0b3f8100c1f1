import Dialogue
import Testing

@Suite struct `Hostile text` {
    private static let kilobytes = 200_000

    static let texts: [(name: String, unit: String)] = [
        ("one letter", "a"), ("one word", "not "), ("words of a phrase", "still waiting not good "),
        ("question marks", "?"),
        ("full stops", ". "), ("emoji", "😡"), ("families", "👨‍👩‍👧‍👦"), ("hashtags", "#AbAb_"), ("at signs", "a@b."),
        ("mentions", "@a "), ("numbers", "0 1"), ("digits", "9"), ("account heads", "DE89 "), ("quotes", "\"„»"),
        ("zalgo", "a\u{300}\u{301}\u{302}\u{303}\u{308}"), ("direction overrides", "\u{202e}late\u{202d}"),
        ("zeroes", "\u{0}"), ("replacement", "\u{fffd}"), ("newlines", "\n"), ("colons", ":"), ("eyes", ":-"),
        ("scripts", "поезд列車"), ("umlauts", "Ää"), ("links", "https://a "), ("gaps", "since a hour "),
    ]

    @Test(arguments: texts.map(\.name))
    func `is read in linear time`(name: String) throws {
        let unit = try #require(Self.texts.first { $0.name == name }?.unit)
        let text = String(repeating: unit, count: Self.kilobytes / unit.utf8.count)
        let clock = ContinuousClock()
        let start = clock.now
        let triage = try TriageFixtures.read(text, context: TriageContext(accountHandles: ["@a", "b"]))
        // A debug build on a busy machine needs a tenth of this, quadratic time far more.
        #expect(clock.now - start < .seconds(30))
        let count = text.unicodeScalars.count
        #expect(triage.evidence.count <= 128)
        #expect(triage.evidence.allSatisfy { $0.range.lowerBound >= 0 && $0.range.upperBound <= count })
        #expect(triage.personalData.allSatisfy { $0.range.upperBound <= count })
    }

    @Test func `of a megabyte and of every kind is read`() throws {
        let mixed = Self.texts.map(\.unit).joined(separator: " ")
        let text = String(repeating: mixed, count: 1_000_000 / mixed.utf8.count)
        let triage = try TriageFixtures.read(text)
        #expect(triage.evidence.count <= 128)
        #expect(triage.needsAnswer.value)
    }

    @Test func `of ten thousand emoji is read`() throws {
        let triage = try TriageFixtures.read(String(repeating: "😡", count: 10_000))
        #expect(triage.sentiment.value == .negative)
    }

    @Test(arguments: [
        "", " ", "\u{0}", "\u{300}", "\u{200d}", "@", "#", "#_", ":", "+", "=", "<", "\"", "?", "a@", "DE89", "www.",
    ])
    func `of next to nothing is read too`(text: String) throws {
        let triage = try TriageFixtures.read(text)
        #expect(triage.summary.flags == [])
    }

    @Test func `made of broken bytes is read after repair`() throws {
        let bytes: [UInt8] = [0xff, 0xc3, 0x28, 0xf0, 0x9f, 0x98] + Array(" the train is delayed".utf8) + [0xe2, 0x82]
        let text = String(decoding: bytes, as: UTF8.self)
        #expect(try TriageFixtures.read(text).intent.value == .complaint)
    }
}
