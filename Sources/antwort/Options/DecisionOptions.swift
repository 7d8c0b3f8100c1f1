import ArgumentParser
import Assembly
import Dialogue
import ServiceHours
import Workflow

/// What every decision about a conversation needs to know.
struct DecisionOptions: ParsableArguments, Sendable {
    @Argument(help: .conversation)
    var id: String

    @Option(help: ArgumentHelp("Why, in a few words; 'antwort conversations show' repeats them.", valueName: "text"))
    var reason: String?

    @OptionGroup var person: PersonOption
    @OptionGroup(title: CommonOptions.title) var places: PlaceOptions
    @OptionGroup(title: CommonOptions.title) var output: OutputOptions

    /// Takes one decision and says what follows from it.
    func decide(_ kind: ConversationDecision.Kind) async throws {
        try await take { desk, name in
            try await desk.decide(kind, about: id, because: reason, by: name)
        }
    }

    /// Takes a decision and says what follows from it.
    func take(_ decision: (DecisionDesk, String) async throws -> DecisionDesk.Outcome) async throws {
        let terminal = Terminal(options: output)
        let name = try person.name
        let desk = try await places.openDesk(for: .writing)
        let outcome = try await decision(try await desk.decisionDesk(), name)
        // The second decision of one second stands a second later; it is told as it stands then.
        let now = max(desk.now, outcome.decision?.at ?? desk.now)
        let view = ConversationView(record: outcome.record, now: now)
        if output.json {
            terminal.result(
                .object(
                    view.fields + [
                        ("changed", .bool(outcome.decision != nil)),
                        ("decision", outcome.decision.map { DecisionView(decision: $0).json } ?? .null),
                    ]))
            return
        }
        let state = outcome.record.state(at: now).rawValue
        let lead = outcome.decision == nil ? "is so already" : "done in the name of \(SafeText.line(name))"
        terminal.note("\(outcome.record.id): \(lead); \(state), \(view.owed(in: desk.zone)).")
    }
}
