import ArgumentParser
import Dialogue

struct ConversationResolve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "resolve", abstract: "Close a matter: no answer is due until the customer writes again.",
        usage: "antwort conversations resolve <id> --as <name> [options]",
        discussion: """
            Exit codes: 0 done, or so already; 65 it makes no sense as things stand: the error says what to do; 66 there is \
            no such conversation; 73 there is no store yet.

            Example:
              antwort conversations resolve zjrf --as anna --reason "ticket replaced"
            """)

    @OptionGroup var decision: DecisionOptions

    func run() async throws { try await decision.decide(.resolve) }
}
