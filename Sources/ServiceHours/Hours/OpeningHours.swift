/// When a desk is open on the wall clock, in a profile of OpenStreetMap's `opening_hours`.
///
/// `Mo-Fr 06:00-22:00; Sa,Su 10:00-22:00; PH off`: rules from left to right, a later one replacing the day an earlier one described. The
/// profile leaves out what no service desk can mean exactly: sunrise, school holidays, open ends.
package struct OpeningHours: Sendable {
    /// The text it was read from.
    package let text: String
    let rules: [HoursRule]

    /// Reads the text; the error says where it went wrong and what to write instead.
    package init(_ text: String) throws(OpeningHoursError) {
        var parser = HoursParser(text)
        rules = try parser.rules()
        self.text = text
    }

    /// Open always.
    package static let always = OpeningHours(
        text: "24/7",
        rules: [
            HoursRule(
                introduction: .replacing, selector: DaySelector(), times: [0..<HoursRule.dayLength], state: .open,
                comment: nil, position: 0)
        ])

    private init(text: String, rules: [HoursRule]) {
        self.text = text
        self.rules = rules
    }

    /// Whether any rule asks for holidays.
    package var usesHolidays: Bool {
        rules.contains { !$0.selector.holidays.isEmpty }
    }

    /// The bytes it takes, roughly.
    var footprint: Int { rules.count * (MemoryLayout<HoursRule>.stride + 160) + text.utf8.count * 2 }

    /// Open at every instant, whatever the zone and the holidays.
    var isAlwaysOpen: Bool {
        rules.count == 1 && rules[0].state == .open && rules[0].selector.isUnconditional
            && rules[0].times.contains { $0.lowerBound == 0 && $0.upperBound >= HoursRule.dayLength }
    }

    /// Without a rule that opens anything.
    var isNeverOpen: Bool {
        !rules.contains { $0.state == .open }
    }
}

extension OpeningHours: Hashable {
    package static func == (left: OpeningHours, right: OpeningHours) -> Bool {
        left.text == right.text
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(text)
    }
}
