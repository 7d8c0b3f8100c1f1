import ArgumentParser
import Dialogue

struct ConversationResolve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "resolve", abstract: "Close a matter: nothing is owed any more until the customer writes again.")

    @OptionGroup var decision: DecisionOptions

    func run() async throws { try await decision.decide(.resolve) }
}
