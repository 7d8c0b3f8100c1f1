import ArgumentParser

struct ConversationCommands: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "conversations",
        abstract: "Read conversations, and decide about them.",
        usage: "antwort conversations <command> [options]",
        subcommands: [
            ConversationList.self, ConversationShow.self, ConversationPause.self, ConversationResume.self,
            ConversationResolve.self, ConversationReopen.self, ConversationMerge.self, ConversationLabel.self,
        ])
}
