import Mustache

/// Checks the marks of one wording and hands it to the template engine in a form that cannot surprise.
///
/// In that form a dot of a name is a `*` (the engine would take it for a path) and what is asked ends in `?`, so that
/// the values handed in can tell a question from a slot to fill.
struct WordingCompiler {
    private(set) var mistakes: [TemplateError.Mistake] = []
    private(set) var wording: Wording?

    private let file: String
    private let text: [UInt8]
    private var levels = [Level()]
    private var slots: Set<Slot> = []
    private var needed: Set<Slot> = []
    private var pieces: Set<SharedPiece> = []

    /// Everything in a section or passage that is still open, and the text at the bottom.
    private struct Level {
        var opening: Tag?
        var slot: Slot?
        var output = ""
        /// The slots that stand in a passage, in order.
        var own: [Slot] = []
    }

    /// In bytes: a reply, not a book. It also bounds the engine's reading, which grows with the square of the size.
    static let largest = 8 << 10
    static let deepest = 6

    /// Sets the engine to plain text; every text needs it, as the engine returns to HTML in each partial.
    private static let pragma = "{{% CONTENT_TYPE:TEXT}}\n"

    init(_ text: String, number: Int, file: String, line: Int) {
        self.file = file
        self.text = Array(text.utf8)
        guard self.text.count <= Self.largest else {
            report(
                .size, line, 1, "the wording has \(self.text.count) bytes", "keep it below \(Self.largest)")
            return
        }
        let scanner = TagScanner(text, file: file, line: line)
        mistakes = scanner.mistakes
        var position = 0
        for tag in scanner.tags {
            emit(position..<tag.range.lowerBound)
            position = tag.range.upperBound
            read(tag)
        }
        emit(position..<self.text.count)
        for level in levels.dropFirst() {
            guard let tag = level.opening else { continue }
            let mark = tag.kind == .passage ? "[[" : "{{\(tag.kind == .section ? "#" : "^")\(tag.name)}}"
            let end = tag.kind == .passage ? "]]" : "{{/\(tag.name)}}"
            report(.tag, tag.line, tag.column, "\(mark) is not closed", "write \(end) behind the last word of it")
        }
        if mistakes.isEmpty { compile(number: number, line: line) }
    }

    private mutating func compile(number: Int, line: Int) {
        do {
            let template = try MustacheTemplate(string: Self.pragma + levels[0].output + "\n")
            wording = Wording(
                number: number, line: line, template: template, slots: slots, neededSlots: needed, pieces: pieces)
        } catch {
            report(.tag, line, 1, "the wording cannot be read", "look for marks that are not {{name}} or [[ ]]")
        }
    }

    private mutating func emit(_ range: Range<Int>) {
        guard !range.isEmpty else { return }
        levels[levels.count - 1].output += String(decoding: text[range], as: UTF8.self)
    }

    private mutating func read(_ tag: Tag) {
        switch tag.kind {
        case .comment: return
        case .slot: readSlot(tag)
        case .section, .inverted: openSection(tag)
        case .end: closeSection(tag)
        case .piece: readPiece(tag)
        case .passage: push(Level(opening: tag), at: tag)
        case .passageEnd: closePassage(tag)
        }
    }

    // MARK: Slots and pieces

    private mutating func readSlot(_ tag: Tag) {
        guard let slot = slot(of: tag) else { return }
        guard !slot.isCondition else {
            return report(
                .unknownSlot, tag.line, tag.column, "'\(slot)' can only be asked",
                "write {{#\(slot)}}…{{/\(slot)}} around the words that depend on it")
        }
        slots.insert(slot)
        levels[levels.count - 1].output += "{{\(Self.engineName(of: slot))}}"
        if let passage = levels.lastIndex(where: { $0.opening?.kind == .passage }) {
            if !levels[passage].own.contains(slot) { levels[passage].own.append(slot) }
        } else if !levels.contains(where: { $0.opening?.kind == .section && $0.slot == slot }) {
            needed.insert(slot)
        }
    }

