import ArgumentParser

struct SourceCommands: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "source", abstract: "Set up live accounts: try them, and log in.",
        subcommands: [SourceTest.self, SourceLogin.self])
}
