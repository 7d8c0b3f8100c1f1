extension DetailRule {
    /// The most numerals in a row ("one and a half").
    private static let mostNumerals = 5

    /// The tokens that count something from here on.
    struct Numerals {
        /// The token behind the last.
        var end: Int
        /// Something else than an article counts.
        var isCounted: Bool
    }

    func numerals(from token: Int) -> Numerals? {
        var numerals = Numerals(end: token, isCounted: false)
        while numerals.end - token < Self.mostNumerals {
            let next = numerals.end
            if text.isNumeral(next) || text.has(next, .article) {
                if next > token, !joins(next - 1) || isRate(next) { break }
                if text.isNumeral(next) { numerals.isCounted = true }
                numerals.end = text.last(of: next, as: .counting) + 1
            } else if next > token, numerals.isCounted, goesOn(behind: next, from: token) {
                numerals.end = next + 1
            } else {
                break
            }
        }
        return numerals.end > token ? numerals : nil
    }

    /// Whether a small word goes on to further numerals: "2 to 3", "between 8 and 12", "one and a half", "a couple of".
    private func goesOn(behind word: Int, from first: Int) -> Bool {
        guard text.isPlain(after: word - 1), text.isPlain(after: word) else { return false }
        let next = word + 1
        if text.has(word, .joint) { return text.isNumeral(next) }
        if text.has(word, .of) { return text.isNumeral(next) || text.has(next, [.article, .anyUnit]) }
        guard text.has(word, .and) else { return false }
        return text.has(next, .article) || text.has(first - 1, .routeBetween) && text.isNumeral(next)
    }

    /// Whether an article stands behind digits: "8.50 a month" counts no months.
    private func isRate(_ token: Int) -> Bool {
        text.has(token, .article) && !text.isNumeral(token) && text.isNumber(token - 1)
    }

    /// Whether two numerals belong together: a blank parts them, or the hyphen of a range.
    private func joins(_ token: Int) -> Bool {
        switch text.gap(after: token) {
        case .nothing, .blank: true
        case .hyphen: text.isNumber(token) && text.isNumber(token + 1)
        default: false
        }
    }

    /// A span of time, a sum, a measure or a time of day: numerals and their unit.
    func quantity(at token: Int) -> Match? {
        guard let numerals = numerals(from: token), isUnit(numerals.end) else { return nil }
        let unit = numerals.end
        if text.has(unit, .clockAfter), text.has(token, .number) || text.isNumber(token) {
            return clock(from: token, behind: unit)
        }
        if text.has(unit, [.currency, .measure]), numerals.isCounted {
            guard text.isNumber(token) || text.has(token, .counting) else { return nil }
            return Match(
                kind: .amount, first: token, last: text.has(unit, .currency) ? cents(behind: unit) : unit)
        }
        guard text.has(unit, .unit) else { return nil }
        let last = span(from: unit)
        if text.has(last, .age) { return nil }
        if text.has(last + 1, .agoAfter), text.isPlain(after: last) {
            return Match(kind: isLong(token, through: last) ? .date : .time, first: token, last: last + 1)
        }
        guard numerals.isCounted || text.has(token - 1, .spanBefore) else { return nil }
        return Match(kind: .duration, first: token, last: last)
    }

    /// "Two days ago", where the word that says so comes first.
    func pointInTime(at token: Int) -> Match? {
        guard text.has(token, .agoBefore), text.isPlain(after: token), let numerals = numerals(from: token + 1),
            isUnit(numerals.end), text.has(numerals.end, .unit)
        else { return nil }
        let last = span(from: numerals.end)
        return Match(kind: isLong(token + 1, through: last) ? .date : .time, first: token, last: last)
    }

    private func isUnit(_ token: Int) -> Bool {
        guard text.has(token, .anyUnit) else { return false }
        switch text.gap(after: token - 1) {
        case .nothing, .blank, .hyphen: return true
        // "5 min." has its stop behind the unit, "am 5. Tag" counts nothing.
        default: return false
        }
    }

    /// Takes up the smaller units behind a unit: "two hours and 20 minutes".
    private func span(from unit: Int) -> Int {
        var last = unit
        for _ in 0..<2 {
            var next = last + 1
            if text.has(next, [.joint, .and]), text.isPlain(after: last) { next += 1 }
            guard text.isNumber(next), text.isPlain(after: next - 1), let numerals = numerals(from: next) else { break }
            if isUnit(numerals.end), text.has(numerals.end, .unit) {
                last = numerals.end
            } else if next == last + 1, text.has(last, .unitShort), text.shape(next).whole.map({ $0 < 60 }) == true,
                numerals.end == next + 1, text.mayFollow(next + 1)
            {
                // "1h20": minutes without their unit.
                return next
            } else {
                break
            }
        }
        return last
    }

    private func isLong(_ first: Int, through last: Int) -> Bool {
        (first...last).contains { text.has($0, .unitLong) }
    }

    // MARK: Sums

    private static let signs: Set<UInt32> = [0x24, 0xa3, 0x20ac]
    private static let percent: UInt32 = 0x25

    /// A sum with its sign, a percentage, or a number that only a sum of money looks like.
    func sum(at token: Int) -> Match? {
        let shape = text.shape(token)
        guard !shape.isOdd else { return nil }
        if let sign = text.sign(before: token), sign.length == 1, Self.signs.contains(sign.value) {
            return Match(kind: .amount, first: token, last: token, before: 1)
        }
        if let sign = text.sign(after: token) {
            if Self.signs.contains(sign.value) {
                return Match(kind: .amount, first: token, last: token, behind: sign.length)
            }
            // "100 %" is mostly said, not counted.
            if sign.value == Self.percent, shape.whole != 100 {
                return Match(kind: .amount, first: token, last: token, behind: sign.length)
            }
        }
        if let dashes = dashes(behind: token) {
            return Match(kind: .amount, first: token, last: token, behind: dashes)
        }
        guard shape.isSum, !text.has(token + 1, .anyUnit), text.gap(after: token) != .slash else { return nil }
        return Match(kind: .amount, first: token, last: token)
    }

    /// The scalars of ",-" or ",--" behind a sum.
    private func dashes(behind token: Int) -> Int? {
        let bytes = text.bytes(after: token)
        guard bytes.count >= 2, bytes.first == UInt8(ascii: ",") || bytes.first == UInt8(ascii: ".") else { return nil }
        let rest = bytes.dropFirst()
        guard rest.first == UInt8(ascii: "-") else {
            let isDash = rest.elementsEqual([0xe2, 0x80, 0x93]) || rest.elementsEqual([0xe2, 0x80, 0x94])
            return isDash ? 2 : nil
        }
        return rest.dropFirst().first == UInt8(ascii: "-") ? 3 : 2
    }

    /// Takes up the cents behind a unit of money: "3 euro 50".
    private func cents(behind unit: Int) -> Int {
        guard text.isNumber(unit + 1), text.isPlain(after: unit), let cents = text.shape(unit + 1).whole, cents < 100,
            !text.has(unit + 2, .anyUnit), text.mayFollow(unit + 2)
        else { return unit }
        return unit + 1
    }
}
