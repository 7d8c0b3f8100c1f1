import ArgumentParser

struct HoursCommands: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "hours", abstract: "See when the desk is open.",
        usage: "antwort hours <command> [options]\nantwort hours --jsonl",
        discussion: """
            With --jsonl it is a filter: questions about any calendar come in on standard input, one JSON object a \
            line, and each gets an answer in its place. It needs neither store nor settings. "op" and "args" are one \
            of:
              isOpen {at}   nextOpening {at}   nextClosing {at}   elapsed {from, to}
              deadline {from, seconds}   validate {}

            An answer has "id" and either "result" or "error". Times look like 2026-03-06T16:40:00Z. "holidays" may \
            be null, {"region": "DE-BE"} or {"dates": ["2026-12-24"]}.

            Exit codes of --jsonl: 0 every line got an answer, though it may be an error.

            Example:
              echo '{"id":1,"op":"isOpen","args":{"at":"2026-03-06T10:00:00Z"},' \\
                '"calendar":{"hours":"Mo-Fr 09:00-17:00","timezone":"Europe/Berlin"}}' \\
                | antwort hours --jsonl
              prints {"id":1,"result":true}
            """,
        subcommands: [HoursFilter.self, HoursShow.self, HoursNext.self, HoursSay.self, HoursCheck.self],
        defaultSubcommand: HoursFilter.self)
}
