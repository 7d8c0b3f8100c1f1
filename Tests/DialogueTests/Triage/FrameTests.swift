import Dialogue
import Testing

/// Posts that put their matter in a picture, and posts that speak of the thing itself.
@Suite struct `Figurative frames` {
    @Test(arguments: ["de", "en"])
    func `are seen, and not where a theatre is a theatre`(language: String) throws {
        let rows = try #require(try TriageFixtures.rows("fixtures/frames/\(language).tsv"))
        #expect(rows.count >= 26)
        var matrix = ConfusionMatrix()
        for row in rows {
            let wanted = try #require(row["frame"])
            let triage = try TriageFixtures.read(try #require(row["text"]))
            let frame = try #require(triage.frame)
            matrix.add(wanted: wanted, read: frame.value ?? "none")
            let places = triage.evidence.filter { $0.label == .frame }
            #expect(frame.value == nil ? places.isEmpty : places.count >= 2, "\(row)")
        }
        print("frames, \(language)\n\(matrix)\n")
        #expect(matrix.accuracy >= 0.97)
        #expect(matrix.recall("none") >= 0.97)
    }

    @Test(arguments: ["de", "en"])
    func `are rare in posts that were not written for them`(language: String) throws {
        let rows = try #require(try TriageFixtures.rows("fixtures/corpus/\(language).tsv"))
        let found = try rows.compactMap { row in
            try TriageFixtures.read(row["text"] ?? "").frame?.value.map { "\($0): \(row["text"] ?? "")" }
        }
        #expect(found.count <= rows.count / 500, "\(found)")
    }

    private static let words = """
        [language_words]
        the
        [frame:circus]
        clown
        big top = 1.2
        [not_frame:circus]
        circus ticket
        """

    @Test(
        "need two signals and nothing literal",
        arguments: [
            ("the clown", nil), ("the clown and the clown", nil), ("the big top", nil),
            ("the big top, the clown", "circus"), ("the big top, the clown, my circus ticket", nil),
        ] as [(String, String?)])
    func signals(text: String, expected: String?) throws {
        let lexicon = try Lexicon(language: .english, files: ["words": Array(Self.words.utf8)])
        #expect(lexicon.frames == ["circus"])
        let engine = TriageEngine(lexicons: [lexicon])
        let frame = try #require(engine.read(text, context: TriageContext()).frame)
        #expect(frame.value == expected)
    }

    @Test func `are not looked for without a list of them, nor in a post for somebody else`() throws {
        let plain = try Lexicon(language: .english, files: ["words": Array("[language_words]\nthe\n".utf8)])
        #expect(TriageEngine(lexicons: [plain]).read("the clown", context: TriageContext()).frame == nil)
        let circus = try Lexicon(language: .english, files: ["words": Array(Self.words.utf8)])
        let elsewhere = TriageContext(addressesBrand: false)
        let frame = TriageEngine(lexicons: [circus]).read("the big top, the clown", context: elsewhere).frame
        #expect(frame?.value == .some(nil))
    }
}
