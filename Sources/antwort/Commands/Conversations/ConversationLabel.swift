import ArgumentParser
import Assembly
import Dialogue
import Workflow

struct ConversationLabel: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "label",
        abstract: "Correct how a post was read, or say how urgent a matter is.",
        usage: "antwort conversations label <id> --as <name> --<label> <value> [options]",
        discussion: """
            Where a post was read wrong, give the labels it should have, as many as you like. They hold for its present \
            words until somebody corrects them again, and 'antwort triage train' learns from them. Clocks, queue and drafts \
            follow as if it had been read so from the beginning: praise, closing, chat and --for-us no mean that no answer is \
            owed, any other intent but abuse that one is; what --needs-answer says counts before that. Emotion and irony \
            change nothing else.

            The other labels go one at a time. --priority takes the name of a target of the settings; "urgent" where no target has that name means the one \
            for the highest urgency, "normal" what the conditions say. The due times move; a promise that was broken \
            before stays broken. The ids of posts are in 'antwort conversations show ID --json', under timeline.

            Exit codes: 0 done, or so already; 65 it makes no sense as things stand: the error says what to do; 66 there is \
            no such conversation; 73 there is no store yet.

            Examples:
              antwort conversations label zjrf --as anna --intent question
              antwort conversations label zjrf --as anna --priority urgent
            """)

    @OptionGroup var correction: CorrectionOptions

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
        let isCorrection = try !correction.words.isEmpty
        guard kinds.count + (isCorrection ? 1 : 0) == 1 else {
            throw ValidationError("Give labels such as --intent, or one of --priority, --answered-by and --automatic.")
        }
        guard isCorrection || correction.post == nil else {
            throw ValidationError("--post goes with labels such as --intent.")
        }
        guard !isCorrection || decision.reason == nil else {
            throw ValidationError("--reason does not go with labels such as --intent.")
        }
    }

    func run() async throws {
        for kind in kinds { try await decision.decide(kind) }
        let words = try correction.words
        if !words.isEmpty { try await correct(words) }
    }

    private func correct(_ words: [CorrectableLabel: String]) async throws {
        let terminal = Terminal(options: decision.output)
        let name = try decision.person.name
        let desk = try await decision.places.openDesk(for: .writing)
        let corrected = try await desk.decisionDesk().correct(words, of: correction.post, in: decision.id, by: name)
        let view = ConversationView(record: corrected.record, now: desk.now)
        let corrections = corrected.corrections.map(CorrectionView.init)
        if decision.output.json {
            terminal.result(
                .object(
                    view.fields + [
                        ("changed", .bool(!corrections.isEmpty)), ("decision", .null),
                        ("post", .text(corrected.post)), ("corrections", .list(corrections.map(\.json))),
                    ]))
            return
        }
        let lead =
            corrections.isEmpty
            ? "is so already"
            : "\(corrections.map(\.words).joined(separator: ", ")) in the name of \(name)"
        terminal.note(
            SafeText.line(
                "\(corrected.record.id): post \(corrected.post): \(lead); \(corrected.record.state(at: desk.now).rawValue), \(view.owed(in: desk.zone))."
            ))
    }

    private var kinds: [ConversationDecision.Kind] {
        [
            priority.map { .priority($0) }, answeredBy.map { .answeredByPeer(post: $0) },
            automatic.map { .automatic(post: $0) },
        ].compactMap(\.self)
    }
}