    private func isAlone(_ tag: Tag) -> Bool {
        let newline = UInt8(ascii: "\n")
        let before = tag.range.lowerBound == 0 || text[tag.range.lowerBound - 1] == newline
        let after = tag.range.upperBound == text.count || text[tag.range.upperBound] == newline
        return before && after
    }

    private mutating func readPiece(_ tag: Tag) {
        guard let piece = SharedPiece(rawValue: tag.name) else {
            let advice = Suggestion.advice(for: tag.name, among: SharedPiece.allCases.map(\.rawValue))
            return report(
                .unknownPiece, tag.line, tag.column, "there is no shared piece '\(tag.name.prefix(60))'", advice)
        }
        guard isAlone(tag) else {
            return report(
                .tag, tag.line, tag.column, "{{> \(piece.rawValue)}} shares its line with other words",
                "give it a line of its own, without blanks around it")
        }
        pieces.insert(piece)
        levels[levels.count - 1].output += "{{> \(piece.rawValue)}}"
    }

    private mutating func slot(of tag: Tag) -> Slot? {
        if let slot = Slot(name: tag.name) { return slot }
        report(
            .unknownSlot, tag.line, tag.column, "there is no slot '\(tag.name.prefix(60))'",
            Suggestion.advice(for: tag.name, among: Slot.names))
        return nil
    }

    // MARK: Sections and passages

    private mutating func push(_ level: Level, at tag: Tag) {
        if levels.count > Self.deepest {
            report(
                .nesting, tag.line, tag.column, "passages lie more than \(Self.deepest) deep in each other",
                "write two wordings instead")
        }
        levels.append(level)
    }

    private mutating func openSection(_ tag: Tag) {
        push(Level(opening: tag, slot: slot(of: tag)), at: tag)
    }

    private mutating func closeSection(_ tag: Tag) {
        guard let level = levels.last, let opening = level.opening, opening.name == tag.name, opening.kind != .passage
        else {
            return report(
                .tag, tag.line, tag.column, "{{/\(tag.name.prefix(60))}} closes nothing that is open here",
                openingAdvice ?? "remove it")
        }
        levels.removeLast()
        guard let slot = level.slot else { return }
        slots.insert(slot)
        let name = Self.engineName(of: slot) + "?"
        let sign = opening.kind == .section ? "#" : "^"
        levels[levels.count - 1].output += "{{\(sign)\(name)}}\(level.output){{/\(name)}}"
    }

    private mutating func closePassage(_ tag: Tag) {
        guard let level = levels.last, let opening = level.opening, opening.kind == .passage else {
            return report(
                .tag, tag.line, tag.column, "]] closes nothing that is open here",
                openingAdvice ?? "write [[ before it")
        }
        levels.removeLast()
        guard !level.own.isEmpty else {
            return report(
                .tag, opening.line, opening.column, "the passage has no slot, so it would never be left out",
                "remove the brackets, or put a slot such as {{first_name}} between them")
        }
        let names = level.own.map { Self.engineName(of: $0) + "?" }
        let before = names.map { "{{#\($0)}}" }.joined()
        let after = names.reversed().map { "{{/\($0)}}" }.joined()
        levels[levels.count - 1].output += before + level.output + after
    }

    /// Which mark has to be closed before any other; nil when none is open.
    private var openingAdvice: String? {
        guard let opening = levels.last?.opening else { return nil }
        let mark = opening.kind == .passage ? "[[" : "{{#\(opening.name.prefix(60))}}"
        return "close \(mark) of line \(opening.line) first"
    }

    static func engineName(of slot: Slot) -> String {
        String(slot.description.map { $0 == "." ? "*" : $0 })
    }

    private mutating func report(
        _ code: TemplateError.Mistake.Code, _ line: Int, _ column: Int, _ what: String, _ advice: String
    ) {
        mistakes.append(
            TemplateError.Mistake(code: code, file: file, line: line, column: column, what: what, advice: advice))
    }
}
