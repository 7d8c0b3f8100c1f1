import ArgumentParser

struct ConversationCommands: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "conversations", abstract: "Look at conversations: one person's matter in a public thread.",
        subcommands: [ConversationList.self, ConversationShow.self])
}
