import ArgumentParser
import Dialogue

struct ConversationResume: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "resume", abstract: "End a pause: the matter is open again and its resolution counts on.",
        usage: "antwort conversations resume <id> --as <name> [options]",
        discussion: """
            If the customer asked for the pause while an answer was due, that answer is due anew, from now on.

            Exit codes: 0 done, or so already; 65 it makes no sense as things stand: the error says what to do; 66 there is \
            no such conversation; 73 there is no store yet.

            Example:
              antwort conversations resume zjrf --as anna
            """)

    @OptionGroup var decision: DecisionOptions

    func run() async throws { try await decision.decide(.resume) }
}
