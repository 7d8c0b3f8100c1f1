import ArgumentParser

struct ConversationCommands: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "conversations", abstract: "Read conversations: one for each person and public thread.",
        usage: "antwort conversations <command> [options]",
        subcommands: [ConversationList.self, ConversationShow.self])
}
