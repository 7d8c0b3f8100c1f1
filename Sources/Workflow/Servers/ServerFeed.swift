import Connectors
import Dialogue
import ServiceHours
import Storage

/// Makes pages for the store of what a server answers.
struct ServerFeed: Sendable {
    let server: WatchedServer
    private var triage: TriageStep
    private let accounts: AccountBook
    private let now: Instant
    private let liveSince: Instant
    private var stored: String?
    private(set) var rows = 0
    private(set) var notices: [Problem] = []

    init(server: WatchedServer, state: SourceState, triage: TriageStep, accounts: AccountBook, now: Instant) {
        self.server = server
        self.triage = triage
        self.accounts = accounts
        self.now = now
        liveSince = server.liveSince ?? state.addedAt
        stored = state.cursor
    }

    mutating func make(_ page: PollPage) async throws -> ReadPage {
        rows += page.reports.count + page.broken.count
        var made = ReadPage(accounts: accounts)
        made.liveSince = liveSince
        made.arrivals = try await triage.read(page.reports, from: server.account, accounts: accounts)
        for record in page.broken {
            let field = record.field.map { "\($0): " } ?? ""
            made.quarantined.append(
                NewQuarantine(
                    source: server.name, place: record.place, code: record.code.rawValue, reason: field + record.reason,
                    raw: record.raw, at: now))
            notices.append(
                Problem(
                    .partial, at: "\(server.name), \(record.place)", field: record.field ?? "", record.reason, next: "")
            )
        }
        if let cursor = page.cursor {
            made.cursor = CursorMove(source: server.name, from: stored, to: cursor)
            stored = cursor
        }
        return made
    }
}
