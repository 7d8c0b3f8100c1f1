import ArgumentParser
import Assembly
import Storage
import Workflow

struct QuarantineReplayCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "replay", abstract: "Read quarantined records again, after the settings were corrected.",
        discussion: "What can be read now becomes posts and leaves the quarantine; the rest stays.")

    @Argument(help: "Their numbers.")
    var ids: [Int64] = []

    @Flag(help: "All of them.")
    var all = false

    @OptionGroup var places: PlaceOptions
    @OptionGroup var output: OutputOptions

    func validate() throws {
        guard all == ids.isEmpty else { throw ValidationError("Give the numbers of records, or --all.") }
    }

    func run() async throws {
        let terminal = Terminal(options: output)
        let desk = try await places.openDesk(for: .writing)
        let lock = try RunLock.take("watch", in: try desk.dataFolder, at: desk.now)
        defer { withExtendedLifetime(lock) {} }
        let wanted = all ? try await everything(at: desk) : ids
        let report = try await desk.quarantineReplay().run(wanted)
        for problem in report.problems { terminal.report(problem) }
        if output.json {
            terminal.result(SummaryView(summary: report.summary).json)
        } else {
            terminal.note(
                "\(report.released.count) of \(wanted.count) read: \(SummaryView(summary: report.summary).sentence).")
        }
        if !report.problems.isEmpty { throw ExitCode(ExitStatus.partly.rawValue) }
    }

    private func everything(at desk: Desk) async throws -> [Int64] {
        var ids: [Int64] = []
        do {
            while case let page = try await desk.store.quarantine(after: ids.last ?? 0, limit: 1_000), !page.isEmpty {
                ids += page.map(\.id)
            }
        } catch {
            throw Problem(error)
        }
        return ids
    }
}
