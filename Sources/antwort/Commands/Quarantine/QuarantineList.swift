import ArgumentParser
import Assembly
import Storage
import Workflow

struct QuarantineList: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List all quarantined records, the oldest on top.",
        usage: "antwort quarantine list [options]",
        discussion: """
            SOURCE is the source of the settings that brought it, or "import".

            Fields with --json: id source place code reason at bytes.

            Exit codes: 0 listed, or there is none; 73 there is no store yet.
            """)

    @OptionGroup(title: CommonOptions.title) var places: PlaceOptions
    @OptionGroup(title: CommonOptions.title) var output: OutputOptions

    func run() async throws {
        let terminal = Terminal(options: output)
        let desk = try await places.openDesk(for: .reading)
        var table = Table(["ID", "SINCE", "SOURCE", "PLACE", "WHY"])
        var position: Int64 = 0
        while true {
            let page: [QuarantinedRecord]
            do {
                page = try await desk.store.quarantine(after: position, limit: 500)
            } catch {
                throw Problem(error)
            }
            for record in page {
                if output.json {
                    terminal.result(QuarantineView(record: record).json)
                } else {
                    let since = LocalClockText.short(record.at, now: desk.now, in: desk.zone)
                    table.add([String(record.id), since, record.source, record.place, record.reason])
                }
            }
            guard page.count == 500, let last = page.last else { break }
            position = last.id
        }
        guard !output.json else { return }
        if table.isEmpty {
            terminal.note("Nothing is in quarantine.")
        } else {
            table.lines(width: terminal.width).forEach(terminal.result)
        }
    }
}

/// A quarantined record as listings print it.
struct QuarantineView: Sendable {
    let record: QuarantinedRecord

    var fields: [(String, JSONValue)] {
        [
            ("id", .integer(record.id)), ("source", .text(record.source)), ("place", .text(record.place)),
            ("code", .text(record.code)), ("reason", .text(record.reason)), ("at", .instant(record.at)),
            ("bytes", .count(record.raw.count)),
        ]
    }

    var json: JSONValue { .object(fields) }
}
