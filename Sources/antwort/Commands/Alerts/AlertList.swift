import ArgumentParser
import Assembly
import Dialogue
import Storage
import Workflow

struct AlertList: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List alerts, the newest on top.",
        usage: "antwort alerts list [options]",
        discussion: """
            LEVEL is warn (part of the time is used up), breach (the deadline has passed) or crisis. WHY is what \
            kept an alert from being delivered; 'antwort watch' tries again.

            Fields with --json: id conversation level key state sent_at recipients channel attempts last_error.

            Exit codes: 0 listed, or there is none; 73 there is no store yet.
            """)

    @Option(help: .limit)
    var limit: Int = 100

    @OptionGroup(title: CommonOptions.title) var places: PlaceOptions
    @OptionGroup(title: CommonOptions.title) var output: OutputOptions

    func validate() throws {
        guard limit > 0 else { throw ValidationError("--limit must be at least 1.") }
    }

    func run() async throws {
        let terminal = Terminal(options: output)
        let desk = try await places.openDesk(for: .reading)
        let notices: [NoticeRecord]
        do {
            notices = try await desk.store.notices(before: nil, limit: limit < .max ? limit + 1 : limit)
        } catch {
            throw Problem(error)
        }
        var table = Table(["WHEN", "LEVEL", "CONVERSATION", "CHANNEL", "STATE", "WHY"])
        for notice in notices.prefix(limit) {
            if output.json {
                terminal.result(json(notice))
            } else {
                table.add([
                    LocalClockText.short(notice.queuedAt, now: desk.now, in: desk.zone), notice.key.level.word,
                    notice.subject.conversation ?? "-", notice.key.recipient, notice.state.rawValue,
                    notice.lastError ?? "",
                ])
            }
        }
        guard !output.json else { return }
        if table.isEmpty {
            terminal.note("No alert was sent yet.")
        } else {
            table.lines(width: terminal.width).forEach(terminal.result)
            if notices.count > limit { terminal.note(MoreRows.note(after: limit)) }
        }
    }

    private func json(_ notice: NoticeRecord) -> JSONValue {
        .object([
            ("id", .text(notice.key.text)), ("conversation", .text(notice.subject.conversation)),
            ("level", .text(notice.key.level.word)),
            ("key", .text(notice.key.subject)), ("state", .text(notice.state.rawValue)),
            ("sent_at", .instant(notice.sentAt)),
            ("recipients", .list(notice.recipients.map { .text($0) })), ("channel", .text(notice.key.recipient)),
            ("attempts", .count(notice.attempts)), ("last_error", .text(notice.lastError)),
        ])
    }
}
