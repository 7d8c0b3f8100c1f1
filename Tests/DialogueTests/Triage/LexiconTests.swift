import Dialogue
import Testing

@Suite struct `A lexicon` {
    private func lexicon(_ text: String) throws -> Lexicon {
        try Lexicon(language: .english, files: ["words.txt": Array(text.utf8)])
    }

    private func isComplaint(_ text: String, entry: String) throws -> Bool {
        let engine = TriageEngine(lexicons: [try lexicon("[language_words]\nthe\n[complaint]\n\(entry)\n")])
        let triage = engine.read("the \(text)", context: TriageContext())
        return triage.evidence.contains { $0.label == .intent(.complaint) }
    }

    @Test(arguments: [
        ("delayed", "DELAYED!", true), ("delayed", "delay", false), ("delay*", "delays", true),
        ("delay*", "the dela", false), ("*failure", "trainfailure", true), ("*failure", "failures", false),
        ("no reply", "no reply", true), ("no reply", "no, reply", true), ("no reply", "no. Reply", false),
        ("no .. reply", "no kind of a reply", true), ("no .. reply", "no reply", true),
        ("no .. reply", "no, not one reply", false), ("no .. reply", "no a b c d e f g reply", false),
        ("since <number> hours", "since 3 hours", true), ("since <number> hours", "since hours", false),
        ("since <number> hours", "since 2,5 hours", true), ("doesn't", "doesn’t", true), ("doesn't", "doesnt", true),
        ("mueller", "Müller", true), ("müller", "MUELLER", true), ("strauss", "Strauß", true),
        ("müller", "mu\u{308}ller", true), ("naive", "naïve", true), ("slow", "slooooow", true),
        ("cool", "coooool", true), ("delayed", "de\u{200d}lay\u{ad}ed", true), ("late", "#TrainLate", true),
        ("late", "#train_late", true), ("late", "@late", false), ("late", "https://late.example/late", false),
        ("lost/missing bag", "missing bag", true), ("lost/missing bag", "lost missing", false),
        ("delay*/late .. bus/train", "delayed as a train", true),
        ("k.o./late bus", "k.o. bus", true), ("24/7", "24/7", true), ("24/7", "7", false),
        (":(", "oh :-(", true), ("😡", "😡", true), ("👍", "👍🏽", true), ("late", "“late”", true),
    ])
    func `finds its entries`(entry: String, text: String, isFound: Bool) throws {
        #expect(try isComplaint(text, entry: entry) == isFound)
    }

    @Test func `counts an entry at the beginning of a sentence only, when it says so`() throws {
        #expect(try isComplaint("bus came. Late as ever", entry: "^late"))
        #expect(try !isComplaint("bus came late", entry: "^late"))
    }

    @Test func `counts words as numbers when told to`() throws {
        let words = "[language_words]\nthe\n[number_words]\ntwo\n[complaint]\n<number> hours late\n"
        let engine = TriageEngine(lexicons: [try lexicon(words)])
        #expect(engine.read("the two hours late", context: TriageContext()).intent.value == .complaint)
        #expect(engine.read("the hours late", context: TriageContext()).intent.value != .complaint)
    }

    @Test func `lets the longer entry stand for its words`() throws {
        let words = "[language_words]\nthe\n[negative]\nproblem\n[neutral]\nno problem\n"
        let engine = TriageEngine(lexicons: [try lexicon(words)])
        #expect(engine.read("the problem", context: TriageContext()).sentiment.value == .negative)
        #expect(engine.read("the no problem", context: TriageContext()).sentiment.value == .neutral)
    }

    @Test func `refuses a line that stands for too many entries`() throws {
        let turns = (0..<60).map { "no-w\($0)" }.joined(separator: "/")
        let error = #expect(throws: LexiconError.self) { try lexicon("[complaint]\n\(turns) \(turns)\n") }
        #expect(error?.mistakes.map(\.code) == [.length])
        let words = (0..<60).map { String(repeating: "ab", count: $0 / 4 + 1) + "cdef".dropFirst($0 % 4).prefix(1) }
            .joined(separator: "/")
        #expect(try lexicon("[complaint]\n\(words)\n").entryCount == 60)
        #expect(try lexicon("[complaint]\n\(words) .. \(words)\n").entryCount == 1)
    }

