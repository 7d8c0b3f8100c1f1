import ArgumentParser

struct SLACommands: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sla", abstract: "See who waits for an answer, and until when.",
        usage: "antwort sla <command> [options]",
        subcommands: [SLAList.self, SLAExplain.self])
}
