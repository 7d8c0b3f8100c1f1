import ArgumentParser
import Assembly
import Dialogue
import Storage

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

    @OptionGroup var newest: NewestOptions

    func run() async throws {
        let listing = Listing<NoticeRecord>(
            columns: ["WHEN", "LEVEL", "CONVERSATION", "CHANNEL", "STATE", "WHY"],
            nothing: "No alert was sent yet.", json: json, row: row)
        try await newest.list(as: listing) { store, limit throws(StorageError) in
            try await store.notices(before: nil, limit: limit)
        }
    }

    private func row(_ notice: NoticeRecord, at desk: Desk) -> [String] {
        [
            LocalClockText.short(notice.queuedAt, now: desk.now, in: desk.zone), notice.key.level.word,
            notice.subject.conversation ?? "-", notice.key.recipient, notice.state.rawValue, notice.lastError ?? "",
        ]
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
