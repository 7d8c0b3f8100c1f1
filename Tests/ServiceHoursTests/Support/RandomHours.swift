import ServiceHours

/// Opening hours that nobody would write and everybody might: rules of all kinds, drawn from the grammar by a seed.
struct RandomHours {
    private var generator: SeededGenerator

    init(seed: UInt64) {
        generator = SeededGenerator(seed: seed)
    }

    /// One to five rules.
    mutating func text() -> String {
        var text = rule()
        for _ in 0..<Int.random(in: 0...4, using: &generator) {
            text += pick(["; ", "; ", "; ", ", ", " || "]) + rule()
        }
        return text
    }

    mutating func holidays() -> HolidaySet {
        switch Int.random(in: 0..<3, using: &generator) {
        case 0: return .none
        case 1: return HolidaySet(region: HolidayRegion.allCases.randomElement(using: &generator) ?? .germany)
        default:
            let days = (0..<40).map { _ in CivilDate(dayNumber: .random(in: 14_000...20_000, using: &generator)) }
            return HolidaySet(dates: days)
        }
    }

    private mutating func rule() -> String {
        var parts: [String] = []
        if chance(5) { parts.append(pick(["2010-2020", "2012", "2012+", "2010-2030/3"])) }
        if chance(3) {
            parts.append(
                pick([
                    "Dec 24-Jan 02", "Mar", "Jun-Aug", "Oct 25-31", "Feb 29", "easter -2 days", "Nov-Feb",
                    "easter-easter +50 days", "Mar 25-Apr 05", "Dec 24,31",
                ]))
        }
        if chance(8) { parts.append(pick(["week 1-53/2", "week 10-40", "week 53"])) }
        if !chance(4) {
            parts.append(
                pick([
                    "Mo-Fr", "Sa,Su", "Fr-Mo", "We", "PH", "PH,Mo-Fr", "PH Sa", "PH -1 day", "Mo[1],Fr[-1]", "Su[2-3]",
                    "Mo-Su",
                ]))
        }
        let isOff = chance(4)
        if !isOff || chance(2) || parts.isEmpty {
            parts.append((0..<Int.random(in: 1...3, using: &generator)).map { _ in range() }.joined(separator: ","))
        }
        if isOff { parts.append(pick(["off", "closed \"x\"", "unknown", "\"by request\""])) }
        return parts.joined(separator: " ")
    }

    private mutating func range() -> String {
        let start = Int.random(in: 0..<1_440, using: &generator)
        let end = Int.random(in: 1...(chance(3) ? 2_880 : 1_440), using: &generator)
        return "\(clock(start))-\(clock(end))"
    }

    private func clock(_ minutes: Int) -> String {
        "\(minutes / 600)\(minutes / 60 % 10):\(minutes % 60 / 10)\(minutes % 10)"
    }

    private mutating func chance(_ of: Int) -> Bool {
        Int.random(in: 0..<of, using: &generator) == 0
    }

    private mutating func pick(_ texts: [String]) -> String {
        texts.randomElement(using: &generator) ?? ""
    }
}
