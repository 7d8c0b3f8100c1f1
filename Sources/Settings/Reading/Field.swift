/// A value in the file together with where it stands, and the ways to read it. Each way answers nil after it has added a mistake.
struct Field {
    let path: String
    let node: YAMLNode
    let mistakes: MistakeList

    func refuse(_ what: String, _ next: String) {
        mistakes.add(node.place, path, what, next)
    }

    /// The text as it was written, not empty.
    func text(_ next: String) -> String? {
        switch node.content {
        case .refused:
            return nil
        case .list:
            refuse("a list where one value belongs", next)
        case .mapping:
            refuse("a mapping where one value belongs", next)
        case .text("", isPlain: true), .text("~", isPlain: true), .text("null", isPlain: true):
            refuse("no value", next)
        case .text("", isPlain: false):
            refuse("an empty text", next)
        case .text(let text, _):
            return text
        }
        return nil
    }

    /// A text of one line, up to `limit` characters, that does not begin or end with a blank.
    func line(upTo limit: Int = 200, _ next: String) -> String? {
        guard let text = text(next) else { return nil }

        let scalars = text.unicodeScalars
        guard scalars.count <= limit else {
            refuse("longer than \(limit) characters", next)
            return nil
        }
        guard
            !scalars.contains(where: {
                $0.value < 0x20 || (0x7F...0x9F).contains($0.value) || $0.properties.generalCategory == .format
            })
        else {
            refuse("a line break or control character in the value", next)
            return nil
        }
        guard scalars.first?.properties.isWhitespace == false, scalars.last?.properties.isWhitespace == false else {
            refuse("a blank at the beginning or end of the value", "remove it")
            return nil
        }
        return text
    }

    /// A name that is safe in file names, columns and URLs: lower-case letters, digits, `.`, `_` and `-`, at most 64.
    func name() -> String? {
        let next = "write lower-case letters, digits, . _ and -, beginning with a letter or digit, 64 at most"
        guard let text = text(next) else { return nil }

        let isSafe =
            text.utf8.count <= 64 && text.utf8.allSatisfy(Self.isNameByte)
            && text.utf8.first.map(Self.isLetterOrDigit) == true
        guard isSafe else {
            refuse("\(Shown.value(text)) cannot be a name", next)
            return nil
        }
        return text
    }

    /// One of fixed words.
    func choice<Choice: RawRepresentable & CaseIterable>(_: Choice.Type) -> Choice? where Choice.RawValue == String {
        let words = Choice.allCases.map(\.rawValue)
        guard let text = text("write one of \(words.joined(separator: ", "))") else { return nil }
        if let choice = Choice(rawValue: text) { return choice }

        refuse("\(Shown.value(text)) is none of the possible values", NearestName.advice(for: text, among: words))
        return nil
    }

    /// `true` or `false`, nothing else.
    func flag() -> Bool? {
        let next = "write true or false"
        guard let text = text(next) else { return nil }
        switch text {
        case "true": return true
        case "false": return false
        default:
            refuse("\(Shown.value(text)) is neither true nor false", next)
            return nil
        }
    }

    func wholeNumber(in range: ClosedRange<Int>) -> Int? {
        let next = "write a whole number from \(range.lowerBound) to \(range.upperBound)"
        guard let text = text(next) else { return nil }
        guard text.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = Int(text), range.contains(number)
        else {
            refuse("\(Shown.value(text)) is not such a number", next)
            return nil
        }
        return number
    }

    /// A span of time in milliseconds, such as `30m`.
    func milliseconds(in range: ClosedRange<Int64>, units: [SpanText.Unit], example: String) -> Int64? {
        let next = "write a number and a unit (\(units.map(\.rawValue).joined(separator: ", "))), such as \(example)"
        guard let text = text(next) else { return nil }

        switch SpanText.milliseconds(text, units: units) {
        case .success(let span):
            guard range.contains(span) else {
                refuse(
                    "\(Shown.value(text)) is out of range",
                    "write a span from \(SpanText.text(range.lowerBound)) to \(SpanText.text(range.upperBound))")
                return nil
            }
            return span
        case .failure(let fault):
            refuse("\(Shown.value(text)) \(fault.what)", next)
            return nil
        }
    }

    /// A span of time in whole seconds, such as `30m`.
    func seconds(in range: ClosedRange<Int64>, example: String) -> Int64? {
        milliseconds(
            in: (range.lowerBound * 1_000)...(range.upperBound * 1_000), units: [.seconds, .minutes, .hours, .days],
            example: example
        )
        .map { $0 / 1_000 }
    }

    func items(_ next: String) -> [Field]? {
        guard case .list(let nodes) = node.content else {
            if case .refused = node.content { return nil }
            refuse("not a list", next)
            return nil
        }
        return nodes.enumerated().map { index, node in
            Field(path: "\(path)[\(index)]", node: node, mistakes: mistakes)
        }
    }

    private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        isLetterOrDigit(byte) || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
    }
}
