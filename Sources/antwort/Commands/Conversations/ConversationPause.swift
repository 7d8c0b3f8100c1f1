import ArgumentParser
import Dialogue
import ServiceHours

struct ConversationPause: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "pause",
        abstract: "Wait for the customer: nothing is due until they write, or until a given time.",
        discussion: """
            While somebody waits for an answer there is nothing to pause, unless the customer asked for it: then nothing is owed before \
            the end of the pause, and an answer is owed from there on.
            """)

    @Option(
        help: ArgumentHelp("When the pause ends, as in 2026-03-09T09:00:00+01:00.", valueName: "time"),
        transform: { text in
            guard let instant = Instant(rfc3339: text) else {
                throw ValidationError("'\(text)' is no time; write it as 2026-03-09T09:00:00+01:00")
            }
            return instant
        })
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
