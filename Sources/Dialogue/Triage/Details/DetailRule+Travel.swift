extension DetailRule {
    // MARK: Lines

    /// "Bus 42", "RE3", "Northern line".
    func line(at token: Int) -> Match? {
        if text.has(token, .lineName) {
            let last = text.last(of: token, as: .lineName)
            if last > token { return Match(kind: .line, first: token, last: last) }
        }
        if text.has(token, .line) {
            let word = text.last(of: token, as: .line)
            guard text.isPlain(after: word) || text.gap(after: word) == .hyphen else { return nil }
            if let code = code(at: word + 1, longest: 3) { return Match(kind: .line, first: token, last: code) }
            if isLineNumber(word + 1) { return Match(kind: .line, first: token, last: word + 1) }
            return nil
        }
        guard text.has(token, .lineCode), isCodeNumber(behind: token), isLineNumber(token + 1) else { return nil }
        return Match(kind: .line, first: token, last: token + 1)
    }

    /// "The 73 bus".
    func numberedLine(behind token: Int) -> Match? {
        guard isLineNumber(token), text.has(token - 1, [.of, .article]), text.isPlain(after: token) else { return nil }
        guard text.has(token + 1, .line) else { return nil }
        return Match(kind: .line, first: token, last: text.last(of: token + 1, as: .line))
    }

    private func isLineNumber(_ token: Int) -> Bool {
        guard text.isNumber(token), let number = text.shape(token).whole else { return false }
        return number > 0 && number < 1_000 && !isCounting(token)
    }

    /// Whether a number counts what follows it and so names nothing.
    private func isCounting(_ token: Int) -> Bool {
        guard let numerals = numerals(from: token) else { return false }
        return text.has(numerals.end, .anyUnit) && text.isPlain(after: numerals.end - 1)
            || text.sign(after: token).map { $0.value == 0x25 || $0.value == 0x20ac } == true
    }

    /// One or two letters and the number that follows at once: "M29".
    private func code(at token: Int, longest digits: Int) -> Int? {
        guard text.isWord(token), text.text.tokens[token].scalars.count <= 2, text.gap(after: token) == .nothing,
            text.isNumber(token + 1), let number = text.shape(token + 1).whole, String(number).utf8.count <= digits
        else { return nil }
        return token + 1
    }

    /// Whether the number of a code stands where it should: a single letter and its number are one word.
    private func isCodeNumber(behind token: Int) -> Bool {
        switch text.gap(after: token) {
        case .nothing: true
        case .blank: text.text.tokens[token].scalars.count > 1
        default: false
        }
    }

    // MARK: Trains and flights

    func train(at token: Int) -> Match? {
        let last = text.last(of: token, as: [.train, .lineCode])
        guard text.has(token, [.train, .lineCode]), isCodeNumber(behind: last), text.isNumber(last + 1),
            !isCounting(last + 1), let number = text.shape(last + 1).whole
        else { return nil }
        let digits = text.shape(last + 1).parts[0].digits
        if text.has(token, .train), number >= 10, digits <= 5 {
            return Match(kind: .train, first: token, last: last + 1)
        }
        // A line of a thousand and more is one of its trains.
        let isLong = text.text.tokens[token].scalars.count > 1 && (4...5).contains(digits)
        return isLong ? Match(kind: .train, first: token, last: last + 1) : nil
    }

    func flight(at token: Int) -> Match? {
        if text.has(token, .flight) {
            let word = text.last(of: token, as: .flight)
            if let last = flightCode(at: word + 1, known: false) {
                return Match(kind: .flight, first: word + 1, last: last)
            }
        }
        guard text.has(token, .airline), let last = flightCode(at: token, known: true) else { return nil }
        return Match(kind: .flight, first: token, last: last)
    }

    /// Two letters, or a letter and a digit, and up to four digits (IATA resolution 762).
    private func flightCode(at token: Int, known: Bool) -> Int? {
        guard text.isWord(token), text.isPlain(after: token) else { return nil }
        let letters = text.text.tokens[token].scalars.count
        guard letters == 2 || letters == 1, isCapital(token) || !known else { return nil }
        var number = token + 1
        if letters == 1 {
            guard !known, text.gap(after: token) == .nothing, text.isNumber(number),
                text.shape(number).parts[0].digits == 1, text.isPlain(after: number)
            else { return nil }
            number += 1
        }
        guard text.isNumber(number), text.shape(number).whole != nil,
            (2...4).contains(text.shape(number).parts[0].digits) || (!known && letters == 2)
        else { return nil }
        return text.shape(number).parts[0].digits <= 4 && !isCounting(number) ? number : nil
    }

    private func isCapital(_ token: Int) -> Bool { text.text.tokens[token].isCapital }

    // MARK: Products

    func product(at token: Int) -> Match? {
        guard text.has(token, [.product, .productNumbered]) else { return nil }
        var last = text.last(of: token, as: [.product, .productNumbered])
        var takesNumber = text.has(token, .productNumbered)
        for _ in 0..<3 {
            let next = last + 1
            guard text.isPlain(after: last) || text.gap(after: last) == .hyphen else { break }
            if text.has(next, .productMore) {
                last = next
            } else if takesNumber, text.isNumber(next), !isCounting(next), text.shape(next).whole != nil {
                last = next
                takesNumber = false
            } else if takesNumber, let code = code(at: next, longest: 4), isCapital(next) {
                last = code
                takesNumber = false
            } else {
                break
            }
        }
        return Match(kind: .product, first: token, last: last)
    }
}
