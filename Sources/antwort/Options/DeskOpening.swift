import Assembly
import Foundation
import Settings
import Workflow

/// The options that every command which looks at the desk has.
extension PlaceOptions {
    /// What the desk needs to know of this run.
    var request: DeskRequest {
        DeskRequest(
            flags: .init(config: config, data: data, templates: templates),
            environment: ProcessInfo.processInfo.environment,
            workingDirectory: FileManager.default.currentDirectoryPath,
            executable: Bundle.main.executableURL?.resolvingSymlinksInPath().path, program: ReleaseVersion.text,
            now: now ?? Clock.read(), warn: { Terminal.warn($0) })
    }

    /// Opens the desk for questions, work on an existing store, or with a store that is made when it is missing.
    func openDesk(for use: DeskUse) async throws -> Desk {
        do {
            return try await Desk.open(request, for: use)
        } catch let error as DeskError {
            throw Problems(all: error.problems)
        }
    }
}

/// Counts the seconds of a run by a clock that only goes forward.
struct Stopwatch: Sendable {
    private let start = ContinuousClock.now

    var elapsed: @Sendable () -> Int64 {
        { [start] in start.duration(to: .now).components.seconds }
    }
}
