import ArgumentParser
import Dialogue
import Workflow

struct ConversationMerge: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "merge", abstract: "Let a conversation go on in another: one matter, one set of clocks.",
        discussion:
            "Both belong to the same account. What was said and owed in both counts for the second from then on.")

    @OptionGroup var decision: DecisionOptions

    @Argument(help: "The conversation in which it goes on.")
    var into: String

    func run() async throws {
        try await decision.take { desk, name in
            try await desk.merge(decision.id, into: into, because: decision.reason, by: name)
        }
    }
}
