import ArgumentParser
import Dialogue
import ServiceHours

struct ConversationPause: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "pause",
        abstract: "Wait for the customer, until they write or until a given time.",
        usage: "antwort conversations pause <id> --as <name> [--until <time>] [options]",
        discussion: """
            While somebody waits for an answer there is nothing to pause, unless the customer asked for it: then nothing \
            is due before the end of the pause, and an answer is due from there on.

            Exit codes: 0 done, or so already; 65 it makes no sense as things stand: the error says what to do; 66 there is \
            no such conversation; 73 there is no store yet.

            Example:
              antwort conversations pause zjrf --as anna --asked-by-customer \\
                --until 2026-03-09T09:00:00+01:00
            """)

    @Option(
        help: ArgumentHelp("When the pause ends, as in 2026-03-09T09:00:00+01:00.", valueName: "time"),
        transform: InstantArgument.read)
    var until: Instant?

    @Flag(help: "The customer asked for the pause; it needs --until.")
    var askedByCustomer = false

    @OptionGroup var decision: DecisionOptions

    func validate() throws {
        if askedByCustomer, until == nil {
            throw ValidationError("Missing option --until TIME: when does the customer want to hear from us?")
        }
    }

    func run() async throws {
        try await decision.decide(.pause(until: until, isAskedFor: askedByCustomer))
    }
}
