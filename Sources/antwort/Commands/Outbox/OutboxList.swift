import ArgumentParser
import Assembly
import Dialogue
import Storage

struct OutboxList: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List approved replies, the newest on top, sent ones included.",
        usage: "antwort outbox list [options]",
        discussion: """
            'antwort outbox --help' explains STATE; WHY says more of it. To list the held ones only:
              antwort outbox list --json | grep '"state":"held"'

            Fields with --json: id conversation account state reason attempts remote_id url hash approved_by \
            approved_at next_at.

            Exit codes: 0 listed, or there is none; 73 there is no store yet.
            """)

    @OptionGroup var newest: NewestOptions

    func run() async throws {
        let listing = Listing<OutboxEntry>(
            columns: ["ID", "STATE", "WHY", "ACCOUNT", "APPROVED BY", "WHEN", "TEXT"],
            nothing: "Nothing was approved yet.", json: { OutboxView(entry: $0).json }, row: row)
        try await newest.list(as: listing) { store, limit throws(StorageError) in
            try await store.outbox(before: nil, limit: limit)
        }
    }

    private func row(_ entry: OutboxEntry, at desk: Desk) -> [String] {
        [
            String(entry.id.prefix(12)), entry.progress.state.rawValue, entry.progress.reason?.rawValue ?? "",
            entry.approval.account, entry.approval.reviewer,
            LocalClockText.short(entry.approval.approvedAt, now: desk.now, in: desk.zone),
            OutboxView(entry: entry).words,
        ]
    }
}
