import ArgumentParser

struct AlertCommands: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "alerts", abstract: "See the alerts about late answers, and test their channels.",
        usage: "antwort alerts <command> [options]",
        discussion: """
            'antwort watch' sends an alert when a share of the time to answer is used up (warn_at: of the target) \
            and when the deadline has passed. Channels, by mail or web hook, stand below alerts: in the settings.
            """,
        subcommands: [AlertList.self, AlertTest.self])
}
