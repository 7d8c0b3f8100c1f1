import Dialogue
import Foundation
import Testing

/// One rule a row: what `fixtures/triage/rules.tsv` says a text must be read as.
@Suite struct `Triage rules` {
    struct Row: Sendable, CustomTestStringConvertible {
        let id: String
        let expected: String
        let context: String
        let text: String
        var testDescription: String { "\(id): \(expected)" }
    }

    static let rows: [Row] =
        ((try? TriageFixtures.rows("fixtures/triage/rules.tsv")) ?? [])?.compactMap { row in
            guard let id = row["id"], let expected = row["expected"], let context = row["context"],
                let text = row["text"]
            else { return nil }
            return Row(id: id, expected: expected, context: context, text: text)
        } ?? []

    @Test func `have their table`() {
        #expect(Self.rows.count > 80)
    }

    @Test(arguments: rows)
    func `read what the table says`(_ row: Row) throws {
        let triage = try TriageFixtures.read(row.text, context: context(row.context))
        for expectation in row.expected.split(separator: ";") {
            let parts = expectation.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            let value = try #require(parts.last)
            #expect(read(String(parts[0]), of: triage, text: row.text) == value, "\(row.text) \(triage)")
        }
    }

    private func context(_ words: String) -> TriageContext {
        var context = TriageContext(accountHandles: ["@silberbahn"])
        for word in words.split(separator: ",") {
            switch word {
            case "conversation":
                context.authorHasConversation = true
                context.isReply = true
            case "reply": context.isReply = true
            case "unaddressed": context.addressesBrand = false
            default: context.platformLanguage = String(word.dropFirst("hint:".count))
            }
        }
        return context
    }

    private func read(_ label: String, of triage: Triage, text: String) -> String {
        switch label {
        case "language": return triage.language.value.rawValue
        case "register": return triage.register.value.rawValue
        case "for_us": return String(triage.forUs.value)
        case "needs_answer": return String(triage.needsAnswer.value)
        case "intent": return triage.intent.value.rawValue
        case "sentiment": return triage.sentiment.value.rawValue
        case "urgency":
            let reason = triage.urgency.value.reason.map { " " + $0.rawValue } ?? ""
            return "\(triage.urgency.value.level)\(reason)"
        case "flags": return triage.flags.map(\.flag.rawValue).joined(separator: ",")
        case "personal":
            return triage.personalData.map { "\($0.kind.rawValue):\(slice(text, $0.range))" }.joined(separator: ",")
        default: return "no such label"
        }
    }

    private func slice(_ text: String, _ range: Range<Int>) -> String {
        var slice = String.UnicodeScalarView()
        slice.append(contentsOf: Array(text.unicodeScalars)[range])
        return String(slice)
    }
}
