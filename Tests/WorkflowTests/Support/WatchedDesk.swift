import Connectors
import Dialogue
import Foundation
import ServiceHours
import Settings
import Storage
import Synchronization
import TestSupport
import Transfers
import Workflow

/// A desk in memory that reads its sources when it is told to.
struct WatchedDesk {
    static let network = Network("test")
    static let account = Account(
        name: "page", platform: "export", network: network, author: Author(id: "brand", handle: "brand"))
    /// Monday, 2 March 2026, 12:00 in Berlin.
    static let noon = Instant(seconds: 1_772_449_200)
    /// Reads nothing in any words, quickly: for tests of which the words are no part.
    static let wordless = TriageInUse { TriageEngine(lexicons: []) }
    /// Reads with the lexicons of the project.
    static let literate = TriageInUse {
        let folder = LexiconFolder(templates: ProjectFiles.root.appending(path: "templates").path)
        return TriageEngine(
            lexicons: try [Language.german, .english].map { language in
                var files = try folder.files(language: language.rawValue)
                files["furniture.txt"] = nil
                return try Lexicon(language: language, files: files)
            })
    }

    let store: any Store
    let transfers = TransferDriver()
    var sources: [WatchedSource] = []
    var accounts = AccountBook([WatchedDesk.account])
    var triage = WatchedDesk.wordless

    init(_ store: any Store = MemoryStore()) {
        self.store = store
    }

    /// Adds a source of posts in our own format.
    mutating func read(
        _ name: String, _ url: String, path: String? = nil, budget: WatchedSource.Budget = .init(),
        limits: TransferLimits = .bulk, liveSince: Instant? = nil
    ) {
        sources.append(
            WatchedSource(
                name: name, account: Self.account, format: .antwortPosts(network: Self.network), url: url,
                filePath: path,
                liveSince: liveSince, budget: budget, limits: limits))
    }

    /// Adds a folder into which exports are dropped.
    mutating func read(_ name: String, folder: URL, budget: WatchedSource.Budget = .init()) {
        read(name, folder.absoluteString, path: "\(folder.path)/", budget: budget)
    }

    /// One run over all sources.
    func watch(
        at now: Instant = WatchedDesk.noon, elapsed: @escaping @Sendable () -> Seconds = { 0 }
    ) async throws -> WatchReport {
        try await WatchCycle(
            store: store, transfers: transfers, triage: triage, sources: sources, accounts: accounts,
            policies: try TestPolicies.roundTheClock(first: 30, next: 60), newPolicy: nil, now: now, elapsed: elapsed
        ).run()
    }

    var posts: Int {
        get async throws { try await store.totals().posts }
    }

    /// Lines of an export: questions by one person each, `minutes` before noon.
    static func export(_ ids: some Sequence<String>, minutes: Int64 = 5) -> String {
        ids.map { id in
            """
            {"id":"\(id)","author":{"id":"u-\(id)"},"at":"\((noon - minutes * 60).rfc3339)","page":true,\
            "text":"Wann fährt der letzte Zug nach Ostermünde? (\(id))"}

            """
        }.joined()
    }
}

/// A number that goes up with every look.
final class Ticking: Sendable {
    private let value = Atomic<Int64>(0)

    var next: @Sendable () -> Int64 {
        { [self] in value.add(1, ordering: .relaxed).newValue }
    }
}
