import Foundation
import ServiceHours
import Testing

/// The shared vectors of service-hours arithmetic, answered one by one.
@Suite struct `Service hours vectors` {
    @Test func `every vector has the expected answer`() throws {
        guard ZoneFiles.areInstalled, let url = SharedData.url("service-hours-vectors.jsonl") else { return }
        let lines = try String(contentsOf: url, encoding: .utf8).split(separator: "\n")
        var zones: [String: ZoneRules] = [:]
        var shelf = CalendarShelf()
        for line in lines {
            let vector = try Vector(String(line))
            let zone = try zones[vector.zone] ?? ZoneFiles.zone(vector.zone)
            zones[vector.zone] = zone
            let answer: String
            do {
                let calendar = try shelf.calendar(hours: vector.hours, zone: zone, holidays: vector.holidays)
                answer = vector.answer(calendar)
            } catch {
                answer = error.code.rawValue
                #expect((0...vector.hours.unicodeScalars.count).contains(error.position))
                #expect(!error.message.isEmpty && !error.advice.isEmpty)
            }
            #expect(answer == vector.expected, "\(line)")
        }
        #expect(lines.count == 600)
    }
}

/// A line of the vectors; answers are compared as texts.
private struct Vector {
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
            let seconds = (arguments["seconds"] as? NSNumber)?.int64Value ?? 0
            return calendar.deadline(from: instant("from"), seconds: seconds)?.rfc3339 ?? ServiceCalendar.neverReached
        default: return "valid"
        }
    }

    private func instant(_ key: String) -> Instant {
        (arguments[key] as? String).flatMap { Instant(rfc3339: $0) } ?? .domainStart
    }
}
