import ArgumentParser

struct ConfigCommands: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "config", abstract: "Check the settings file.",
        usage: "antwort config <command> [options]",
        discussion: """
            The settings are one file, antwort.yaml. 'antwort init' writes a first one with comments, and the manual \
            page antwort(1) names the keys.
            """,
        subcommands: [ConfigCheck.self])
}
