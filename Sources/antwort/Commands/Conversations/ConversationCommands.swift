import ArgumentParser

struct ConversationCommands: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "conversations", abstract: "Read and decide about conversations: one for each person and public thread.",
        usage: "antwort conversations <command> [options]",
        subcommands: [
            ConversationList.self, ConversationShow.self, ConversationPause.self, ConversationResume.self,
            ConversationResolve.self, ConversationReopen.self, ConversationMerge.self, ConversationLabel.self,
        ])
}
