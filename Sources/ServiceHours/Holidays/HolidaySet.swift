/// The holidays of a calendar: none, those of a region, or a list.
package struct HolidaySet: Sendable {
    enum Source: Hashable, Sendable {
        case none
        case region(HolidayRegion)
        case list(HolidayList)
    }

    let source: Source

    /// No holidays at all.
    package static let none = HolidaySet(source: .none)

    private init(source: Source) {
        self.source = source
    }

    /// The holidays of a region.
    package init(region: HolidayRegion) {
        self.init(source: .region(region))
    }

    /// The holidays on these dates, without names.
    package init(dates: some Sequence<CivilDate>) {
        self.init(source: .list(HolidayList(dates.map { ($0.dayNumber, nil) })))
    }

    /// Holidays with their names; of two on one date the first gives the name.
    package init(_ holidays: some Sequence<Holiday>) {
        self.init(source: .list(HolidayList(holidays.map { ($0.date.dayNumber, $0.name) })))
    }

    /// Whether the date is a holiday.
    package func contains(_ date: CivilDate) -> Bool {
        switch source {
        case .none: false
        case .region(let region): region.holidays(in: date.year).contains { $0.date == date }
        case .list(let list): list.index(of: date.dayNumber) != nil
        }
    }

    /// What the holiday on this date is called; nil when the date is none or has no name.
    package func name(on date: CivilDate) -> HolidayName? {
        switch source {
        case .none: nil
        case .region(let region): region.holidays(in: date.year).first { $0.date == date }?.name
        case .list(let list): list.index(of: date.dayNumber).flatMap { list.names[$0] }
        }
    }

    /// The bytes it takes, roughly.
    var footprint: Int {
        guard case .list(let list) = source else { return 0 }
        return list.days.count * (MemoryLayout<Int>.stride + MemoryLayout<HolidayName?>.stride)
    }

    /// The day numbers of the holidays in a span, ascending, possibly with repetitions.
    func dayNumbers(in span: ClosedRange<Int>) -> [Int] {
        switch source {
        case .none:
            return []
        case .region(let region):
            let years = CivilDate(dayNumber: span.lowerBound).year...CivilDate(dayNumber: span.upperBound).year
            return years.flatMap { region.holidays(in: $0).map(\.date.dayNumber) }.filter(span.contains)
        case .list(let list):
            return Array(list.days[list.position(of: span.lowerBound)..<list.position(of: span.upperBound + 1)])
        }
    }
}

extension HolidaySet: Hashable {
    package static func == (left: HolidaySet, right: HolidaySet) -> Bool {
        left.source == right.source
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(source)
    }
}

/// Dates in order with their names; a class so that thousands of calendars share one list and compare it at a glance.
final class HolidayList: Hashable, Sendable {
    let days: [Int]
    let names: [HolidayName?]

    init(_ entries: [(day: Int, name: HolidayName?)]) {
        var days: [Int] = []
        var names: [HolidayName?] = []
        let ordered = entries.enumerated().sorted { ($0.element.day, $0.offset) < ($1.element.day, $1.offset) }
        for (_, entry) in ordered {
            if days.last == entry.day {
                if names[names.count - 1] == nil { names[names.count - 1] = entry.name }
                continue
            }
            days.append(entry.day)
            names.append(entry.name)
        }
        self.days = days
        self.names = names
    }

    /// The index of the first day not before `day`.
    func position(of day: Int) -> Int {
        var low = 0
        var high = days.count
        while low < high {
            let middle = (low + high) / 2
            if days[middle] < day { low = middle + 1 } else { high = middle }
        }
        return low
    }

    func index(of day: Int) -> Int? {
        let position = position(of: day)
        return position < days.count && days[position] == day ? position : nil
    }

    static func == (left: HolidayList, right: HolidayList) -> Bool {
        left === right || (left.days == right.days && left.names == right.names)
    }

    /// Count and ends are enough to spread lists; equality looks at everything.
    func hash(into hasher: inout Hasher) {
        hasher.combine(days.count)
        hasher.combine(days.first)
        hasher.combine(days.last)
    }
}
