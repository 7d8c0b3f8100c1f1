package import ServiceHours
package import Settings
package import Workflow

/// What a command knows when it opens the desk: flags, environment, and the time.
package struct DeskRequest: Sendable {
    package let flags: SettingsPlaces.Flags
    package let environment: [String: String]
    /// Absolute.
    package let workingDirectory: String
    /// Absolute, links resolved.
    package let executable: String?
    /// The program's version.
    package let program: String
    package let now: Instant
    /// Hears of what a run does without, and goes on.
    let warn: @Sendable (Problem) -> Void

    package init(
        flags: SettingsPlaces.Flags, environment: [String: String], workingDirectory: String, executable: String?,
        program: String, now: Instant, warn: @escaping @Sendable (Problem) -> Void = { _ in }
    ) {
        self.flags = flags
        self.environment = environment
        self.workingDirectory = workingDirectory
        self.executable = executable
        self.program = program
        self.now = now
        self.warn = warn
    }
}
