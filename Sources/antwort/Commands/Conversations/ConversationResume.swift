import ArgumentParser
import Dialogue

struct ConversationResume: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "resume", abstract: "End a pause: the matter is open again and its resolution counts on.")

    @OptionGroup var decision: DecisionOptions

    func run() async throws { try await decision.decide(.resume) }
}
