/// The calendars in use, so that equal ones share what they remember, and those longest unused are forgotten.
package struct CalendarShelf: Sendable {
    private struct Key: Hashable {
        let hours: String
        let zone: ZoneRules
        let holidays: HolidaySet
    }

    private struct Entry {
        let calendar: ServiceCalendar
        var lastUse: Int
        var weight: Int
    }

    private var entries: [Key: Entry] = [:]
    private var uses = 0
    private var weight = 0
    private var lastKey: Key?
    private let capacity: Int

    /// A shelf for calendars that remember about `capacity` bytes together.
    package init(capacity: Int = 64 << 20) {
        self.capacity = max(capacity, 0)
    }

    /// The number of calendars on the shelf.
    package var count: Int { entries.count }

    /// The calendar of these parts, from the shelf or new; throws when the hours cannot be read.
    package mutating func calendar(
        hours: String, zone: ZoneRules, holidays: HolidaySet
    ) throws(OpeningHoursError) -> ServiceCalendar {
        weighLast()
        let key = Key(hours: hours, zone: zone, holidays: holidays)
        uses += 1
        if let index = entries.index(forKey: key) {
            entries.values[index].lastUse = uses
            lastKey = key
            return entries.values[index].calendar
        }
        let calendar = ServiceCalendar(hours: try OpeningHours(hours), zone: zone, holidays: holidays)
        entries[key] = Entry(calendar: calendar, lastUse: uses, weight: calendar.footprint)
        weight += calendar.footprint
        lastKey = key
        if weight > capacity { dropOldest() }
        return calendar
    }

    /// Weighs the calendar handed out last: it is the one that may have grown.
    private mutating func weighLast() {
        guard let lastKey, let index = entries.index(forKey: lastKey) else { return }
        let footprint = entries.values[index].calendar.footprint
        weight += footprint - entries.values[index].weight
        entries.values[index].weight = footprint
    }

    /// Keeps the calendars used last, up to half the capacity, so that tidying up stays rare; the newest stays in any case.
    private mutating func dropOldest() {
        let ordered = entries.sorted { $0.value.lastUse > $1.value.lastUse }
        var kept: [Key: Entry] = [:]
        weight = 0
        for (key, entry) in ordered {
            guard kept.isEmpty || weight + entry.weight <= capacity / 2 else { break }
            kept[key] = entry
            weight += entry.weight
        }
        entries = kept
    }
}
