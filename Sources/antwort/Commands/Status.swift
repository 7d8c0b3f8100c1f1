import ArgumentParser
import Assembly
import ServiceHours
import Settings
import Storage
import Workflow

struct Status: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Show how the sources do, how much waits, and what is running.",
        usage: "antwort status [options]",
        discussion: """
            For each source the last success and the present failure; then how many posts, people who wait, drafts \
            to decide about, approved replies, held ones and quarantined records there are, and whether 'antwort \
            watch' is running.

            Fields with --json: sources posts conversations waits drafts outbox held quarantine lock.

            Exit codes: 0 shown, even if a source fails: a monitoring script reads "last_error" with --json; 73 \
            there is no store yet; 78 the settings have a mistake.
            """)

    @OptionGroup(title: CommonOptions.title) var places: PlaceOptions
    @OptionGroup(title: CommonOptions.title) var output: OutputOptions

    func run() async throws {
        let terminal = Terminal(options: output)
        let desk = try await places.openDesk(for: .reading)
        let report = try await StatusReport.ask(
            desk.store, sources: desk.settings.sources.map(\.name), folder: try desk.dataFolder)
        if output.json { terminal.result(json(of: report, at: desk.now)) } else { show(report, at: desk, on: terminal) }
    }

    private func json(of report: StatusReport, at now: Instant) -> JSONValue {
        .object([
            (
                "sources",
                .list(
                    report.sources.map { source in
                        .object([
                            ("name", .text(source.name)), ("last_success", .instant(source.lastSuccess)),
                            ("last_error", source.failure.map(json) ?? .null),
                            ("cursor_age_seconds", source.cursorAge(at: now).map { .integer($0) } ?? .null),
                            ("suspended_until", .instant(source.suspendedUntil)),
                        ])
                    })
            ),
            ("posts", .count(report.totals.posts)), ("conversations", .count(report.totals.conversations)),
            ("waits", .count(report.totals.waits)), ("drafts", .count(report.totals.drafts)),
            ("outbox", .count(report.totals.outbox)), ("held", .count(report.totals.held)),
            ("quarantine", .count(report.totals.quarantined)),
            (
                "lock",
                report.lock.map {
                    .object([
                        ("pid", .integer(Int64($0.pid))), ("since", .text($0.since)), ("command", .text($0.command)),
                    ])
                } ?? .null
            ),
        ])
    }

    private func json(_ failure: SourceFailure) -> JSONValue {
        .object([
            ("code", .text(failure.code)), ("message", .text(failure.message)), ("since", .instant(failure.since)),
            ("last", .instant(failure.last)),
        ])
    }

    private func show(_ report: StatusReport, at desk: Desk, on terminal: Terminal) {
        var table = Table(["SOURCE", "LAST SUCCESS", "STATE"])
        for source in report.sources {
            let last = source.lastSuccess.map { "\(LocalClockText.span(desk.now - $0)) ago" } ?? "never"
            let state =
                source.failure.map {
                    "failing since \(LocalClockText.short($0.since, now: desk.now, in: desk.zone)): \($0.message)"
                }
                ?? (source.lastSuccess == nil ? "not read yet" : "ok")
            table.add([source.name, last, state])
        }
        if !table.isEmpty { table.lines(width: terminal.width).forEach(terminal.result) }
        let totals = report.totals
        terminal.result(
            "\(Counted.text(totals.posts, "post")) in \(Counted.text(totals.conversations, "conversation")); \(Counted.text(totals.waits, "person waits", plural: "people wait")) for an answer; \(Counted.text(totals.quarantined, "record")) in quarantine."
        )
        if totals.drafts > 0 {
            terminal.result("\(Counted.text(totals.drafts, "draft")) to decide about: antwort review --as NAME")
        }
        if totals.outbox > 0 {
            let moving = totals.outbox - totals.held
            terminal.result(
                "\(Counted.text(moving, "approved reply", plural: "approved replies")) on the way, \(totals.held) held: antwort outbox list"
            )
        }
        if let lock = report.lock {
            terminal.result("antwort \(lock.command) is running: process \(lock.pid) since \(lock.since).")
        }
    }
}
