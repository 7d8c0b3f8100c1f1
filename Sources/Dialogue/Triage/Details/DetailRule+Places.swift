extension DetailRule {
    /// "Platform 7", "seat 14A", "gate B12".
    func spot(at token: Int) -> Match? {
        guard text.has(token, .spot) else { return nil }
        let word = text.last(of: token, as: .spot)
        let next = word + 1
        guard text.isPlain(after: word) else { return nil }
        if text.isNumber(next) {
            guard let number = text.shape(next).whole, number < 1_000, !text.has(next + 1, .anyUnit) else { return nil }
            let hasLetter =
                text.isWord(next + 1) && text.gap(after: next) == .nothing
                && text.text.tokens[next + 1].scalars.count == 1
            return Match(kind: .place, first: token, last: hasLetter ? next + 1 : next)
        }
        guard text.isWord(next), text.text.tokens[next].isCapital, text.text.tokens[next].scalars.count == 1 else {
            return nil
        }
        let hasNumber = text.isNumber(next + 1) && text.gap(after: next) == .nothing
        return Match(kind: .place, first: token, last: hasNumber ? next + 1 : next)
    }

    /// A town, station or street by its name.
    mutating func place(at token: Int) -> Match? {
        guard text.isWord(token) else { return nil }
        if let station = station(before: token) { return station }
        if promisedPlace == token {
            promisedPlace = nil
            return Match(kind: .place, first: token, last: endOfName(token))
        }
        if text.has(token, .place) {
            let last = endOfName(token)
            promiseSecond(behind: last, from: token)
            return Match(kind: .place, first: token, last: stationBehind(token) ?? last)
        }
        if isStreet(token) {
            return Match(kind: .place, first: token, last: text.has(token, .street) ? token : token + 1)
        }
        guard text.isName(token) || text.has(token, .placeCapital) && isCapitalInside(token) else { return nil }
        if let stationLast = stationBehind(token) { return Match(kind: .place, first: token, last: stationLast) }
        let isLed = text.isPlain(after: token - 1) && text.has(token - 1, [.placeBefore, .placeTowards, .routeTo])
        let last = endOfName(token)
        if isBehindPlace(token) { return Match(kind: .place, first: token, last: last) }
        guard isLed else { return nil }
        if isKnown(token) || text.has(token - 1, .placeTowards) {
            promiseSecond(behind: last, from: token)
            return Match(kind: .place, first: token, last: last)
        }
        if text.has(token, .placeFirst), text.isName(token + 1), text.isPlain(after: token) {
            return Match(kind: .place, first: token, last: endOfName(token + 1))
        }
        if text.has(token - 1, .routeTo), isBehindTravel(token) { return Match(kind: .place, first: token, last: last) }
        guard secondPlace(behind: last, from: token) != nil else { return nil }
        promiseSecond(behind: last, from: token)
        return Match(kind: .place, first: token, last: last)
    }

    // MARK: Names

    private func isKnown(_ token: Int) -> Bool {
        text.has(token, [.place, .placeCapital]) || text.has(token, .placeEnding) && text.isName(token)
    }

    private func isCapitalInside(_ token: Int) -> Bool {
        text.text.tokens[token].isCapital && !text.text.isShouted && !text.text.tokens[token].isFirst
    }

    /// The last token of a name: its hyphenated parts and the words that go on with it.
    private func endOfName(_ token: Int) -> Int {
        var last = text.last(of: token, as: [.place, .placeCapital])
        for _ in 0..<4 {
            let next = last + 1
            guard text.isWord(next) else { break }
            switch text.gap(after: last) {
            case .hyphen where text.text.tokens[next].isCapital && isTight(last): last = next
            case .blank where text.has(next, .placeMore) && isCapitalLike(next, last):
                last = text.last(of: next, as: .placeMore)
            default: return last
            }
        }
        return last
    }

    /// A word that goes on with a name is written as the name is.
    private func isCapitalLike(_ next: Int, _ last: Int) -> Bool {
        text.text.tokens[next].isCapital || !text.text.tokens[last].isCapital
            || text.last(of: next, as: .placeMore) > next
    }

    /// Whether a hyphen, and no dash, joins a token with the next.
    private func isTight(_ token: Int) -> Bool {
        text.bytes(after: token).first == UInt8(ascii: "-")
            && text.text.tokens[token + 1].scalars.lowerBound - text.text.tokens[token].scalars.upperBound == 1
    }

    // MARK: Stations and streets

    /// "Leeds station": a station behind this name.
    private func stationBehind(_ token: Int) -> Int? {
        let last = endOfName(token)
        guard text.isPlain(after: last), text.has(last + 1, .station) else { return nil }
        return text.last(of: last + 1, as: .station)
    }

    /// A station before a name that is known: "Flughafen München".
    private mutating func station(before token: Int) -> Match? {
        guard text.has(token, .station), text.isPlain(after: token), text.isWord(token + 1),
            text.has(token + 1, .place) || isCapitalInside(token + 1) && isKnown(token + 1)
        else { return nil }
        return Match(kind: .place, first: token, last: endOfName(token + 1))
    }

    /// A street whose name is one word, or a name with a word for a street behind it.
    private func isStreet(_ token: Int) -> Bool {
        guard text.text.tokens[token].isCapital, !text.text.isShouted else { return false }
        if text.has(token, .street) { return !text.has(token, .noPlace) }
        return text.isName(token) && text.has(token + 1, .street) && text.isPlain(after: token)
            && text.text.tokens[token + 1].isCapital
    }

    // MARK: Routes

    private func isBehindTravel(_ token: Int) -> Bool {
        if text.has(token - 2, [.travel, .line, .train, .flight]), text.isPlain(after: token - 2) { return true }
        switch kindFound(before: token) {
        case .time, .line, .train, .flight: return true
        default: return false
        }
    }

    /// The second place of a route or pair whose first ends at `last`.
    private func secondPlace(behind last: Int, from token: Int) -> Int? {
        let next = last + 2
        guard text.isPlain(after: last), text.isPlain(after: last + 1), text.isWord(next) else { return nil }
        let isRoute = text.has(last + 1, .routeTo) && text.has(token - 1, .placeBefore)
        let isPair = text.has(last + 1, .and) && text.has(token - 1, .routeBetween)
        guard isRoute || isPair else { return nil }
        guard text.has(next, .place) || text.isName(next) || text.has(next, .placeCapital) && isCapitalInside(next)
        else { return nil }
        return isKnown(token) || isKnown(next) || text.speaksOfTravel(token) ? next : nil
    }

    /// Remembers the second place of a route, which nothing but the first shows to be one.
    private mutating func promiseSecond(behind last: Int, from token: Int) {
        let next = last + 2
        guard text.isPlain(after: last), text.isPlain(after: last + 1), text.isName(next) else { return }
        let isPair = text.has(last + 1, .and) && text.has(token - 1, .routeBetween)
        let isRoute = text.has(last + 1, .routeTo) && (text.has(token - 1, .placeBefore) || text.speaksOfTravel(token))
        if isRoute || isPair { promisedPlace = next }
    }
}
