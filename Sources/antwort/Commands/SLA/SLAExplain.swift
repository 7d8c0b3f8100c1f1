import ArgumentParser
import Assembly
import Dialogue
import ServiceHours
import Workflow

struct SLAExplain: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain", abstract: "Show why an answer is due when it is.",
        usage: "antwort sla explain <id> [options]",
        discussion: """
            Lists every stretch of time from the post to the deadline, whether it counts, and why. Times are in the \
            zone of the first target's calendar. "target" is the promise of the settings, "policy" the number of the \
            settings' version that held when the clock started.

            Fields with --json: conversation kind started_at due_at state breached late_service_seconds target \
            target_seconds policy steps.

            Exit codes: 0 shown; 65 several conversations begin with these letters; 66 there is none, or nothing in \
            it ever needed an answer; 73 there is no store yet.

            Example:
              antwort sla explain zjrf
            """)

    @Argument(help: .conversation)
    var id: String

    @OptionGroup(title: CommonOptions.title) var places: PlaceOptions
    @OptionGroup(title: CommonOptions.title) var output: OutputOptions

    func run() async throws {
        let terminal = Terminal(options: output)
        let desk = try await places.openDesk(for: .reading)
        let lookup = ConversationLookup(store: desk.store, accounts: try await desk.accounts(), policies: desk.policies)
        let record = try await lookup.record(named: id)
        guard let clock = record.wait ?? record.firstResponse else {
            throw Problem(.noInput, at: record.id, "no clock ever ran in it", next: "nothing there needed an answer")
        }
        guard let entry = desk.policies.entry(of: clock), let due = clock.dueAt,
            let steps = entry.calendar.explain(from: clock.startedAt, seconds: clock.target)
        else {
            throw Problem(
                .noInput, at: record.id, "the calendar \(clock.targetName) never opens long enough",
                next: "check the hours with 'antwort hours show'")
        }
        let end = clock.ending?.at ?? desk.now
        let late = end > due ? entry.calendar.elapsed(from: due, to: end) : 0
        if output.json {
            terminal.result(json(of: record, clock: clock, steps: steps, late: late, at: desk.now))
        } else {
            show(clock, of: record, steps: steps, late: late, end: end, at: desk, on: terminal)
        }
    }

    private func json(
        of record: ConversationRecord, clock: ResponseClock, steps: [ServiceStep], late: Seconds, at now: Instant
    ) -> JSONValue {
        .object([
            ("conversation", .text(record.id)), ("kind", .text(clock.kind.rawValue)),
            ("started_at", .instant(clock.startedAt)),
            ("due_at", .instant(clock.dueAt)), ("state", .text(clock.state(at: now).rawValue)),
            ("breached", .bool(clock.state(at: now) == .breached)), ("late_service_seconds", .integer(late)),
            ("target", .text(clock.targetName)), ("target_seconds", .integer(clock.target)),
            ("policy", .count(clock.policy)),
            (
                "steps",
                .list(
                    steps.map { step in
                        .object([
                            ("from", .instant(step.from)), ("to", .instant(step.to)),
                            ("counted", .integer(step.counted)),
                            ("why", .text(step.why.text)),
                        ])
                    })
            ),
        ])
    }

    private func show(
        _ clock: ResponseClock, of record: ConversationRecord, steps: [ServiceStep], late: Seconds, end: Instant,
        at desk: Desk,
        on terminal: Terminal
    ) {
        terminal.result(
            "\(record.id): \(clock.kind.rawValue) within \(LocalClockText.span(clock.target)) of service time (target \(SafeText.line(clock.targetName)), policy \(clock.policy))"
        )
        var table = Table(["FROM", "TO", "COUNTED", "WHY"])
        for step in steps {
            table.add([
                LocalClockText.moment(step.from, in: desk.zone), LocalClockText.moment(step.to, in: desk.zone),
                step.counted == 0 ? "-" : LocalClockText.span(step.counted), step.why.text,
            ])
        }
        table.lines(width: nil).forEach(terminal.result)
        guard let due = clock.dueAt else { return }
        terminal.result("due \(LocalClockText.moment(due, in: desk.zone)): \(clock.state(at: desk.now).rawValue)")
        if end > due {
            terminal.result(
                "late by \(LocalClockText.span(late)) of service time, \(LocalClockText.span(end - due)) by the clock on the wall"
            )
        }
    }
}
