import ArgumentParser
import Assembly
import Foundation
import Storage
import Workflow

struct QuarantineShow: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Show a quarantined record.",
        discussion: "With --raw its bytes go to standard output exactly as they came: redirect them into a file.")

    @Argument(help: "Its number.")
    var id: Int64

    @Flag(help: "Write the bytes as they came, and nothing else.")
    var raw = false

    @OptionGroup var places: PlaceOptions
    @OptionGroup var output: OutputOptions

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
