import ArgumentParser
import Dialogue
import Workflow

struct ConversationMerge: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "merge", abstract: "Let a conversation go on in another: one matter, one set of clocks.",
        usage: "antwort conversations merge <id> <into> --as <name> [options]",
        discussion: """
            Both belong to the same account. What was said and is due in both counts for the second from then on. It \
            cannot be undone.

            Exit codes: 0 done, or so already; 65 it makes no sense as things stand: the error says what to do; 66 there is \
            no such conversation; 73 there is no store yet.

            Example:
              antwort conversations merge zjrf qrxa --as anna
            """)

    @OptionGroup var decision: DecisionOptions

    @Argument(help: "The conversation in which it goes on.")
    var into: String

    func run() async throws {
        try await decision.take { desk, name in
            try await desk.merge(decision.id, into: into, because: decision.reason, by: name)
        }
    }
}
