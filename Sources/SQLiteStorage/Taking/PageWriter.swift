import Dialogue
import GRDB
import Storage

/// Writes one page inside the transaction that its caller opened and keeps or takes back.
struct PageWriter {
    private let database: Database
    private let rows: NamedRows
    private var threads: ThreadRows
    private var posts: PostWriter
    private var conversations: ConversationWriter

    init(_ database: Database, known: KnownRows) throws {
        self.database = database
        rows = try NamedRows(database, known: known)
        threads = try ThreadRows(database)
        posts = try PostWriter(database, rows)
        conversations = try ConversationWriter(database, rows)
    }

    /// Writes everything; a page that is superseded may have been written in part and has to be taken back.
    mutating func write(_ page: PageCommit) throws -> Change<CommitOutcome> {
        if let move = page.cursor, try moveCursor(move) == .superseded { return .takeBack(.superseded) }
        for account in page.accounts { try write(account) }
        for thread in page.threads {
            guard try write(thread) == .committed else { return .takeBack(.superseded) }
        }
        try quarantine(page)
        try countTotals()
        return .keep(.committed)
    }

    // MARK: Threads

    private mutating func write(_ thread: ThreadCommit) throws -> CommitOutcome {
        let network = try rows.network(thread.key.network)
        guard let target = try threads.claim(thread, network: network) else { return .superseded }
        for write in thread.posts {
            guard try posts.write(write, in: target, network: network) == .committed else { return .superseded }
        }
        for mark in thread.marks {
            guard try posts.mark(mark, in: target, network: network) == .committed else { return .superseded }
        }
        // A root that none of the posts filled in is known by its replies alone.
        if target.isNewRoot, !thread.posts.contains(where: { $0.post.remoteID == thread.key.root }),
            !(try threads.nameRoot(thread.key.root, of: target, network: network))
        {
            return .superseded
        }
        try conversations.replace(with: thread.conversations, in: target, network: network)
        if !thread.decisions.isEmpty { try add(thread.decisions, to: target) }
        return try CorrectionWriter(database).add(thread.corrections, to: target, network: network)
    }

    private func add(_ decisions: [ConversationDecision], to target: TargetThread) throws {
        var insert = try Query(
            database,
            """
            INSERT INTO decisions (thread, account, post, kind, object, until, at, person, reason)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        for decision in decisions {
            try insert.put(target.row)
            try insert.put(decision.account)
            try insert.put(decision.post)
            try insert.put(decision.kind.word)
            try insert.put(decision.kind.object)
            try insert.put(decision.kind.until)
            try insert.put(decision.at)
            try insert.put(decision.person)
            try insert.put(decision.reason)
            try insert.run()
        }
    }

    // MARK: Cursor and accounts

    private func moveCursor(_ move: CursorMove) throws -> CommitOutcome {
        var select = try Query(database, "SELECT cursor FROM sources WHERE name = ?")
        try select.put(move.source)
        guard let stored = try select.first({ Stored(cursor: $0.optionalText(0)) }) else {
            throw Defect(what: "a cursor was moved of a source that was never added")
        }
        guard stored.cursor == move.from else { return .superseded }
        var update = try Query(database, "UPDATE sources SET cursor = ? WHERE name = ?")
        try update.put(move.to)
        try update.put(move.source)
        try update.run()
        return .committed
    }

    private struct Stored {
        let cursor: String?
    }

    private func write(_ account: Account) throws {
        var upsert = try Query(
            database,
            """
            INSERT INTO accounts (name, platform, network, author_id, author_handle, author_name, takes_unassigned)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (name) DO UPDATE SET platform = excluded.platform, network = excluded.network,
                author_id = excluded.author_id, author_handle = excluded.author_handle,
                author_name = excluded.author_name, takes_unassigned = excluded.takes_unassigned
            """)
        try upsert.put(account.name)
        try upsert.put(account.platform)
        try upsert.put(account.network.name)
        try upsert.put(account.author.id)
        try upsert.put(account.author.handle)
        try upsert.put(account.author.name)
        try upsert.put(account.takesUnassigned)
        try upsert.run()
    }

    // MARK: Quarantine and totals

    private func quarantine(_ page: PageCommit) throws {
        if !page.quarantined.isEmpty {
            var insert = try Query(
                database, "INSERT INTO quarantine (source, place, code, reason, at, raw) VALUES (?, ?, ?, ?, ?, ?)")
            for record in page.quarantined {
                try insert.put(record.source)
                try insert.put(record.place)
                try insert.put(record.code)
                try insert.put(record.reason)
                try insert.put(record.at)
                try insert.put(record.raw)
                try insert.run()
            }
        }
        var delete = try Query(database, "DELETE FROM quarantine WHERE id = ?")
        for id in page.released {
            try delete.put(id)
            try delete.run()
        }
    }

    private func countTotals() throws {
        if posts.added == 0, conversations.added == 0 { return }
        var update = try Query(database, "UPDATE totals SET posts = posts + ?, conversations = conversations + ?")
        try update.put(posts.added)
        try update.put(conversations.added)
        try update.run()
    }
}
