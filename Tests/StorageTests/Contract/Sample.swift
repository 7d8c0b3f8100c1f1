import Dialogue
import ServiceHours
import Storage

/// Builds what the contract tests store, with few words.
enum Sample {
    static let network = Network("test")
    static let start = Instant(seconds: 1_772_438_400)

    static func id(_ remoteID: String, on network: Network = Sample.network) -> PostKey {
        PostKey(network: network, remoteID: remoteID)
    }

    static func thread(_ root: String, on network: Network = Sample.network) -> ThreadKey {
        ThreadKey(network: network, root: root)
    }

    static let triage = TriageSummary(
        language: .german, register: .sie, forUs: true, needsAnswer: true, intent: .complaint, sentiment: .negative,
        urgency: .usual, flags: [], modelVersion: ModelVersion("test-1")!)

    static func post(
        _ id: String, to parent: String? = nil, by author: Author = Author(id: "u1", handle: "anna", name: "Anna"),
        at minutes: Int64 = 0, saying text: String = "", editedAt: Int64? = nil, deletedAt: Int64? = nil,
        isLive: Bool = true
    ) -> ThreadPost {
        ThreadPost(
            remoteID: id, parent: parent, author: author, at: start + minutes * 60, hash: ContentHash(of: text),
            editedAt: editedAt.map { start + $0 * 60 }, triage: triage, receivedAt: start + 86_400,
            deletedAt: deletedAt.map { start + $0 * 60 }, isLive: isLive)
    }

    static func write(
        _ id: String, to parent: String? = nil, by author: Author = Author(id: "u1", handle: "anna", name: "Anna"),
        at minutes: Int64 = 0, _ text: String = "Hello", language: String? = nil, editedAt: Int64? = nil,
        isCurrent: Bool = true
    ) -> PostWrite {
        PostWrite(
            post: post(id, to: parent, by: author, at: minutes, saying: text, editedAt: editedAt), text: text,
            language: language, isCurrent: isCurrent)
    }

    static func clock(dueAt minutes: Int64?, ending: ResponseClock.Ending? = nil) -> ResponseClock {
        ResponseClock(
            kind: .firstResponse, origin: "p1", startedAt: start, dueAt: minutes.map { start + $0 * 60 }, target: 1800,
            targetName: "standard", policy: 1, ending: ending)
    }

    static func conversation(
        _ id: String, in thread: ThreadKey = thread("r1"), opened minutes: Int64 = 0, account: String = "brand",
        intent: Intent = .complaint, language: Language = .german, isHistory: Bool = false, isOwed: Bool? = nil,
        wait: ResponseClock? = nil, firstResponse: ResponseClock? = nil, opening: String = "p1", posts: Int = 1,
        opener: Author = Author(id: "u1", handle: "anna", name: "Anna")
    ) -> ConversationRecord {
        ConversationRecord(
            id: id, account: account, platform: "export", thread: thread, opener: opener, opening: opening,
            openedAt: start + minutes * 60, lastPostAt: start + minutes * 60, posts: posts, intent: intent,
            language: language, register: .sie, urgency: 1, flags: [.legal, .minor], url: "https://social.example/1",
            isHistory: isHistory,
            standing: ConversationStanding(owedFrom: isOwed ?? (wait != nil) ? start : nil, isWaiting: false),
            wait: wait,
            firstResponse: firstResponse)
    }

    static func commit(
        _ root: String, on network: Network = Sample.network, replacing: [String: Int64] = [:],
        _ posts: [PostWrite] = [], marks: [ThreadPost] = [], conversations: [ConversationRecord] = []
    ) -> ThreadCommit {
        var replaces: [ThreadKey: Int64] = [:]
        for (root, version) in replacing { replaces[thread(root, on: network)] = version }
        return ThreadCommit(
            key: thread(root, on: network), replaces: replaces, posts: posts, marks: marks,
            conversations: conversations)
    }

    static func page(_ threads: ThreadCommit..., cursor: CursorMove? = nil) -> PageCommit {
        var page = PageCommit()
        page.threads = threads
        page.cursor = cursor
        return page
    }
}

extension Store {
    /// Commits threads as one page without a cursor.
    func commit(_ threads: ThreadCommit...) async throws -> CommitOutcome {
        var page = PageCommit()
        page.threads = threads
        return try await commit(page)
    }

    func ids(in root: String) async throws -> [String]? {
        try await thread(Sample.thread(root))?.posts.map(\.remoteID).sorted()
    }

    func texts(of id: String) async throws -> [String] {
        try await wordings(of: [Sample.id(id)])[Sample.id(id)]?.map(\.text) ?? []
    }
}
