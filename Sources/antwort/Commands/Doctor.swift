import ArgumentParser
import Assembly
import Workflow

struct Doctor: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Check the installation, and say what to do about each finding.",
        usage: "antwort doctor [options]",
        discussion: """
            Looks at the settings, the time zones, the word lists, the store, its permissions and the files of the \
            sources. It changes nothing and asks no server: 'antwort source test' does that. Run it when something \
            looks wrong.

            STATE is well, warning or broken.

            Fields with --json: check level what next.

            Exit codes: 0 nothing is broken, though there may be warnings; 78 something is broken.
            """)

    @OptionGroup(title: CommonOptions.title) var places: PlaceOptions
    @OptionGroup(title: CommonOptions.title) var output: OutputOptions

    func run() async throws {
        let terminal = Terminal(options: output)
        let premises = Premises(places.request)
        var isBroken = false
        var table = Table(["CHECK", "STATE", "FINDING"])
        for check in Assembly.Doctor.checks {
            let finding = await check.look(at: premises)
            isBroken = isBroken || finding.level == .broken
            if output.json {
                terminal.result(
                    .object([
                        ("check", .text(check.name)), ("level", .text(finding.level.rawValue)),
                        ("what", .text(finding.what)),
                        ("next", .text(finding.next)),
                    ]))
            } else {
                let advice = finding.next.isEmpty ? "" : "; \(finding.next)"
                table.add([check.name, finding.level.rawValue, finding.what + advice])
            }
        }
        if !output.json { table.lines(width: nil).forEach(terminal.result) }
        if isBroken { throw ExitCode(ExitStatus.configuration.rawValue) }
    }
}
