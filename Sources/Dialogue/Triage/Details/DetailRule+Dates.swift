extension DetailRule {
    /// A date that begins with a number.
    func date(ofNumber token: Int) -> Match? {
        let shape = text.shape(token)
        if shape.isFullDate { return Match(kind: .date, first: token, last: token) }
        if shape.isDayAndMonth {
            let hasDot = text.bytes(after: token).first == UInt8(ascii: ".")
            let isUnit = text.has(token + 1, .anyUnit)
            let isLed = text.has(token - 1, .dateBefore)
            guard isLed, !isUnit, hasDot || !text.has(token - 1, .clockBefore) else { return nil }
            return Match(kind: .date, first: token, last: token, behind: hasDot ? 1 : 0)
        }
        return dateOfThree(token) ?? dayAndMonth(token) ?? year(token)
    }

    /// `2024-03-12`, `12/03/2024`, and `3/5` behind a word that leads to a date.
    private func dateOfThree(_ token: Int) -> Match? {
        let gap = text.gap(after: token)
        guard gap == .slash || gap == .hyphen, text.isNumber(token + 1) else { return nil }
        let parts = (token...token + 2).compactMap { text.isNumber($0) ? text.shape($0) : nil }
        guard parts.count == 3, text.gap(after: token + 1) == gap else {
            guard gap == .slash, text.has(token - 1, .dateBefore), parts[0].isDay, parts[1].isDay,
                min(parts[0].whole ?? 0, parts[1].whole ?? 0) <= 12
            else { return nil }
            return Match(kind: .date, first: token, last: token + 1)
        }
        let isYearFirst = parts[0].isYear && parts[1].isDay && parts[2].isDay
        let isYearLast =
            parts[0].isDay && parts[1].isDay && (parts[2].isYear || gap == .slash && parts[2].parts[0].digits == 2)
        return isYearFirst || isYearLast ? Match(kind: .date, first: token, last: token + 2) : nil
    }

    /// "3 March", "1st of February 2024".
    private func dayAndMonth(_ token: Int) -> Match? {
        guard text.shape(token).isDay else { return nil }
        var month = token + 1
        if text.has(month, .ordinal), text.gap(after: token) == .nothing { month += 1 }
        if text.has(month, .of), text.isPlain(after: month) { month += 1 }
        guard text.has(month, [.month, .monthBeside]) else { return nil }
        switch text.gap(after: month - 1) {
        case .nothing, .blank, .dot, .hyphen: break
        default: return nil
        }
        return Match(kind: .date, first: token, last: afterMonth(month))
    }

    private func year(_ token: Int) -> Match? {
        guard text.shape(token).isYear, text.has(token - 1, [.dateBefore, .placeBefore]),
            !text.has(token + 1, .anyUnit), text.mayFollow(token + 1)
        else { return nil }
        return Match(kind: .date, first: token, last: token)
    }

    /// A day without its month: "the 29th", "on 24."
    func bareDay(at token: Int) -> Match? {
        guard text.shape(token).isDay else { return nil }
        if text.has(token + 1, .ordinal), text.gap(after: token) == .nothing {
            // "The 3rd, 10th or 17th."
            let isListed = kindFound(before: token) == .date
            guard isListed || text.has(token - 1, [.of, .dateBefore]), text.mayFollow(token + 2) else { return nil }
            let isLed = text.has(token - 1, .of)
            return Match(kind: .date, first: isLed ? token - 1 : token, last: token + 1)
        }
        guard text.bytes(after: token).first == UInt8(ascii: "."), text.has(token - 1, .dateBefore) else { return nil }
        let next = token + 1
        if next < text.count, text.text.tokens[next].kind != .emoji {
            guard text.isWord(next), !text.text.tokens[next].isCapital else { return nil }
        }
        return Match(kind: .date, first: text.has(token - 1, .of) ? token - 1 : token, last: token, behind: 1)
    }

    /// A date that begins with a word.
    func namedDate(at token: Int) -> Match? {
        if text.has(token, .edge), let last = afterEdge(token) { return Match(kind: .date, first: token, last: last) }
        if text.has(token, .last), let last = afterLast(token) { return Match(kind: .date, first: token, last: last) }
        guard let last = afterDay(token), !text.has(token - 1, .wish) else { return nil }
        return Match(kind: .date, first: token, last: last)
    }

    /// Behind "the end": "of June", "next week".
    private func afterEdge(_ token: Int) -> Int? {
        var next = text.last(of: token, as: .edge) + 1
        var articles = 0
        while articles < 2, text.has(next, .of) {
            next += 1
            articles += 1
        }
        guard text.isPlain(after: next - 1) else { return nil }
        if text.has(next, .last), let last = afterLast(next) { return last }
        if text.has(next, [.month, .monthBeside]) { return afterMonth(next) }
        if text.isNumber(next), text.shape(next).isYear, text.mayFollow(next + 1) { return next }
        return articles > 0 && text.has(next, .unitLong) ? next : nil
    }

    /// Behind "last": "Friday", "week", "night".
    private func afterLast(_ token: Int) -> Int? {
        let next = token + 1
        guard text.isPlain(after: token) else { return nil }
        if text.has(next, [.weekday, .month, .monthBeside, .unitLong, .dayPart, .day, .daySmall]) {
            return text.has(next, .weekday) ? afterDay(next) ?? next : text.last(of: next, as: .day)
        }
        return nil
    }

    /// A weekday, day or month, and the part of the day behind it.
    private func afterDay(_ token: Int) -> Int? {
        if text.has(token, [.weekday, .day]) || isSmallDay(token) {
            let last = text.last(of: token, as: .day)
            return text.has(last + 1, .dayPart) && text.isPlain(after: last) ? last + 1 : last
        }
        if text.has(token, .month) { return afterMonth(token) }
        guard text.has(token, .monthBeside) else { return nil }
        let end = afterMonth(token)
        return end > token || text.has(token - 1, [.dateBefore, .placeBefore, .of]) && isCapital(token) ? end : nil
    }

    private func isSmallDay(_ token: Int) -> Bool {
        guard text.has(token, .daySmall) else { return false }
        let word = text.text.tokens[token]
        guard !word.isFirst, word.isCapital else { return !word.isFirst || text.isWord(token + 1) }
        return false
    }

    private func isCapital(_ token: Int) -> Bool { text.text.tokens[token].isCapital }

    /// Behind a month: a day, a year, a part of the day.
    private func afterMonth(_ month: Int) -> Int {
        var last = month
        if text.isNumber(last + 1), text.isPlain(after: last) || text.gap(after: last) == .dot {
            let shape = text.shape(last + 1)
            if shape.isYear { return last + 1 }
            let isOrdinal = text.has(last + 2, .ordinal) && text.gap(after: last + 1) == .nothing
            if shape.isDay, isOrdinal || text.mayFollow(last + 2), !text.has(last + 2, .anyUnit) {
                last += isOrdinal ? 2 : 1
            }
        }
        return text.has(last + 1, .dayPart) && text.isPlain(after: last) ? last + 1 : last
    }
}
