import Dialogue

/// A calendar as far as it could be read: its name stands even if the rest is wrong, so that references to it are not blamed.
struct CalendarReading {
    let name: String
    let definition: CalendarDefinition?
}

extension BrandReader {
    func calendars(_ field: Field?) -> [CalendarReading] {
        guard let field else { return [] }
        guard case .mapping(let entries) = field.node.content else {
            if case .refused = field.node.content { return [] }
            field.refuse("not a mapping", "write each calendar's name as a key, with hours and timezone below it")
            return []
        }
        return entries.map { entry in
            let path = "\(field.path).\(Shown.key(entry.key))"
            let key = Field(
                path: path, node: YAMLNode(place: entry.keyPlace, content: .text(entry.key, isPlain: false)),
                mistakes: mistakes)
            _ = key.line(upTo: 64, "write a short name in one line")
            return CalendarReading(name: entry.key, definition: calendar(entry.value, name: entry.key, path: path))
        }
    }

    private func calendar(_ node: YAMLNode, name: String, path: String) -> CalendarDefinition? {
        guard let calendar = MappingReader(node, path: path, section: .calendar, mistakes: mistakes) else { return nil }

        let hours = calendar.required("hours", "write when somebody answers, such as \"Mo-Fr 08:00-18:00\"").flatMap(
            hours)
        let timezone = calendar.required(
            "timezone", "write the zone's name, such as Europe/Berlin; hours mean nothing without one"
        )
        .flatMap(timezone)
        let holidays = calendar.optional("holidays").map(holidays) ?? .some(.none)
        guard let hours, let timezone, let holidays else { return nil }
        return CalendarDefinition(name: name, hours: hours, timezone: timezone, holidays: holidays)
    }

    private func hours(_ field: Field) -> String? {
        guard let text = field.text("write when somebody answers, such as \"Mo-Fr 08:00-18:00\"") else { return nil }
        return checkHours(text, in: field) ? text : nil
    }

    /// The name of a zone that exists on this machine.
    func timezone(_ field: Field) -> String? {
        let next = "write an IANA name such as Europe/Berlin"
        guard let text = field.line(upTo: 64, next) else { return nil }
        guard ZoneName.isName(text) else {
            field.refuse("\(Shown.value(text)) is not the name of a zone", next)
            return nil
        }
        guard surroundings.knowsZone(text) else {
            let nearest = NearestName.of(text, among: surroundings.zoneNames())
            field.refuse(
                "no zone \(Shown.value(text)) on this machine",
                nearest.map { "did you mean \($0)?" } ?? "\(next), or install the time zone data (package tzdata)")
            return nil
        }
        return text
    }

    private func holidays(_ field: Field) -> CalendarDefinition.Holidays? {
        switch field.node.content {
        case .refused:
            return nil
        case .text:
            guard let code = field.line("write a region code such as DE-BE, a list of dates, or {file: holidays.ics}")
            else { return nil }
            return checkRegion(code, in: field) ? .region(code) : nil
        case .list:
            let dates = field.items("")?.map(date) ?? []
            let known = dates.compactMap(\.self)
            return known.count == dates.count ? .dates(known) : nil
        case .mapping:
            return MappingReader(field, as: .holidays)?.required("file", "name the .ics file").flatMap(calendarFile)
        }
    }

    private func date(_ field: Field) -> String? {
        let next = "write a date as YYYY-MM-DD"
        guard let text = field.text(next) else { return nil }
        guard checkDate(text) else {
            field.refuse("\(Shown.value(text)) is not a date", next)
            return nil
        }
        return text
    }

    private func calendarFile(_ field: Field) -> CalendarDefinition.Holidays? {
        guard let path = path(field) else { return nil }
        switch refer(to: path) {
        case .failure(let fault):
            field.refuse(fault.what, fault.next)
            return nil
        case .success(let bytes):
            guard let text = String(validating: bytes, as: UTF8.self) else {
                field.refuse("the file is not UTF-8 text", "export it again as an iCalendar file")
                return nil
            }
            return checkCalendarFile(text, in: field) ? .calendar(text: text) : nil
        }
    }
}
