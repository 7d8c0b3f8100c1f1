import Dialogue
import Foundation
import ServiceHours

/// The promise of the measured settings, made without reading settings.
enum BenchPolicies {
    static func usual() throws -> ResponsePolicies {
        ResponsePolicies([
            .init(
                policy: 1, effectiveFrom: Instant(seconds: 0),
                target: Target(name: "standard", calendar: "service", firstResponse: 1_800, nextResponse: 3_600),
                calendar: try calendar("Mo-Fr 06:00-22:00; Sa-Su 10:00-22:00"))
        ])
    }

    /// Opening hours in Berlin, without holidays unless said.
    static func calendar(_ hours: String, holidays: HolidaySet = .none) throws -> ServiceCalendar {
        let zone = try Data(contentsOf: URL(filePath: "/usr/share/zoneinfo/Europe/Berlin"))
        return ServiceCalendar(
            hours: try OpeningHours(hours), zone: try ZoneRules(name: "Europe/Berlin", tzif: Array(zone)),
            holidays: holidays)
    }
}
