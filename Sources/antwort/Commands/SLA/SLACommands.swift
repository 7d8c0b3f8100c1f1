import ArgumentParser

struct SLACommands: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sla", abstract: "Look at the promises: what is due, and when.",
        subcommands: [SLAList.self, SLAExplain.self])
}
