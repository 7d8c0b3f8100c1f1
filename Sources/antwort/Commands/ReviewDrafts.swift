import ArgumentParser
import Assembly
import Workflow

struct ReviewDrafts: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "review", abstract: "Go through the drafts one by one, and decide.",
        usage: "antwort review --as <name> [options]",
        discussion: """
            The reply that is due first comes first. For each you see where it goes, who can read it, the post it \
            answers, the draft and what the checks found. Answer with a letter and Return:
              y  approve; then p to confirm      n  reject; asks for a reason
              e  edit the text in your editor    r  take another of the offered texts
              x  no answer is needed: resolve    l  correct how the post was read
              v  view the whole conversation     s  skip until the next review
              j  next, k  previous               g  go to a number
              /  search                          q  quit; decisions stay

            What l and x say is kept with the post, and 'antwort triage train' learns from it. After l the draft is \
            written anew where the labels call for other words, and withdrawn where no answer is owed.

            Nothing is sent from here: approved replies go out with the next 'antwort publish'. Control-C ends the \
            review too; what was decided stays decided. In a script, use 'antwort drafts'.

            The editor is $ANTWORT_EDITOR, $VISUAL or $EDITOR, else vi.

            Exit codes: 0 done; 64 --as is missing, or --no-input was given; 73 there is no store yet.

            Example:
              antwort review --as anna
            """)

    @OptionGroup var person: PersonOption
    @OptionGroup(title: CommonOptions.title) var places: PlaceOptions
    @OptionGroup(title: CommonOptions.title) var output: OutputOptions

    func run() async throws {
        guard !places.noInput else { throw ValidationError("A review asks: use 'antwort drafts' with --no-input.") }
        let name = try person.name
        let desk = try await places.openDesk(for: .writing)
        let review = try await desk.reviewDesk(makeKey: RandomKey.make)
        var session = ReviewSession(
            terminal: Terminal(options: output), review: review, decisions: try await desk.decisionDesk(),
            rereading: try await desk.rereading(), person: name, zone: desk.zone, now: desk.now,
            items: try await review.waiting())
        try await session.run()
    }
}
