import ArgumentParser

struct HoursCommands: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "hours",
        abstract: "Look at service hours: when the desk is open, and what that means for a deadline.",
        discussion: """
            'antwort hours --jsonl' is a filter that answers questions about any calendar, one JSON object a line: \
            {"id", "calendar": {"hours", "timezone", "holidays"}, "op", "args"} with op isOpen, nextOpening, nextClosing, elapsed, deadline \
            or validate. It needs neither store nor settings.
            """,
        subcommands: [HoursFilter.self, HoursShow.self, HoursCheck.self, HoursNext.self, HoursSay.self],
        defaultSubcommand: HoursFilter.self)
}
