import Foundation
import ServiceHours
import TestSupport
import Testing

/// Calendars that people could not express elsewhere, with answers worked out by hand.
@Suite(.enabled(if: ZoneFiles.areInstalled)) struct `Four desks` {
    @Test("have the hours that people mean", arguments: ["lunch", "night", "special", "plain"])
    func desk(name: String) throws {
        let text = try String(contentsOf: ProjectFiles.fixture("hours/four-desks.jsonl"), encoding: .utf8)
        let lines = text.split(separator: "\n").filter { $0.contains("\"id\":\"\(name)-") }
        var operations: Set<String> = []
        for line in lines {
            let vector = try HoursVector(String(line))
            let calendar = try calendar(vector.hours, vector.zone, holidays: vector.holidays)
            #expect(vector.answer(calendar) == vector.expected, "\(line)")
            operations.insert(vector.operation)
        }
        #expect(operations == ["isOpen", "nextOpening", "nextClosing", "elapsed", "deadline", "explain"])
    }
}
