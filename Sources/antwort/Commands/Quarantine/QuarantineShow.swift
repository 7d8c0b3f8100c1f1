import ArgumentParser
import Assembly
import Foundation
import Storage
import Workflow

struct QuarantineShow: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Show a quarantined record, and why it could not be read.",
        usage: "antwort quarantine show <id> [--raw] [options]",
        discussion: """
            Fields with --json: those of 'antwort quarantine list', and text raw_base64.

            Exit codes: 0 shown; 66 there is no such record; 73 there is no store yet.

            Example:
              antwort quarantine show 3 --raw > record.csv
            """)

    @Argument(help: .record)
    var id: Int64

    @Flag(help: "Write the bytes exactly as they came, and nothing else; --json has no effect then.")
    var raw = false

    @OptionGroup(title: CommonOptions.title) var places: PlaceOptions
    @OptionGroup(title: CommonOptions.title) var output: OutputOptions

    func run() async throws {
        let terminal = Terminal(options: output)
        let desk = try await places.openDesk(for: .reading)
        let found: QuarantinedRecord?
        do {
            found = try await desk.store.quarantined(id)
        } catch {
            throw Problem(error)
        }
        guard let record = found else {
            throw Problem(
                .noInput, at: "quarantine \(id)", "there is no such record", next: "see 'antwort quarantine list'")
        }
        if raw {
            FileHandle.standardOutput.write(Data(record.raw))
        } else if output.json {
            let text = JSONValue.text(String(decoding: record.raw, as: UTF8.self))
            let base64 = JSONValue.text(Data(record.raw).base64EncodedString())
            terminal.result(.object(QuarantineView(record: record).fields + [("text", text), ("raw_base64", base64)]))
        } else {
            terminal.result(SafeText.line("\(record.source), \(record.place): \(record.reason)"))
            terminal.result("")
            terminal.result(SafeText.block(String(decoding: record.raw, as: UTF8.self)))
        }
    }
}
