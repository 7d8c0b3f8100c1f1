/// Reads a message catalogue and gathers what is wrong with it.
struct MessageFileParser {
    private(set) var mistakes: [TemplateError.Mistake] = []
    private(set) var catalogue: MessageCatalogue?

    private let file: String
    private var texts: [String: String] = [:]
    private var lines: [String: Int] = [:]

    private static let needed =
        MessageKey.allCases.map(\.rawValue) + MessageKey.weekdays + MessageKey.shortWeekdays + MessageKey.months
    private static let known = Set(needed + MessageKey.holidays)

    init(file: String, bytes: [UInt8]) {
        self.file = file
        let source = SourceText(file: file, bytes: bytes)
        mistakes = source.mistakes
        for line in source.lines { read(line) }
        for key in Self.needed where texts[key] == nil {
            report(.missing, 1, 1, "the text '\(key)' is missing", "add a line '\(key) = …'")
        }
        let registers = registers()
        if mistakes.isEmpty { catalogue = MessageCatalogue(texts: texts, registers: registers) }
    }

    private mutating func read(_ line: SourceText.Line) {
        let text = line.trimmed
        guard !text.isEmpty, !text.hasPrefix("#") else { return }
        let column = SourceText.firstColumn(of: line.text)
        guard let equals = text.firstIndex(of: "=") else {
            return report(
                .header, line.number, column, "'\(text.prefix(60))' is not a text", "write 'key = text'")
        }
        let key = SourceText.trimmed(text[..<equals])
        guard Self.known.contains(key) else {
            return report(
                .unknownKey, line.number, column, "there is no text '\(key.prefix(60))'",
                Suggestion.advice(for: key, among: Self.needed))
        }
        guard texts[key] == nil else {
            return report(
                .duplicate, line.number, column, "'\(key)' stands in line \(lines[key] ?? 0) already",
                "keep one of the two")
        }
        var value = SourceText.trimmed(text[text.index(after: equals)...])
        if value.utf8.count >= 2, value.hasPrefix("\""), value.hasSuffix("\"") {
            value = String(value.dropFirst().dropLast())
        }
        guard !value.isEmpty else {
            return report(.header, line.number, column, "'\(key)' has no text", "write one behind the =")
        }
        checkPlaceholders(of: key, in: value, line: line.number, column: column)
        texts[key] = value
        lines[key] = line.number
    }

    private mutating func checkPlaceholders(of key: String, in value: String, line: Int, column: Int) {
        let expected = MessageKey(rawValue: key)?.placeholders ?? []
        var found: Set<String> = []
        for part in value.split(separator: "{", omittingEmptySubsequences: false).dropFirst() {
            found.insert(String(part.prefix { $0 != "}" }))
        }
        for name in found.subtracting(expected).sorted() {
            report(
                .placeholder, line, column, "'\(key)' has no placeholder {\(name.prefix(60))}",
                expected.isEmpty
                    ? "remove it" : "use " + expected.sorted().map { "{\($0)}" }.joined(separator: ", "))
        }
        for name in expected.subtracting(found).sorted() {
            report(.placeholder, line, column, "'\(key)' lacks {\(name)}", "put it where the value belongs")
        }
    }

    private mutating func registers() -> [ReplyRegister] {
        if let clock = texts[MessageKey.clock.rawValue], clock != "24", clock != "12" {
            report(.unknownValue, lines[MessageKey.clock.rawValue] ?? 1, 1, "'clock' is '\(clock)'", "write 24 or 12")
        }
        let names = texts[MessageKey.registers.rawValue]?.split(separator: " ").map(String.init) ?? []
        var registers: [ReplyRegister] = []
        for name in names {
            if let register = ReplyRegister(rawValue: name) {
                registers.append(register)
            } else {
                report(
                    .unknownValue, lines[MessageKey.registers.rawValue] ?? 1, 1,
                    "there is no register '\(name.prefix(60))'",
                    Suggestion.advice(for: name, among: ReplyRegister.allCases.map(\.rawValue)))
            }
        }
        return registers
    }

    private mutating func report(
        _ code: TemplateError.Mistake.Code, _ line: Int, _ column: Int, _ what: String, _ advice: String
    ) {
        mistakes.append(
            TemplateError.Mistake(code: code, file: file, line: line, column: column, what: what, advice: advice))
    }
}
