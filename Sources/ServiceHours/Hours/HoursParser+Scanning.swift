extension HoursParser {
    var isAtEnd: Bool { position >= text.count }

    var peek: Unicode.Scalar? { scalar(at: position) }

    func scalar(at index: Int) -> Unicode.Scalar? {
        index < text.count ? text[index] : nil
    }

    func isBlank(at index: Int) -> Bool {
        switch scalar(at: index) {
        case " ", "\t", "\n", "\r": true
        default: false
        }
    }

    /// Whether a selector may end before `index`: the text ends, or a blank or the next rule follows.
    func isBoundary(at index: Int) -> Bool {
        switch scalar(at: index) {
        case nil, ";", "|", ",": true
        default: isBlank(at: index)
        }
    }

    mutating func skipBlanks() {
        while isBlank(at: position) { position += 1 }
    }

    /// The first position from `index` on that is no blank.
    func afterBlanks(_ index: Int) -> Int {
        var index = index
        while isBlank(at: index) { index += 1 }
        return index
    }

    mutating func take(_ scalar: Unicode.Scalar) -> Bool {
        guard peek == scalar else { return false }
        position += 1
        return true
    }

    func matches(_ expected: String) -> Bool {
        var index = position
        for scalar in expected.unicodeScalars {
            guard self.scalar(at: index) == scalar else { return false }
            index += 1
        }
        return true
    }

    /// The run of letters at `index`, of any script, at most 40 of them.
    func word(at index: Int) -> String {
        var view = String.UnicodeScalarView()
        var index = index
        while let scalar = scalar(at: index), scalar.properties.isAlphabetic, view.count < 40 {
            view.append(scalar)
            index += 1
        }
        return String(view)
    }

    /// How many ASCII digits stand at `index`, counted up to 10.
    func digits(at index: Int) -> Int {
        var count = 0
        while count < 10, let scalar = scalar(at: index + count), ("0"..."9").contains(scalar) { count += 1 }
        return count
    }

    /// The value of `count` digits at `index`.
    func number(at index: Int, digits count: Int) -> Int {
        text[index..<index + count].reduce(0) { $0 * 10 + Int($1.value) - 0x30 }
    }

    /// Whether a time of day begins at `index`: one or two digits, a colon and a digit.
    func isTime(at index: Int) -> Bool {
        let count = digits(at: index)
        return (1...2).contains(count) && scalar(at: index + count) == ":" && digits(at: index + count + 1) > 0
    }

    /// Takes the comma between two items of a list; a comma with a blank behind it is said to be ambiguous.
    mutating func takeComma(between items: String) throws(OpeningHoursError) -> Bool {
        guard peek == "," else { return false }
        if isBlank(at: position + 1) {
            throw fault(
                .ambiguous, "a comma with a blank may continue the \(items) or begin a new rule",
                "write the \(items) without blanks (Mo,We), or end the rule with times or a word such as off")
        }
        position += 1
        return true
    }

    /// Requires a blank, the end of the rule or `other` behind a selector that was read since `start`, and skips the blanks.
    mutating func requireGap(
        since start: Int, _ next: String, or other: Unicode.Scalar? = nil
    ) throws(OpeningHoursError) {
        guard position > start else { return }
        if isBlank(at: position - 1) || isBoundary(at: position) || peek == "\"" || (other != nil && peek == other) {
            skipBlanks()
            return
        }
        throw unexpected("a blank should stand before \(next)")
    }
}
