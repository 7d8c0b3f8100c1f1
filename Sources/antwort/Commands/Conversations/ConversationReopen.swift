import ArgumentParser
import Dialogue

struct ConversationReopen: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reopen",
        abstract: "Open a resolved matter: an answer that was left out is due anew.",
        usage: "antwort conversations reopen <id> --as <name> [options]",
        discussion: """
            Exit codes: 0 done, or so already; 65 it makes no sense as things stand: the error says what to do; 66 there is \
            no such conversation; 73 there is no store yet.

            Example:
              antwort conversations reopen zjrf --as anna
            """)

    @OptionGroup var decision: DecisionOptions

    func run() async throws { try await decision.decide(.reopen) }
}
