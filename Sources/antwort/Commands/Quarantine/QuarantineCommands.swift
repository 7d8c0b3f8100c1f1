import ArgumentParser

struct QuarantineCommands: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "quarantine", abstract: "Look after records that could not be read: they are kept as they came.",
        subcommands: [QuarantineList.self, QuarantineShow.self, QuarantineReplayCommand.self])
}
