import Connectors
import Dialogue
import Foundation
import ServiceHours
import Storage
import Synchronization
import TestSupport
import Testing
import Transfers
import Workflow

@Suite struct `One import` {
    private let mini = ProjectFiles.fixture("exports/twcs-mini.csv").absoluteString

    @Test func `finds the accounts of an export and keeps them for the next run`() async throws {
        let store = MemoryStore()
        let result = try await run(.init(url: mini, format: .twcs, account: nil, liveSince: nil), store)
        #expect(result.failure == nil)
        #expect(result.summary.new == 27)
        let accounts = try await store.importedAccounts()
        #expect(accounts.map(\.name) == ["FlinkbusTeam", "SilberbahnHilft", "unassigned"])
        #expect(accounts.map(\.takesUnassigned) == [false, false, true])

        let again = try await run(
            .init(url: mini, format: .twcs, account: nil, liveSince: nil), store, accounts: AccountBook(accounts))
        #expect(again.summary.duplicate == 27)
        #expect(try await store.importedAccounts() == accounts)
        #expect(try await store.sourceStates().isEmpty, "an import is no source")
        #expect(try await store.runs(limit: 9).map(\.exitCode) == [0, 0])
    }

    @Test func `for one brand stores its threads, and no row of another`() async throws {
        let store = MemoryStore()
        let brand = Account(
            name: "bus", platform: "export", network: ExportFormat.twcsNetwork,
            author: Author(id: "FlinkbusTeam", handle: "FlinkbusTeam"))
        let result = try await run(.init(url: mini, format: .twcs, account: brand, liveSince: nil), store)
        #expect(result.summary.new == 9)
        let found = try await store.conversations(matching: ConversationFilter(), before: nil, limit: 99)
        #expect(Set(found.map(\.account)) == ["bus"])
        #expect(Set(found.map(\.thread.root)) == ["9010", "9050"])
        #expect(try await store.importedAccounts() == [brand])
    }

    @Test func `reads to the end, however large, and tells how far it is`() async throws {
        try await ProjectFiles.withTemporaryFolder { folder in
            let file = folder.appending(path: "large.jsonl")
            try Data(WatchedDesk.export((1...10_500).map { "post-\($0)" }).utf8).write(to: file)
            let told = Mutex<[Int]>([])
            let store = MemoryStore()
            let result = try await run(
                .init(
                    url: file.absoluteString, format: .antwortPosts(network: WatchedDesk.network),
                    account: WatchedDesk.account, liveSince: nil), store
            ) { count in told.withLock { $0.append(count) } }
            #expect(result.summary.new == 10_500)
            #expect(told.withLock { $0 } == told.withLock { $0.sorted() })
            #expect(told.withLock { $0.last } == 10_500)
        }
    }

    @Test func `that cannot be read is told with its reason, and leaves nothing behind`() async throws {
        let store = MemoryStore()
        let gone = ProjectFiles.fixture("gone.csv").absoluteString
        let other = ProjectFiles.fixture("exports/silberbahn.jsonl").absoluteString
        for (url, code) in [(gone, Problem.Kind.noInput), (other, .badData)] {
            for account in [nil, WatchedDesk.account] {
                let result = try await run(.init(url: url, format: .twcs, account: account, liveSince: nil), store)
                #expect(result.failure?.kind == code)
                #expect(result.failure?.place == ImportFile.sourceName)
                #expect(result.summary.failed == 1)
            }
        }
        #expect(try await store.totals().posts == 0)
        #expect(try await store.runs(limit: 9).allSatisfy { $0.exitCode != 0 })
    }

    @Test func `stops when the store takes no more`() async throws {
        try await ProjectFiles.withTemporaryFolder { folder in
            let file = folder.appending(path: "large.jsonl")
            try Data(WatchedDesk.export((1...16_000).map { "post-\($0)" }).utf8).write(to: file)
            let result = try await run(
                .init(
                    url: file.absoluteString, format: .antwortPosts(network: WatchedDesk.network),
                    account: WatchedDesk.account, liveSince: nil), RestlessStore(.fullAfter(2)))
            #expect(result.failure?.kind == .io)
            #expect(result.summary.new == 10_000)
        }
    }

    private func run(
        _ order: ImportFile.Order, _ store: any Store, accounts: AccountBook = AccountBook([]),
        progress: @escaping @Sendable (Int) -> Void = { _ in }
    ) async throws -> SourceResult {
        try await ImportFile(
            store: store, transfers: TransferDriver(), triage: TriageStep(WatchedDesk.wordless), accounts: accounts,
            policies: try TestPolicies.roundTheClock(first: 30, next: 60), newPolicy: nil, now: WatchedDesk.noon,
            elapsed: { 0 }, progress: progress
        ).run(order)
    }
}
