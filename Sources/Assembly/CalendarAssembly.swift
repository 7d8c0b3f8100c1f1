package import Dialogue
package import ServiceHours
package import Settings
package import Workflow

/// Makes service calendars of their definitions and the host's zone files.
package struct CalendarAssembly: Sendable {
    private let zones: ZoneDirectory

    package init(zones: ZoneDirectory) {
        self.zones = zones
    }

    /// The rules of a zone.
    package func zone(named name: String) throws(Problem) -> ZoneRules {
        let bytes: [UInt8]
        do {
            bytes = try zones.bytes(of: name)
        } catch {
            throw Problem(
                .configuration, at: "\(zones.path)/\(name)", field: "timezone",
                "no rules for the zone \(name): \(error.what)",
                next: "write an IANA name such as Europe/Berlin, and see that tzdata is installed")
        }
        do {
            return try ZoneRules(name: name, tzif: bytes)
        } catch {
            throw Problem(
                .configuration, at: "\(zones.path)/\(name)", field: "timezone",
                "the zone file is damaged",
                next: "install tzdata anew")
        }
    }

    /// The calendar of a definition that the settings have checked.
    package func calendar(of definition: CalendarDefinition) throws(Problem) -> ServiceCalendar {
        let hours: OpeningHours
        do {
            hours = try OpeningHours(definition.hours)
        } catch {
            throw Problem(
                .configuration, at: "calendars.\(definition.name)", field: "hours",
                "\(error.message) at character \(error.position + 1)", next: error.advice)
        }
        return ServiceCalendar(
            hours: hours, zone: try zone(named: definition.timezone), holidays: try holidays(of: definition))
    }

    private func holidays(of definition: CalendarDefinition) throws(Problem) -> HolidaySet {
        switch definition.holidays {
        case .none: return .none
        case .region(let code):
            guard let region = HolidayRegion(rawValue: code) else {
                throw problem(
                    definition, "there is no region \(code)", next: "write a code such as DE-BE, AT, US or GB-ENG")
            }
            return HolidaySet(region: region)
        case .dates(let texts):
            let dates = texts.compactMap { CivilDate(iso8601: $0) }
            guard dates.count == texts.count else {
                throw problem(definition, "a date cannot be read", next: "write dates as 2026-12-24")
            }
            return HolidaySet(dates: dates)
        case .calendar(let text):
            do {
                return try HolidaySet.iCalendar(text).holidays
            } catch {
                throw problem(definition, "line \(error.line): \(error.message)", next: error.advice)
            }
        }
    }

    private func problem(_ definition: CalendarDefinition, _ what: String, next: String) -> Problem {
        Problem(.configuration, at: "calendars.\(definition.name)", field: "holidays", what, next: next)
    }
}
