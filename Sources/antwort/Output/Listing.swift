import Assembly
import ServiceHours

/// How a command lists records: as a table for people, one object a line for programs.
struct Listing<Record> {
    let columns: [String]
    /// What is said when there is nothing to list.
    let nothing: String
    let json: (Record) -> JSONValue
    let row: (Record, Desk) -> [String]

    /// Shows the first `limit` of the records, and says so where there are more.
    func show(_ records: [Record], limit: Int, at desk: Desk, on terminal: Terminal) {
        if terminal.options.json {
            for record in records.prefix(limit) { terminal.result(json(record)) }
            return
        }
        guard !records.isEmpty else {
            terminal.note(nothing)
            return
        }
        var table = Table(columns)
        for record in records.prefix(limit) { table.add(row(record, desk)) }
        table.lines(width: terminal.width).forEach(terminal.result)
        if records.count > limit { terminal.note(MoreRows.note(after: limit)) }
    }
}
