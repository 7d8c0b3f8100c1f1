import Dialogue
import Testing

@Suite struct `Topics` {
    private static func topic(_ name: String, _ keywords: String...) throws -> Topic {
        Topic(name, keywords: try keywords.map { try LexiconPhrase($0) })
    }

    private static func topics() throws -> [Topic] {
        [
            try topic("Heizung", "heiz*", "kalt", "cold", "heating"),
            try topic("Fahrkarten", "ticket*", "fahrkarte*", "SilberCard = 2"),
            try topic("Automaten", "ticket automat*", "automat*"),
            try topic("WLAN", "wlan", "wifi", "kein .. netz"),
        ]
    }

    private static func engine(_ model: TopicModel? = nil) throws -> TriageEngine {
        TriageEngine(
            lexicons: [try TriageFixtures.lexicon(.german), try TriageFixtures.lexicon(.english)],
            topics: TopicBook(try topics()), topicModel: model)
    }

    @Test(arguments: [
        ("Im Wagen 5 ist es kalt, die Heizung ist aus", "Heizung"),
        ("The heating in coach 5 is off", "Heizung"),
        ("Wo kaufe ich eine Fahrkarte?", "Fahrkarten"),
        // Of equals the first in the list.
        ("Die Heizung und das Ticket", "Heizung"),
        // What weighs more.
        ("Mir ist kalt, aber meine SilberCard ist weg", "Fahrkarten"),
        // A keyword inside a longer one does not count.
        ("Der Ticket-Automat am Gleis spinnt", "Automaten"),
        ("Hier im Zug ist wieder kein vernünftiges Netz", "WLAN"),
        ("Danke für die nette Fahrt", nil),
        ("Xyzzy plugh", nil),
    ])
    func `are found by their keywords, in any language`(_ text: String, _ topic: String?) throws {
        let triage = try Self.engine().read(text, context: TriageContext())
        let reading = try #require(triage.topic)
        #expect(reading.value == topic)
        #expect((0...1).contains(reading.confidence))
        #expect(triage.evidence.contains { $0.label == .topic } == (topic != nil))
    }

    @Test func `are not looked for where the brand has none`() throws {
        #expect(try TriageFixtures.read("Die Heizung ist aus").topic == nil)
    }

    @Test func `decide nothing but themselves`() throws {
        let text = "Im Wagen 5 ist es kalt, die Heizung ist aus"
        let plain = try TriageFixtures.read(text)
        var triage = try Self.engine().read(text, context: TriageContext())
        #expect(triage.modelVersion != plain.modelVersion)
        triage.topic = nil
        triage.evidence.removeAll { $0.label == .topic }
        triage.modelVersion = plain.modelVersion
        #expect(triage == plain)
    }

    @Test func `make another version of the model when they change`() throws {
        let one = try Self.engine().modelVersion
        let lexicons = [try TriageFixtures.lexicon(.german), try TriageFixtures.lexicon(.english)]
        let other = TriageEngine(lexicons: lexicons, topics: TopicBook(try Self.topics().reversed()))
        #expect(one != other.modelVersion)
        #expect(try Self.engine().modelVersion == one)
    }

    // MARK: Learning

    private static func lessons(_ count: Int) -> [TopicLesson] {
        let warm = [
            "frieren im abteil", "eiskalte finger am sitz", "handschuhe an im waggon", "zittern seit der abfahrt",
        ]
        let net = [
            "die seite lädt nicht im zug", "router im abteil tot", "videocall bricht ab",
            "kein empfang seit der abfahrt",
        ]
        return (0..<count).flatMap { index in
            [
                TopicLesson(text: "\(warm[index % 4]) tag \(index)", language: .german, topic: "Heizung"),
                TopicLesson(text: "\(net[index % 4]) tag \(index)", language: .german, topic: "WLAN"),
                TopicLesson(text: "danke für die fahrt \(index)", language: .german, topic: nil),
            ]
        }
    }

    private static func model(_ count: Int) throws -> TopicModel? {
        TopicTrainer(engine: try engine()).model(of: try topics().map(\.name), from: lessons(count))
    }

