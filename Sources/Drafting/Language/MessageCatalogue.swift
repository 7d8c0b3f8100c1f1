import ServiceHours

/// The words of a language that no template can hold: weekdays, times, the shape of opening hours.
///
/// A file of `key = text` lines; `#` begins a comment, quotation marks around a text keep the blanks at its ends.
package struct MessageCatalogue: Sendable {
    private let texts: [String: String]
    /// The variants that a template of this language must have.
    let registers: [ReplyRegister]

    init(texts: [String: String], registers: [ReplyRegister]) {
        self.texts = texts
        self.registers = registers
    }

    /// The text with its `{placeholders}` filled.
    func text(_ key: MessageKey, _ values: KeyValuePairs<String, String> = [:]) -> String {
        var text = texts[key.rawValue] ?? ""
        for (name, value) in values {
            let parts = text.split(separator: "{\(name)}", omittingEmptySubsequences: false)
            if parts.count > 1 { text = parts.joined(separator: value) }
        }
        return text
    }

    func weekday(_ day: Weekday) -> String { texts["weekday.\(day.rawValue)"] ?? "" }
    func shortWeekday(_ day: Weekday) -> String { texts["weekday.short.\(day.rawValue)"] ?? "" }
    func month(_ month: Int) -> String { texts["month.\(month)"] ?? "" }

    /// Nil where the catalogue has no word for it: then a holiday is left without a name.
    func holiday(_ name: HolidayName) -> String? {
        switch name {
        case .known(let holiday, _): texts["holiday.\(holiday.rawValue)"]
        case .given(let text): SafeText.line(text, longest: 60)
        }
    }

    var usesTwelveHours: Bool { texts[MessageKey.clock.rawValue] == "12" }
}
