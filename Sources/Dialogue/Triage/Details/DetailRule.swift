/// The particulars of a post, found by the words of its lexicon and the shapes of its numbers.
///
/// One pass from left to right: what was found is not looked into again, and every look ahead is bounded.
struct DetailRule {
    let text: DetailText
    private var found: [Detail] = []
    /// Tokens that an earlier one showed to be the beginning of a place.
    var promisedPlace: Int?

    /// The most particulars kept of a post.
    static let most = 64

    /// In the order of the text, none of them overlapping another or a piece of personal data.
    static func details(in text: DetailText, personalData: [PersonalDatum]) -> [Detail] {
        var rule = DetailRule(text: text)
        rule.scan()
        guard !personalData.isEmpty else { return rule.found }
        return rule.found.filter { detail in
            !personalData.contains { $0.range.overlaps(detail.range) }
        }
    }

    private init(text: DetailText) {
        self.text = text
    }

    /// Tokens that make a particular, and the signs beside them that belong to it.
    struct Match {
        let kind: Detail.Kind
        let first: Int
        let last: Int
        /// In scalars.
        var before = 0
        var behind = 0
    }

    private mutating func scan() {
        var token = 0
        while token < text.count, found.count < Self.most {
            guard let match = match(at: token) else {
                token += 1
                continue
            }
            add(match)
            token = match.last + 1
        }
    }

    private mutating func match(at token: Int) -> Match? {
        guard text.mayBegin(token), !text.has(token, .idiom) else { return nil }
        if text.isNumber(token) {
            if text.has(token - 1, .numberName), !text.shape(token).isClock(.colon) { return nil }
            return matchOfNumber(token)
        }
        return matchOfTime(token) ?? matchOfName(token)
    }

    private func matchOfNumber(_ token: Int) -> Match? {
        if let match = date(ofNumber: token) { return match }
        if let match = clock(at: token) { return match }
        if let match = sum(at: token) { return match }
        if let match = numberedLine(behind: token) { return match }
        if let match = quantity(at: token) { return match }
        if let match = spokenClock(at: token) { return match }
        if let match = bareDay(at: token) { return match }
        return bareHour(at: token)
    }

    private func matchOfTime(_ token: Int) -> Match? {
        if let match = pointInTime(at: token) { return match }
        if let match = quantity(at: token) { return match }
        if let match = spokenClock(at: token) { return match }
        if let match = bareHour(at: token) { return match }
        return namedDate(at: token)
    }

    private mutating func matchOfName(_ token: Int) -> Match? {
        if let match = flight(at: token) { return match }
        if let match = train(at: token) { return match }
        if let match = product(at: token) { return match }
        if let match = line(at: token) { return match }
        if let match = spot(at: token) { return match }
        return place(at: token)
    }

    private mutating func add(_ match: Match) {
        let tokens = text.text.scalars(from: match.first, through: match.last)
        let range = tokens.lowerBound - match.before..<tokens.upperBound + match.behind
        if let last = found.last, last.range.upperBound > range.lowerBound { return }
        // "Tuesday, 3 March" is one date.
        if match.kind == .date, let last = found.last, last.kind == .date, text.isNumber(match.first),
            range.lowerBound - last.range.upperBound <= 2
        {
            found[found.count - 1] = Detail(kind: .date, range: last.range.lowerBound..<range.upperBound)
            return
        }
        found.append(Detail(kind: match.kind, range: range))
    }

    /// What was found right before a token, with one word between them or none.
    func kindFound(before token: Int) -> Detail.Kind? {
        guard let last = found.last, token >= 2 else { return nil }
        let isNear = last.range.upperBound > text.text.tokens[token - 2].scalars.lowerBound
        return isNear ? last.kind : nil
    }

    /// Whether a place was found right before a token, with nothing but a dash between them.
    func isBehindPlace(_ token: Int) -> Bool {
        guard let last = found.last, last.kind == .place, token >= 1, text.gap(after: token - 1) == .hyphen else {
            return false
        }
        return last.range.upperBound == text.text.tokens[token - 1].scalars.upperBound
    }
}
