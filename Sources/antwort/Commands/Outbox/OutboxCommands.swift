import ArgumentParser

struct OutboxCommands: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "outbox", abstract: "Look at approved replies on their way to the public.",
        subcommands: [OutboxList.self, OutboxShow.self])
}
