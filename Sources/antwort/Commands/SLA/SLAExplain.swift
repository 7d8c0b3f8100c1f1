import ArgumentParser
import Assembly
import Dialogue
import ServiceHours
import Workflow

struct SLAExplain: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain", abstract: "Show why an answer is due when it is.",
        usage: "antwort sla explain <id> [--all] [options]",
        discussion: """
            Lists every stretch of time from the post to the deadline, whether it counts, and why: for what is owed, or \
            else for the first answer, and for the resolution where one is promised. Times are in the zone of the first \
            target's calendar. "target" is the promise of the settings, "policy" the number of the settings' version \
            that held when the clock started.

            Fields with --json: conversation kind origin started_at counts_from due_at ended_at state breached \
            breached_at detected_at late_service_seconds late_wall_seconds elapsed_seconds remaining_seconds used_percent \
            warn_at target target_seconds policy steps.

            Exit codes: 0 shown; 65 several conversations begin with these letters; 66 there is none, or nothing in \
            it ever needed an answer; 73 there is no store yet.

            Example:
              antwort sla explain zjrf
            """)

    /// A clock with the stretches that lead to its due time.
    private struct Explained {
        let view: ClockView
        let steps: [ClockStep]
    }

    @Argument(help: .conversation)
    var id: String

    @Flag(help: "Every clock that ever ran in it, the oldest first.")
    var all = false

    @OptionGroup(title: CommonOptions.title) var places: PlaceOptions
    @OptionGroup(title: CommonOptions.title) var output: OutputOptions

    func run() async throws {
        let terminal = Terminal(options: output)
        let desk = try await places.openDesk(for: .reading)
        let lookup = ConversationLookup(store: desk.store, accounts: try await desk.accounts(), policies: desk.policies)
        let record = try await lookup.record(named: id)
        let responses =
            all
            ? try await lookup.open(record).conversation.clocks
            : [record.wait ?? record.firstResponse].compactMap(\.self)
        guard !responses.isEmpty || record.resolution != nil else {
            throw Problem(.noInput, at: record.id, "no clock ever ran in it", next: why(record))
        }
        var explained = try responses.map { try explain($0, of: record, at: desk) }
        if let resolution = record.resolution,
            let view = ClockView(resolution, of: record.id, under: desk.policies, at: desk.now),
            let entry = desk.policies.entry(of: resolution)
        {
            explained.append(Explained(view: view, steps: ClockStep.steps(of: resolution, in: entry.calendar)))
        }
        for (index, clock) in explained.enumerated() {
            if output.json {
                terminal.result(.object(clock.view.fields + [("steps", .list(clock.steps.map(json)))]))
            } else {
                if index > 0 { terminal.result("") }
                show(clock, at: desk, on: terminal)
            }
        }
        if record.isHistory {
            terminal.note("It is history: measured as it would have been due; nobody has to answer.")
        }
    }

    private func why(_ record: ConversationRecord) -> String {
        record.mergedInto.map { "it goes on in \($0): explain that one" } ?? "nothing there needed an answer"
    }

    private func explain(
        _ clock: ResponseClock, of record: ConversationRecord, at desk: Desk
    ) throws(Problem) -> Explained {
        guard let entry = desk.policies.entry(of: clock), clock.dueAt != nil,
            let view = ClockView(clock, of: record.id, under: desk.policies, at: desk.now),
            let steps = ClockStep.steps(of: clock, in: entry.calendar)
        else {
            throw Problem(
                .noInput, at: record.id, "the calendar of target \(clock.targetName) never opens long enough",
                next: "check the hours with 'antwort hours show'")
        }
        return Explained(view: view, steps: steps)
    }

    private func json(_ step: ClockStep) -> JSONValue {
        .object([
            ("from", .instant(step.from)), ("to", .instant(step.to)), ("counted", .integer(step.counted)),
            ("why", .text(step.why)),
        ])
    }

    private func show(_ clock: Explained, at desk: Desk, on terminal: Terminal) {
        let verdict = clock.view.verdict
        terminal.result(
            "\(clock.view.conversation): \(verdict.kind) within \(LocalClockText.span(verdict.target)) of service time (target \(SafeText.line(verdict.targetName)), policy \(verdict.policy))"
        )
        var table = Table(["FROM", "TO", "COUNTED", "WHY"])
        for step in clock.steps {
            table.add([
                LocalClockText.moment(step.from, in: desk.zone), LocalClockText.moment(step.to, in: desk.zone),
                step.counted == 0 ? "-" : LocalClockText.span(step.counted), step.why,
            ])
        }
        table.lines(width: nil).forEach(terminal.result)
        guard let due = verdict.dueAt else {
            terminal.result("\(verdict.state.rawValue): \(LocalClockText.span(verdict.remaining)) are left")
            return
        }
        terminal.result("due \(LocalClockText.moment(due, in: desk.zone)): \(verdict.state.rawValue)")
        if let breachedAt = verdict.breachedAt, breachedAt != due {
            terminal.result(
                "overdue since another priority was given, \(LocalClockText.moment(breachedAt, in: desk.zone))")
        }
        if verdict.state == .breached {
            terminal.result(
                "late by \(LocalClockText.span(verdict.lateService)) of service time, \(LocalClockText.span(verdict.lateWall)) by the clock on the wall"
            )
        }
    }
}
