import ArgumentParser
import Dialogue

struct ConversationReopen: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reopen",
        abstract: "Open a resolved matter again: what was left unanswered is owed anew, from now on.")

    @OptionGroup var decision: DecisionOptions

    func run() async throws { try await decision.decide(.reopen) }
}
