import ArgumentParser
import Assembly
import Dialogue
import Storage
import Workflow

struct AlertList: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "List notices, the newest first.")

    @Option(help: ArgumentHelp("How many at the most.", valueName: "n"))
    var limit: Int = 100

    @OptionGroup var places: PlaceOptions
    @OptionGroup var output: OutputOptions

    func validate() throws {
        guard limit > 0 else { throw ValidationError("--limit must be at least 1.") }
    }

    func run() async throws {
        let terminal = Terminal(options: output)
        let desk = try await places.openDesk(for: .reading)
        let notices: [NoticeRecord]
        do {
            notices = try await desk.store.notices(before: nil, limit: limit)
        } catch {
            throw Problem(error)
        }
        var table = Table(["WHEN", "LEVEL", "CONVERSATION", "CHANNEL", "STATE", "WHY"])
        for notice in notices {
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
            terminal.note("Nobody was told anything yet.")
        } else {
            table.lines(width: terminal.width).forEach(terminal.result)
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
