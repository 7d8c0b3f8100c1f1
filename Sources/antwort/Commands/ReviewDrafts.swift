import ArgumentParser
import Assembly
import Workflow

struct ReviewDrafts: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "review", abstract: "Go through the drafts one by one and decide.",
        discussion: """
            The most urgent wait comes first. Before each decision you see where the reply goes, who can read it, what was asked, what \
            would be said and what speaks against it. Each answer is a letter and Return; ? explains them. Approving asks once more, with \
            another key. Nothing is sent from here: approved replies go out with the next 'antwort publish'.
            """)

    @OptionGroup var person: PersonOption
    @OptionGroup var places: PlaceOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
        guard !places.noInput else { throw ValidationError("A review asks: use 'antwort drafts' with --no-input.") }
        let name = try person.name
        let desk = try await places.openDesk(for: .writing)
        let review = try await desk.reviewDesk(makeKey: RandomKey.make)
        var session = ReviewSession(
            terminal: Terminal(options: output), review: review, person: name, zone: desk.zone, now: desk.now,
            items: try await review.waiting())
        try await session.run()
    }
}
