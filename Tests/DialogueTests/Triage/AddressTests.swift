import Dialogue
import Testing

/// What `fixtures/triage/address.tsv` says of the language and the register of short and awkward posts.
@Suite struct `Language and register` {
    struct Row: Sendable, CustomTestStringConvertible {
        let id: String
        let language: String
        let register: String
        let context: String
        let text: String
        var testDescription: String { "\(id): \(text)" }
    }

    static let rows: [Row] =
        ((try? TriageFixtures.rows("fixtures/triage/address.tsv")) ?? [])?.compactMap { row in
            guard let id = row["id"], let language = row["language"], let register = row["register"],
                let context = row["context"], let text = row["text"]
            else { return nil }
            return Row(id: id, language: language, register: register, context: context, text: text)
        } ?? []

    @Test func `have their table`() {
        #expect(Self.rows.count > 80)
    }

    @Test(arguments: rows)
    func `are read as the table says`(_ row: Row) throws {
        var context = TriageContext(isReply: row.context == "reply", accountHandles: ["@silberbahn"])
        if row.context.hasPrefix("hint:") { context.platformLanguage = String(row.context.dropFirst("hint:".count)) }
        let triage = try TriageFixtures.read(row.text, context: context)
        #expect(triage.language.value.rawValue == row.language)
        if row.register != "-" { #expect(triage.register.value.rawValue == row.register, "\(triage.evidence)") }
    }

    @Test func `are surer with more to go by`() throws {
        let nothing = try TriageFixtures.read("😡").language
        let word = try TriageFixtures.read("Wann?").language
        let sentence = try TriageFixtures.read("Wann kommt denn endlich der nächste Zug nach Hause?").language
        #expect(nothing.confidence < word.confidence)
        #expect(word.confidence < sentence.confidence)
    }

    @Test func `show the words that turn an address away from the brand`() throws {
        let triage = try TriageFixtures.read("wer von euch kennt das")
        let places = triage.evidence.filter { $0.label.label == "register" }
        #expect(places.map(\.reason.id) == ["lexicon.register_others"])
        #expect(places.map(\.range) == [0..<12])
    }
}
