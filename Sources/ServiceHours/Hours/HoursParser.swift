/// Reads opening hours, rule by rule.
///
/// Works on Unicode scalars, so that a position is the index into the text that most programming languages would use.
struct HoursParser {
    let text: [Unicode.Scalar]
    var position = 0

    init(_ text: String) {
        self.text = Array(text.unicodeScalars)
    }

    /// The longest text taken, in Unicode scalars.
    static let longestText = 16_384

    /// The most rules taken.
    static let mostRules = 1_000

    mutating func rules() throws(OpeningHoursError) -> [HoursRule] {
        skipBlanks()
        guard !isAtEnd else {
            throw fault(.empty, "there are no hours", "write for example Mo-Fr 08:00-18:00, or off", at: 0)
        }
        guard text.count <= Self.longestText else {
            throw fault(
                .unsupported, "the text is longer than \(Self.longestText) characters",
                "put single days into the holidays", at: Self.longestText)
        }
        var rules = [try rule(.replacing)]
        while let introduction = try separator() {
            guard rules.count < Self.mostRules else {
                throw fault(
                    .unsupported, "there are more than \(Self.mostRules) rules", "put single days into the holidays")
            }
            rules.append(try rule(introduction))
        }
        return rules
    }

    /// What introduces the next rule; nil at the end of the text.
    private mutating func separator() throws(OpeningHoursError) -> HoursRule.Introduction? {
        skipBlanks()
        guard !isAtEnd else { return nil }
        let start = position
        let introduction: HoursRule.Introduction
        if take(";") {
            introduction = .replacing
        } else if take("|") {
            guard take("|") else {
                throw fault(
                    .syntax, "a single | separates nothing", "write || before a rule for otherwise closed times",
                    at: start)
            }
            introduction = .fallback
        } else if peek == ",", isBlank(at: position + 1) {
            position += 1
            introduction = .additional
        } else if isDay(at: position) || isDate(at: position) || isTime(at: position) {
            throw fault(.syntax, "a new rule begins without a separator", "write a semicolon before it")
        } else {
            throw unexpected("the rule should end here")
        }
        skipBlanks()
        if isAtEnd || peek == ";" || peek == "|" || peek == "," {
            throw fault(
                .syntax, "a rule is missing behind the separator", "write a rule or remove the separator", at: start)
        }
        return introduction
    }

    private mutating func rule(_ introduction: HoursRule.Introduction) throws(OpeningHoursError) -> HoursRule {
        let start = position
        var selector = DaySelector()
        var times: [Range<Int>] = []
        if takeAlways() {
            times = [0..<HoursRule.dayLength]
        } else {
            try periods(into: &selector)
            try days(into: &selector)
            times = try self.times()
        }
        try requireGap(since: start, "the next part of the rule")
        let modifier = try modifier()
        guard position > start else { throw unexpected("a rule should begin here") }
        return HoursRule(
            introduction: introduction, selector: selector, times: times.isEmpty ? [0..<HoursRule.dayLength] : times,
            state: modifier?.state ?? .open, comment: modifier?.comment, position: start)
    }

    /// `24/7` that nothing adjoins.
    private mutating func takeAlways() -> Bool {
        guard matches("24/7"), isBoundary(at: position + 4) else { return false }
        position += 4
        return true
    }

    /// Years, dates and weeks, and the colon that may close them.
    private mutating func periods(into selector: inout DaySelector) throws(OpeningHoursError) {
        let start = position
        if try years(into: &selector) { try requireGap(since: start, "the next part of the rule", or: ":") }
        let beforeDates = position
        if try dates(into: &selector) { try requireGap(since: beforeDates, "the next part of the rule", or: ":") }
        let beforeWeeks = position
        if try weeks(into: &selector) { try requireGap(since: beforeWeeks, "the next part of the rule", or: ":") }
        guard position > start else { return }
        skipBlanks()
        if take(":") {
            guard isBoundary(at: position) else { throw unexpected("a blank is missing behind the colon") }
            skipBlanks()
        }
    }

    /// `open`, `off`, `closed`, `unknown`, a comment, or a word with its comment.
    private mutating func modifier() throws(OpeningHoursError) -> (state: HoursRule.State, comment: String?)? {
        var state: HoursRule.State?
        switch word(at: position) {
        case "open": state = .open
        case "off", "closed": state = .off
        case "unknown": state = .unknown
        default: break
        }
        if state != nil {
            position += word(at: position).unicodeScalars.count
            guard isBoundary(at: position) || peek == "\"" else { throw unexpected("a blank is missing") }
        }
        let end = position
        skipBlanks()
        guard peek == "\"" else {
            position = end
            return state.map { ($0, nil) }
        }
        let comment = try comment()
        return (state ?? .unknown, comment)
    }

    private mutating func comment() throws(OpeningHoursError) -> String {
        let quote = position
        position += 1
        var comment = String.UnicodeScalarView()
        while let scalar = peek {
            position += 1
            if scalar == "\"" { return String(comment) }
            comment.append(scalar)
        }
        throw fault(.syntax, "the comment is not closed", "end it with a quotation mark", at: quote)
    }
}
