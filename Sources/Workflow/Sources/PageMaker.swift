import Connectors
import Dialogue
import ServiceHours
import Storage

/// Makes pages for the store of what an export says: triaged, with the cursor behind them and what could not be read.
struct PageMaker: Sendable {
    private let feed: ExportFeed
    private var triage: TriageStep
    private var accounts: AccountBook
    private let now: Instant
    private var stored: String?
    private(set) var rows = 0
    /// What could not be read, for the list on stderr.
    private(set) var notices: [Problem] = []

    init(feed: ExportFeed, triage: TriageStep, accounts: AccountBook, now: Instant) {
        self.feed = feed
        self.triage = triage
        self.accounts = accounts
        self.now = now
        stored = feed.stored
    }

    /// The poll that goes on where the export was left.
    func poll() throws(ConnectorError) -> ExportPoll {
        let cursor: ExportCursor?
        if let encoded = feed.cursor { cursor = try ExportCursor(encoded: encoded) } else { cursor = nil }
        return ExportPoll(
            format: feed.source.format, isLocalFile: feed.isLocalFile, cursor: cursor,
            acceptsUnterminatedTail: !feed.keepsCursor)
    }

    /// The page for the store.
    /// - Parameter cursor: the source's cursor behind it.
    mutating func make(_ page: ExportPage, cursor: String) async throws -> ReadPage {
        let isFirst = rows == 0
        rows += page.rows
        let found = (isFirst ? feed.firstAccounts : []) + (feed.findsAccounts ? newAccounts(of: page.brandAuthors) : [])
        for account in found { accounts.add(account) }

        var made = ReadPage(accounts: accounts)
        made.newAccounts = found
        made.liveSince = feed.liveSince
        made.arrivals = try await triage.read(wanted(page.reports), from: feed.source.account, accounts: accounts)
        for record in page.broken {
            let place = feed.label.isEmpty ? record.place : "\(feed.label), \(record.place)"
            let field = record.field.map { "\($0): " } ?? ""
            made.quarantined.append(
                NewQuarantine(
                    source: feed.source.name, place: place, code: record.code.rawValue, reason: field + record.reason,
                    raw: record.raw, at: now))
            notices.append(
                Problem(
                    .partial, at: "\(feed.source.name), \(place)", field: record.field ?? "", record.reason, next: ""))
        }
        if feed.keepsCursor {
            made.cursor = CursorMove(source: feed.source.name, from: stored, to: cursor)
            stored = cursor
        }
        return made
    }

    private func wanted(_ reports: [PostReport]) -> [PostReport] {
        guard let selection = feed.selection else { return reports }
        return reports.filter { selection.keeps($0.key) }
    }

    private func newAccounts(of brands: [Author]) -> [Account] {
        let network = ExportFormat.twcsNetwork
        let rest = accounts.catchAll(on: network) == nil ? [Account.unassigned(on: network)] : []
        return rest
            + brands.filter { accounts.account(writingAs: $0, on: network) == nil }.map { brand in
                Account(name: brand.handle ?? brand.id, platform: "export", network: network, author: brand)
            }
    }
}

extension Account {
    /// The account that an import gives the threads in which no brand speaks.
    static func unassigned(on network: Network) -> Account {
        Account(
            name: "unassigned", platform: "export", network: network, author: Author(id: ""), takesUnassigned: true)
    }
}
