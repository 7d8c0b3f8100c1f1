import ArgumentParser
import Dialogue

struct ConversationLabel: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "label",
        abstract: "Say how urgent a matter is, or which post has answered it.",
        usage: "antwort conversations label <id> --as <name> --<label> <value> [options]",
        discussion: """
            --priority takes the name of a target of the settings; "urgent" where no target has that name means the one \
            for the highest urgency, "normal" what the conditions say. The due times move; a promise that was broken \
            before stays broken. The ids of posts are in 'antwort conversations show ID --json', under timeline.

            Exit codes: 0 done, or so already; 65 it makes no sense as things stand: the error says what to do; 66 there is \
            no such conversation; 73 there is no store yet.

            Example:
              antwort conversations label zjrf --as anna --priority urgent
            """)

    @Option(help: ArgumentHelp("The target that holds: its name, urgent, or normal.", valueName: "target"))
    var priority: String?

    @Option(help: ArgumentHelp("The id of somebody else's post that answers the customer.", valueName: "post"))
    var answeredBy: String?

    @Option(
        help: ArgumentHelp("The id of a post of the brand that a machine wrote: it answers nothing.", valueName: "post")
    )
    var automatic: String?

    @OptionGroup var decision: DecisionOptions

    func validate() throws {
        guard kinds.count == 1 else {
            throw ValidationError("Give one of --priority, --answered-by and --automatic.")
        }
    }

    func run() async throws {
        for kind in kinds { try await decision.decide(kind) }
    }

    private var kinds: [ConversationDecision.Kind] {
        [
            priority.map { .priority($0) }, answeredBy.map { .answeredByPeer(post: $0) },
            automatic.map { .automatic(post: $0) },
        ].compactMap(\.self)
    }
}
