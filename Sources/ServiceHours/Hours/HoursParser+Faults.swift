extension HoursParser {
    func fault(
        _ code: OpeningHoursError.Code, _ message: String, _ advice: String, at position: Int? = nil
    ) -> OpeningHoursError {
        OpeningHoursError(code: code, position: position ?? self.position, message: message, advice: advice)
    }

    /// The fault of whatever stands at the current position: something OpenStreetMap knows, or nothing at all.
    func unexpected(_ expectation: String) -> OpeningHoursError {
        if let fault = unsupported(at: position) { return fault }
        let word = word(at: position)
        switch peek {
        case nil:
            return fault(.syntax, "the text ends too early; \(expectation)", "complete the rule")
        case "\u{2010}", "\u{2011}", "\u{2012}", "\u{2013}", "\u{2014}", "\u{2212}":
            return fault(.syntax, "this dash is not the minus sign of the keyboard", "write - for spans")
        case let scalar? where word.isEmpty:
            let shown = scalar.properties.isWhitespace || scalar.value < 0x20 ? "this character" : "\(scalar)"
            return fault(.syntax, "\(shown) is not understood here; \(expectation)", Self.example)
        default:
            return fault(.syntax, "\(word) is not understood here; \(expectation)", advice(for: word))
        }
    }

    /// The fault of a sun event or school holidays at `index`; nil when something else stands there.
    func unsupported(at index: Int) -> OpeningHoursError? {
        let isBracketed = scalar(at: index) == "("
        let word = word(at: isBracketed ? index + 1 : index)
        if ["sunrise", "sunset", "dawn", "dusk"].contains(word) {
            return fault(
                .unsupported, "times that follow the sun are not supported", "write a time such as 20:00", at: index)
        }
        if word == "SH", !isBracketed {
            return fault(
                .unsupported, "school holidays are not supported", "write their dates, such as Jul 25-Sep 07", at: index
            )
        }
        return nil
    }

    private func advice(for word: String) -> String {
        let lowered = word.lowercased()
        if let weekday = Weekday.allCases.first(where: { "\($0)".hasPrefix(lowered) || lowered == $0.code.lowercased() }
        ) {
            return "write \(weekday.code)"
        }
        if let month = Self.months.first(where: { lowered.hasPrefix($0.lowercased()) }) { return "write \(month)" }
        if ["off", "open", "closed", "unknown", "easter", "week"].contains(lowered) { return "write \(lowered)" }
        if lowered == "ph" { return "write PH" }
        return "weekdays are Mo Tu We Th Fr Sa Su, months Jan … Dec, holidays PH; remarks stand in \"…\""
    }

    static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]

    static let example = "write for example Mo-Fr 08:00-12:00,13:00-18:00; Sa 10:00-14:00; PH off"
}
