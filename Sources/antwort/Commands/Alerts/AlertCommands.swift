import ArgumentParser

struct AlertCommands: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "alerts", abstract: "Look at what on-call was told, and try the channels.",
        subcommands: [AlertList.self, AlertTest.self])
}