    @Test func `are learned from people where no keyword is found, and keywords come first`() throws {
        let engine = try Self.engine(Self.model(16))
        let learned = try #require(
            engine.read("wieder zittern und eiskalte finger im waggon", context: TriageContext()).topic)
        #expect(learned.value == "Heizung")
        #expect(learned.confidence >= 0.6)
        #expect(engine.read("wieder zittern am automaten", context: TriageContext()).topic?.value == "Automaten")
        #expect(engine.read("guten morgen", context: TriageContext()).topic?.value == .some(nil))
    }

    @Test func `are learned from ten posts on, and only those in use`() throws {
        #expect(try Self.model(TopicTrainer.leastLessons - 1) == nil)
        #expect(try Self.model(TopicTrainer.leastLessons)?.topics == ["Heizung", "WLAN"])
        let trainer = TopicTrainer(engine: try Self.engine())
        #expect(trainer.model(of: ["WLAN", "Toiletten"], from: Self.lessons(12))?.topics == ["WLAN"])
        let model = try #require(try Self.model(16))
        let gone = TriageEngine(
            lexicons: [try TriageFixtures.lexicon(.german)],
            topics: TopicBook([try Self.topic("Fahrkarten", "ticket*")]), topicModel: model)
        #expect(gone.read("wieder zittern und eiskalte finger", context: TriageContext()).topic?.value == .some(nil))
    }

    @Test func `are learned the same each time, and kept byte for byte`() throws {
        let model = try #require(try Self.model(12))
        #expect(try Self.model(12) == model)
        let again = try TopicModel(bytes: model.bytes)
        #expect(again == model)
        #expect(again.bytes == model.bytes)
        let taught = try Self.engine(model)
        #expect(try taught.modelVersion != Self.engine().modelVersion)
        #expect(try Self.engine().knowing(model).modelVersion == taught.modelVersion)
    }

    @Test func `are not read from bytes that are no model`() throws {
        let bytes = try #require(try Self.model(10)).bytes
        for broken in [
            [], Array(bytes.prefix(9)), Array(bytes.dropLast()), bytes + [0], Array("ANTWMODL".utf8) + bytes,
        ] {
            #expect(throws: TriageModel.CodingError.self) { try TopicModel(bytes: broken) }
        }
        var other = bytes
        other[8] = 9
        #expect(throws: TriageModel.CodingError.otherFormat(9)) { try TopicModel(bytes: other) }
    }
}

@Suite struct `A brand's own words` {
    private static func words(_ category: LexiconCategory, _ entries: String...) throws -> BrandWords {
        BrandWords(.german, try entries.map { BrandWords.Entry(category, try LexiconPhrase($0)) })
    }

    private static let files = ["a.txt": Array("[language_words]\nder\nist\n[complaint]\nkaputt\n".utf8)]

    @Test func `join the lexicon of their language and change its version`() throws {
        let plain = try Lexicon(language: .german, files: Self.files)
        let own = try Lexicon(language: .german, files: Self.files, words: [try Self.words(.complaint, "schnurpselt*")])
        #expect(own.entryCount == plain.entryCount + 1)
        #expect(own.fingerprint != plain.fingerprint)
        let other = try Lexicon(
            language: .english, files: Self.files, words: [try Self.words(.complaint, "schnurpselt*")])
        #expect(try other.fingerprint == Lexicon(language: .english, files: Self.files).fingerprint)
        let text = "Der Zug ist da und schnurpselt"
        #expect(TriageEngine(lexicons: [plain]).read(text, context: TriageContext()).intent.value != .complaint)
        #expect(TriageEngine(lexicons: [own]).read(text, context: TriageContext()).intent.value == .complaint)
    }

    @Test(arguments: [
        ("", 1, LexiconError.Mistake.Code.emptyEntry), ("#silber", 1, .emptyEntry), ("[complaint]", 1, .section),
        ("ab*", 1, .prefix),
        ("kein .. ", 1, .gap), ("zug = 99", 5, .weight), ("a\nb", 2, .controlCharacter),
        ("zug <name>", 5, .placeholder),
    ])
    func `are checked by the rules of lexicon files`(_ text: String, _ column: Int, _ code: LexiconError.Mistake.Code) {
        #expect {
            try LexiconPhrase(text)
        } throws: { error in
            let mistake = (error as? LexiconError)?.mistakes.first
            return mistake?.column == column && mistake?.code == code
        }
    }
}
