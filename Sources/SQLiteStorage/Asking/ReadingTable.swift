import Dialogue
import GRDB

/// Triage readings by the number of their row, each decoded once.
final class ReadingTable {
    private var readings: [Int64: TriageSummary] = [:]
    private var select: Query

    init(_ database: Database) throws {
        select = try Query(database, "SELECT encoded FROM readings WHERE pk = ?")
    }

    func reading(_ row: Int64) throws -> TriageSummary {
        if let known = readings[row] { return known }
        try select.put(row)
        guard let encoded = try select.first({ $0.text(0) }), let reading = TriageSummary(encoded: encoded) else {
            throw Damage(what: "a triage that cannot be read")
        }
        readings[row] = reading
        return reading
    }
}