    @Test func `names its frames`() throws {
        let text = "[frame:war]\nsiege\n[not_frame:theatre]\nticket\n[frame:theatre]\nsiege\n"
        #expect(try lexicon(text).frames == ["theatre", "war"])
        #expect(try lexicon(text).entryCount == 3)
    }

    @Test func `may be empty, commented, and come from Windows`() throws {
        #expect(try lexicon("").entryCount == 0)
        #expect(try lexicon("\u{feff}# nothing\r\n[complaint] # why\r\n late = 1.5 # how much\r\n\r\n").entryCount == 1)
        #expect(try lexicon("[complaint]\nlate\nlate\n").entryCount == 1)
    }

    @Test func `passes over the list of importing beside it`() throws {
        let files = ["furniture.txt": Array("Share this\n".utf8), "words.txt": Array("[spam]\nwin\n".utf8)]
        #expect(try Lexicon(language: .english, files: files).categories == [.spam])
    }

    @Test(arguments: [
        ("late", 1, 1, "entry_before_section"), ("[complaint", 1, 1, "section"), ("[complaint] late", 1, 1, "section"),
        ("[]", 1, 1, "section"), ("[complaints]", 1, 2, "unknown_category"),
        ("[complaint]\n  late = much", 2, 8, "weight"),
        ("[complaint]\nlate = 11", 2, 6, "weight"), ("[complaint]\nlate =", 2, 6, "weight"),
        ("[complaint]\nlate = 1 2", 2, 6, "weight"), ("[complaint]\nlate = nan", 2, 6, "weight"),
        ("[complaint]\nso <word> late", 2, 4, "placeholder"), ("[complaint]\nla*", 2, 1, "prefix"),
        ("[complaint]\n*late*", 2, 1, "prefix"), ("[complaint]\nla*te", 2, 1, "prefix"),
        ("[complaint]\n.. late", 2, 1, "gap"), ("[complaint]\nlate ..", 2, 1, "gap"),
        ("[complaint]\na .. .. b", 2, 1, "gap"), ("[complaint]\na .. b .. c .. d", 2, 1, "gap"),
        ("[complaint]\n!!!", 2, 1, "empty_entry"), ("[complaint]\na b c d e f g h i", 2, 1, "length"),
        ("[complaint]\nlate = 1\nlate = 2", 3, 1, "contradiction"),
        ("[complaint]\nla\u{0}te", 2, 3, "control_character"),
    ])
    func `says what is wrong and where`(text: String, line: Int, column: Int, code: String) throws {
        let error = #expect(throws: LexiconError.self) { try lexicon(text) }
        let mistake = try #require(error?.mistakes.first)
        #expect(error?.mistakes.count == 1)
        #expect(mistake.line == line)
        #expect(mistake.column == column)
        #expect(mistake.code.rawValue == code)
        #expect(mistake.file == "words.txt")
        #expect(!mistake.advice.isEmpty)
    }

    @Test func `gathers the mistakes of all files`() throws {
        let error = #expect(throws: LexiconError.self) {
            try Lexicon(
                language: .english,
                files: [
                    "b.txt": Array("[prays]\nx\n[thanks]\nta = x\n".utf8), "a.txt": [0x5b, 0x61, 0x5d, 0x0a, 0xff],
                ])
        }
        #expect(
            error?.mistakes.map(\.description).map { $0.prefix { $0 != " " } } == [
                "a.txt:1:2:", "a.txt:2:1:", "b.txt:1:2:", "b.txt:4:4:",
            ])
        #expect(error?.mistakes[2].advice == "did you mean [praise]?")
    }
}
