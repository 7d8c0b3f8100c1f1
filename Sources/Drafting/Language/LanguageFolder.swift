import Dialogue

/// Reads the files of one language and looks at them together: variants that lack, pieces that lack or go in circles.
struct LanguageFolder {
    private(set) var templates: [ReplyTemplate] = []
    private(set) var pieces: [SharedPiece: [ReplyRegister: [Wording]]] = [:]
    private(set) var messages: MessageCatalogue?
    private(set) var phrases: [PhraseTopic: [Phrase]] = [:]
    private(set) var mistakes: [TemplateError.Mistake] = []

    private let language: Language

    static let mostFiles = 2_000

    init(language: Language, files: [String: [UInt8]]) {
        self.language = language
        let messagesPath = "messages.txt"
        guard files.count <= Self.mostFiles else {
            report(.size, at: messagesPath, "the folder has \(files.count) files", "keep \(Self.mostFiles) at most")
            return
        }
        if let bytes = files[messagesPath] {
            let parser = MessageFileParser(file: name(messagesPath), bytes: bytes)
            mistakes += parser.mistakes
            messages = parser.catalogue
        } else {
            report(.missing, at: messagesPath, "the file is missing", "copy it from another language and translate it")
        }
        let sorted = files.sorted { $0.key < $1.key }
        for (path, bytes) in sorted where path.hasPrefix("checks/") && path.hasSuffix(".txt") {
            let parser = PhraseFileParser(file: name(path), bytes: bytes)
            mistakes += parser.mistakes
            phrases.merge(parser.phrases) { $0 + $1 }
        }
        for (path, bytes) in sorted where path.hasSuffix(".md") {
            if let stem = Self.stem(of: path, in: "shared/") { readPiece(path, stem: stem, bytes: bytes) }
        }
        findCycles()
        for (path, bytes) in sorted where path.hasSuffix(".md") {
            if let stem = Self.stem(of: path, in: "replies/") { readReply(path, stem: stem, bytes: bytes) }
        }
    }

    private static func stem(of path: String, in folder: String) -> String? {
        guard path.hasPrefix(folder) else { return nil }
        return String(path.dropFirst(folder.count).dropLast(".md".count))
    }

    private func name(_ path: String) -> String { language.rawValue + "/" + path }

    private func piecePath(_ piece: SharedPiece) -> String { "shared/\(piece.rawValue).md" }

    // MARK: Pieces

    private mutating func readPiece(_ path: String, stem: String, bytes: [UInt8]) {
        guard let piece = SharedPiece(rawValue: stem) else {
            return report(
                .unknownPiece, at: path, "there is no shared piece '\(stem)'",
                Suggestion.advice(for: stem, among: SharedPiece.allCases.map(\.rawValue)))
        }
        let file = TemplateFile(kind: .piece, file: name(path), bytes: bytes)
        mistakes += file.mistakes
        checkVariants(file, path: path)
        pieces[piece] = file.variants
    }

    private func pieces(of piece: SharedPiece) -> Set<SharedPiece> {
        (pieces[piece] ?? [:]).values.joined().reduce(into: []) { $0.formUnion($1.pieces) }
    }

    private mutating func findCycles() {
        for piece in SharedPiece.allCases where pieces[piece] != nil {
            var path = [piece]
            if follow(piece, path: &path) {
                let names = path.map(\.rawValue).joined(separator: " > ")
                report(
                    .cycle, at: piecePath(piece), "the piece contains itself: \(names)",
                    "take {{> \(path[1].rawValue)}} out of one of them")
            }
        }
    }

    /// Whether the way through the pieces comes back to where it began. There are three pieces, so it stays short.
    private func follow(_ piece: SharedPiece, path: inout [SharedPiece]) -> Bool {
        for next in pieces(of: piece).sorted(by: { $0.rawValue < $1.rawValue }) {
            path.append(next)
            if next == path[0] { return true }
            if !path.dropLast().contains(next), follow(next, path: &path) { return true }
            path.removeLast()
        }
        return false
    }

    // MARK: Replies

    private mutating func readReply(_ path: String, stem: String, bytes: [UInt8]) {
        guard Slot.isLinkName(stem) else {
            return report(
                .header, at: path, "'\(stem.prefix(60))' cannot name a template",
                "name the file with small letters, digits, - and _")
        }
        var file = TemplateFile(kind: .reply, file: name(path), bytes: bytes)
        let occasion = file.occasion()
        let answers = file.answers(occasion)
        let mentions = file.mentions()
        mistakes += file.mistakes
        checkVariants(file, path: path)
        guard let occasion else { return }
        templates.append(
            ReplyTemplate(
                name: stem, occasion: occasion, title: file.title ?? stem,
                answers: occasion == .outOfHours ? answers : [], mentions: mentions, variants: file.variants))
    }

    private mutating func checkVariants(_ file: TemplateFile, path: String) {
        for register in messages?.registers ?? [] where file.lines[register] == nil && file.mistakes.isEmpty {
            report(
                .missing, at: path, "the variant '\(register.rawValue)' is missing",
                "add ## \(register.rawValue) and the whole text in it")
        }
        for (register, wordings) in file.variants {
            for wording in wordings {
                for piece in wording.pieces where (pieces[piece]?[register] ?? []).isEmpty {
                    // A piece that reads later may still come; only replies are read when all pieces are there.
                    guard path.hasPrefix("replies/") else { continue }
                    report(
                        .missingPiece, at: path, line: wording.line,
                        "the shared piece '\(piece.rawValue)' has no variant '\(register.rawValue)'",
                        "add it to \(piecePath(piece))")
                }
            }
        }
    }

    private mutating func report(
        _ code: TemplateError.Mistake.Code, at path: String, line: Int = 1, _ what: String, _ advice: String
    ) {
        mistakes.append(
            TemplateError.Mistake(code: code, file: name(path), line: line, column: 1, what: what, advice: advice))
    }
}
