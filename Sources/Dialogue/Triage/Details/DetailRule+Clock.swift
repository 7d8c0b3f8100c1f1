extension DetailRule {
    /// A time of day in digits: "7:40", and "7.40" where the words beside it say so.
    func clock(at token: Int) -> Match? {
        let shape = text.shape(token)
        let isUnitBehind = text.has(token + 1, [.clockAfter, .unitShort]) && text.isPlain(after: token)
        if shape.isClock(.colon) { return clock(from: token, behind: isUnitBehind ? token + 1 : nil) }
        guard shape.isClock(.dot) else { return nil }
        if isUnitBehind { return clock(from: token, behind: token + 1) }
        // "The 8.15 to Leeds" is known by its time.
        let isTrain = text.has(token - 1, .of) && text.has(token + 1, [.routeTo, .placeBefore])
        guard isTrain || text.has(token - 1, .clockBefore), !text.has(token + 1, .anyUnit), !hasSign(token) else {
            return nil
        }
        if text.has(token - 1, .dateBefore), shape.isDayAndMonth, text.bytes(after: token).first == 0x2e { return nil }
        return clock(from: token, behind: nil)
    }

    /// A time of day from its first token to its word ("o'clock"), with minutes and a second time behind it.
    func clock(from token: Int, behind word: Int?) -> Match {
        var last = word ?? token
        if word != nil, text.has(last, .clockAfter), text.isNumber(last + 1), text.isPlain(after: last),
            text.shape(last + 1).whole.map({ $0 < 60 }) == true, !text.has(last + 2, .anyUnit),
            text.mayFollow(last + 2)
        {
            last += 1
        }
        let isRange = text.gap(after: last) == .hyphen && text.isNumber(last + 1)
        if isRange, text.shape(last + 1).isClock(.colon) {
            last += 1
            if text.has(last + 1, .clockAfter), text.isPlain(after: last) { last += 1 }
        }
        return Match(kind: .time, first: token, last: last)
    }

    /// "Half past eight", "ten to nine", "shortly after nine", "noon".
    func spokenClock(at token: Int) -> Match? {
        if text.has(token, .moment) {
            return Match(kind: .time, first: token, last: text.last(of: token, as: .moment))
        }
        var hour = token + 1
        if text.has(token, .clockPart) {
            if text.has(hour, .clockPart) { hour += 1 }
            if text.has(hour, .clockJoint) { hour += 1 }
        } else if isMinutes(token), text.has(hour, .clockJoint),
            text.has(token - 1, .clockBefore) || text.has(token + 3, [.clockAfter, .dayPart]) || isToldInWords(token)
        {
            hour += 1
        } else {
            return nil
        }
        guard isHour(hour), text.isPlain(after: hour - 1), !countsOther(hour) else { return nil }
        let hasWord = text.has(hour + 1, .clockAfter) && text.isPlain(after: hour)
        return Match(kind: .time, first: token, last: hasWord ? hour + 1 : hour)
    }

    /// A bare hour, or two with a hyphen, behind a word that leads to one: "at 8".
    func bareHour(at token: Int) -> Match? {
        let isLed = text.has(token - 1, .clockBefore)
        guard isLed || text.has(token - 1, [.routeBetween, .spanBefore]), isHour(token),
            text.isPlain(after: token - 1), !hasSign(token), !text.has(token + 1, .anyUnit),
            text.bytes(after: token).first != UInt8(ascii: "/")
        else { return nil }
        var last = token
        if text.isNumber(token), text.gap(after: token) == .hyphen || text.has(token + 1, [.joint, .and]) {
            let second = text.gap(after: token) == .hyphen ? token + 1 : token + 2
            if text.isNumber(second), isHour(second) { last = second }
        }
        guard isLed || last > token else { return nil }
        guard text.mayFollow(last + 1), last == token || !text.has(last + 1, .anyUnit) else { return nil }
        if last == token, text.isNumber(token), text.gap(after: token) == .hyphen { return nil }
        return Match(kind: .time, first: token, last: last)
    }

    /// Whether the numeral counts what follows it, as far as a unit or a capital shows.
    private func countsOther(_ token: Int) -> Bool {
        let next = token + 1
        if text.has(next, [.unitShort, .unitLong, .currency, .measure]), text.isPlain(after: token) { return true }
        guard text.isWord(next), !text.has(next, .following) else { return false }
        return text.text.tokens[next].isCapital && !text.text.tokens[next].isFirst
            && text.text.tokens[next].clause == text.text.tokens[token].clause
    }

    /// "Ten past four" alone, and not "from three to four".
    private func isToldInWords(_ token: Int) -> Bool {
        !text.isNumber(token) && !text.has(token - 1, .placeBefore) && text.mayFollow(token + 3)
    }

    private func isMinutes(_ token: Int) -> Bool {
        text.isNumber(token) ? text.shape(token).whole.map { $0 < 60 } ?? false : text.has(token, .counting)
    }

    private func isHour(_ token: Int) -> Bool {
        text.isNumber(token) ? text.shape(token).isHour : text.has(token, .counting)
    }

    private func hasSign(_ token: Int) -> Bool {
        guard let sign = text.sign(after: token) else { return false }
        return [0x24, 0xa3, 0x20ac, 0x25].contains(sign.value)
    }
}
