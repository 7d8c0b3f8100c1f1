/// A template as its file says it: header, variants and wordings, with every mistake.
///
///     occasion: complaint
///     mentions: delay*, waiting
///
///     ## du
///     {{> greeting}}
///     …
///     ---
///     … another wording …
///
/// The header is `key: value`, a line beginning with `#` in it is a comment. `##` opens a variant, a line `---`
/// separates wordings. `{{slot}}` is filled, `[[ … ]]` is left out whole when a slot in it has no value,
/// `{{#slot}}…{{/slot}}` stands when there is a value, `{{^slot}}…{{/slot}}` when there is none, `{{> greeting}}`
/// on a line of its own is a shared piece, `{{! … }}` a comment.
struct TemplateFile {
    private(set) var mistakes: [TemplateError.Mistake] = []
    private(set) var variants: [ReplyRegister: [Wording]] = [:]
    /// Where each variant begins.
    private(set) var lines: [ReplyRegister: Int] = [:]

    let file: String
    private var header: [String: (value: String, line: Int)] = [:]
    private var register: ReplyRegister?
    private var isInUnknownVariant = false
    private var wordings: [Wording] = []
    private var pending: [String] = []
    private var pendingLine = 0

    enum Kind {
        case reply
        case piece

        var keys: [String] {
            switch self {
            case .reply: ["occasion", "title", "mentions", "answers"]
            case .piece: ["title"]
            }
        }
    }

    static let mostWordings = 40

    init(kind: Kind, file: String, bytes: [UInt8]) {
        self.file = file
        let source = SourceText(file: file, bytes: bytes)
        mistakes = source.mistakes
        var isInHeader = true
        for line in source.lines {
            if line.text.hasPrefix("##") {
                isInHeader = false
                openVariant(line)
            } else if isInHeader {
                readHeader(line, kind: kind)
            } else if line.trimmed == "---" {
                closeWording()
                pendingLine = line.number + 1
            } else {
                pending.append(line.text)
            }
        }
        closeVariant()
        if variants.isEmpty, mistakes.isEmpty {
            report(.missing, 1, 1, "the file has no variant", "write a line such as ## neutral and the reply below it")
        }
    }

    // MARK: Header

    private mutating func readHeader(_ line: SourceText.Line, kind: Kind) {
        let text = line.trimmed
        guard !text.isEmpty, !text.hasPrefix("#") else { return }
        let column = SourceText.firstColumn(of: line.text)
        guard let colon = text.firstIndex(of: ":") else {
            return report(
                .header, line.number, column, "'\(text.prefix(60))' is no line of the header",
                "write 'key: value', or begin the first variant with ##")
        }
        let key = SourceText.trimmed(text[..<colon])
        guard kind.keys.contains(key) else {
            return report(
                .unknownKey, line.number, column, "the header has no key '\(key.prefix(60))'",
                Suggestion.advice(for: key, among: kind.keys))
        }
        guard header[key] == nil else {
            return report(.duplicate, line.number, column, "'\(key)' stands in the header twice", "keep one of the two")
        }
        let value = SourceText.trimmed(text[text.index(after: colon)...])
        guard !value.isEmpty else {
            return report(.header, line.number, column, "'\(key)' has no value", "write one, or remove the line")
        }
        header[key] = (value, line.number)
    }

    var title: String? { header["title"]?.value }

    mutating func occasion() -> Occasion? {
        guard let given = header["occasion"] else {
            report(
                .missing, 1, 1, "the header does not say the occasion", "write a line such as 'occasion: question'")
            return nil
        }
        return occasion(named: given.value, line: given.line)
    }

    mutating func answers(_ occasion: Occasion?) -> Set<Occasion> {
        guard let given = header["answers"] else { return [.question, .followUp, .remark] }
        if let occasion, occasion != .outOfHours {
            report(
                .header, given.line, 1, "'answers' belongs to replies for out_of_hours only", "remove the line")
        }
        let names = given.value.split { $0 == "," || $0 == " " }.map(String.init)
        return Set(names.compactMap { self.occasion(named: $0, line: given.line) })
    }

    mutating func mentions() -> PhraseList {
        guard let given = header["mentions"] else { return PhraseList() }
        var phrases: [Phrase] = []
        for text in given.value.split(separator: ",").map({ SourceText.trimmed($0) }) {
            if let phrase = PhraseFileParser.phrase(text) {
                phrases.append(phrase)
            } else {
                report(
                    .phrase, given.line, 1, "'\(text.prefix(60))' is not a phrase",
                    "write words separated by commas, each with one star at most")
            }
        }
        return PhraseList(phrases)
    }

    private mutating func occasion(named name: String, line: Int) -> Occasion? {
        if let occasion = Occasion(rawValue: name) { return occasion }
        report(
            .unknownValue, line, 1, "there is no occasion '\(name.prefix(60))'",
            Suggestion.advice(for: name, among: Occasion.allCases.map(\.rawValue)))
        return nil
    }

    // MARK: Variants

    private mutating func openVariant(_ line: SourceText.Line) {
        closeVariant()
        let name = SourceText.trimmed(line.text.drop { $0 == "#" })
        let known = ReplyRegister(rawValue: name)
        isInUnknownVariant = known == nil
        register = known
        pendingLine = line.number + 1
        guard let known, line.text.hasPrefix("## ") else {
            return report(
                .unknownVariant, line.number, 1, "there is no variant '\(name.prefix(60))'",
                Suggestion.advice(for: name, among: ReplyRegister.allCases.map(\.rawValue)))
        }
        if lines[known] != nil {
            report(
                .duplicate, line.number, 1, "the variant '\(name)' stands in the file twice",
                "put both wordings under one heading, with a line --- between them")
        }
        lines[known] = line.number
    }

    private mutating func closeVariant() {
        guard register != nil || isInUnknownVariant else { return }
        closeWording()
        if let register { variants[register] = wordings }
        register = nil
        wordings = []
    }

    private mutating func closeWording() {
        var text = pending
        var line = pendingLine
        pending = []
        while let first = text.first, SourceText.trimmed(first).isEmpty {
            text.removeFirst()
            line += 1
        }
        while let last = text.last, SourceText.trimmed(last).isEmpty { text.removeLast() }
        guard !isInUnknownVariant else { return }
        guard !text.isEmpty else {
            return report(
                .emptyWording, pendingLine, 1, "a wording is empty",
                "write the reply here, or remove the heading or ---")
        }
        guard wordings.count < Self.mostWordings else {
            return report(.size, line, 1, "the variant has too many wordings", "keep \(Self.mostWordings) at most")
        }
        let compiler = WordingCompiler(
            text.joined(separator: "\n"), number: wordings.count + 1, file: file, line: line)
        mistakes += compiler.mistakes
        if let wording = compiler.wording { wordings.append(wording) }
    }

    private mutating func report(
        _ code: TemplateError.Mistake.Code, _ line: Int, _ column: Int, _ what: String, _ advice: String
    ) {
        mistakes.append(
            TemplateError.Mistake(code: code, file: file, line: line, column: column, what: what, advice: advice))
    }
}
