import ArgumentParser
import Assembly
import Workflow

struct Doctor: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Look for what could go wrong, and say what to do about it.",
        discussion: "Changes nothing and asks no server. Exit codes: 0 nothing is broken; 78 something is.")

    @OptionGroup var places: PlaceOptions
    @OptionGroup var output: OutputOptions

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
