import Foundation
import ServiceHours
import Testing

/// A line of a file of questions about service hours, with its answer; answers are compared as texts.
struct HoursVector {
    let hours: String
    let zone: String
    let holidays: HolidaySet
    let operation: String
    let arguments: [String: Any]
    let expected: String

    init(_ line: String) throws {
        let object = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
        let calendar = try #require(object["calendar"] as? [String: Any])
        hours = try #require(calendar["hours"] as? String)
        zone = try #require(calendar["timezone"] as? String)
        operation = try #require(object["op"] as? String)
        arguments = try #require(object["args"] as? [String: Any])

        let listed = calendar["holidays"] as? [String: Any]
        if let code = listed?["region"] as? String {
            holidays = HolidaySet(region: try #require(HolidayRegion(rawValue: code)))
        } else if let dates = listed?["dates"] as? [String] {
            holidays = HolidaySet(dates: try dates.map(date))
        } else {
            holidays = .none
        }

        switch object["expected"] {
        case let steps as [[String: Any]]:
            expected = steps.map { "\($0["from"] ?? "") \($0["to"] ?? "") \($0["counted"] ?? "") \($0["why"] ?? "")" }
                .joined(separator: "\n")
        case let fault as [String: String] where fault["error"] != nil: expected = try #require(fault["error"])
        case is [String: Any]: expected = "valid"
        case let text as String: expected = text
        case let number as NSNumber where operation == "isOpen": expected = "\(number.boolValue)"
        case let number as NSNumber: expected = "\(number)"
        default: expected = "null"
        }
    }

    func answer(_ calendar: ServiceCalendar) -> String {
        let at = instant("at")
        switch operation {
        case "isOpen": return "\(calendar.isOpen(at: at))"
        case "nextOpening": return calendar.nextOpening(at: at)?.rfc3339 ?? "null"
        case "nextClosing": return calendar.nextClosing(at: at)?.rfc3339 ?? "null"
        case "elapsed": return "\(calendar.elapsed(from: instant("from"), to: instant("to")))"
        case "deadline":
            return calendar.deadline(from: instant("from"), seconds: seconds)?.rfc3339 ?? ServiceCalendar.neverReached
        case "explain":
            let steps = calendar.explain(from: instant("from"), seconds: seconds) ?? []
            return steps.map { "\($0.from.rfc3339) \($0.to.rfc3339) \($0.counted) \($0.why.text)" }
                .joined(separator: "\n")
        default: return "valid"
        }
    }

    private var seconds: Seconds { (arguments["seconds"] as? NSNumber)?.int64Value ?? 0 }

    private func instant(_ key: String) -> Instant {
        (arguments[key] as? String).flatMap { Instant(rfc3339: $0) } ?? .domainStart
    }
}
