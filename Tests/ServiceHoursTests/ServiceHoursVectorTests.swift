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
            let vector = try HoursVector(String(line))
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
