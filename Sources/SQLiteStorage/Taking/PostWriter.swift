import Dialogue
import GRDB
import Storage

/// Writes posts, their wordings and their marks.
struct PostWriter {
    private let database: Database
    private let rows: NamedRows
    private var enter: Query
    private var insert: Query
    private var nextRow: Int64
    /// How many posts became known.
    private(set) var added = 0

    init(_ database: Database, _ rows: NamedRows) throws {
        self.database = database
        self.rows = rows
        enter = try Query(database, "INSERT INTO ids (network, remote_id, thread, post) VALUES (?, ?, ?, ?)")
        insert = try Query(
            database,
            """
            INSERT INTO posts (pk, thread, remote_id, parent, author, at, nanoseconds, received_at, on_page, is_live,
                visibility, triage, edited_at, deleted_at, mentions, url, hash_high, hash_low, language, text)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        var last = try Query(database, "SELECT coalesce(max(pk), 0) FROM posts")
        nextRow = 1 + (try last.first { $0.int(0) } ?? 0)
    }

    // MARK: Words

    mutating func write(_ write: PostWrite, in target: TargetThread, network: Int64) throws -> CommitOutcome {
        if write.isCurrent {
            try enter.put(network)
            try enter.put(write.post.remoteID)
            try enter.put(target.row)
            try enter.put(nextRow)
            if try enter.runUnlessTaken() {
                try add(write, in: target, network: network)
                return .committed
            }
        }
        let id = try find(write.post.remoteID, network: network)
        guard write.isCurrent || (id?.thread == target.row && id?.post != nil) else {
            throw Defect(what: "an older wording came without its post")
        }
        guard let id, id.thread == target.row else { return .superseded }
        guard let row = id.post else {
            // So far its replies alone knew of it.
            try fillIn(write.post.remoteID, network: network)
            try add(write, in: target, network: network)
            return .committed
        }
        if write.isCurrent {
            try keepWording(of: row, unless: write.post.hash)
            try update(row, to: write.post, network: network, isNews: true)
            try reword(row, write)
        } else {
            try addOlder(write, of: row)
        }
        return .committed
    }

    /// Sets what a post is but for its words; a post that is not known stays unknown.
    mutating func mark(_ mark: ThreadPost, in target: TargetThread, network: Int64) throws -> CommitOutcome {
        guard let id = try find(mark.remoteID, network: network), let row = id.post else { return .committed }
        guard id.thread == target.row else { return .superseded }
        try update(row, to: mark, network: network, isNews: false)
        return .committed
    }

    private mutating func add(_ write: PostWrite, in target: TargetThread, network: Int64) throws {
        let post = write.post
        try insert.put(nextRow)
        try insert.put(target.row)
        try insert.put(post.remoteID)
        try insert.put(post.parent)
        try insert.put(try rows.author(post.author, network: network, isNews: true))
        try insert.put(post.at)
        try insert.put(Int64(post.nanoseconds))
        try insert.put(post.receivedAt)
        try insert.put(post.standsOnPage)
        try insert.put(post.isLive)
        try insert.put(post.visibility.code)
        try insert.put(try rows.reading(post.triage))
        try insert.put(post.editedAt)
        try insert.put(post.deletedAt)
        try insert.put(MentionList.encoded(post.mentions))
        try insert.put(post.url)
        try insert.put(post.hash)
        try insert.put(write.language)
        try insert.put(write.text)
        try insert.run()
        nextRow += 1
        added += 1
    }

    private func fillIn(_ remoteID: String, network: Int64) throws {
        var update = try Query(database, "UPDATE ids SET post = ? WHERE network = ? AND remote_id = ?")
        try update.put(nextRow)
        try update.put(network)
        try update.put(remoteID)
        try update.run()
    }

    // MARK: Known posts

    private struct KnownID {
        let thread: Int64
        let post: Int64?
    }

    private func find(_ remoteID: String, network: Int64) throws -> KnownID? {
        var find = try Query(database, "SELECT thread, post FROM ids WHERE network = ? AND remote_id = ?")
        try find.put(network)
        try find.put(remoteID)
        return try find.first { KnownID(thread: $0.int(0), post: $0.optionalInt(1)) }
    }

    /// Puts the current wording among the older ones, and takes the one that becomes current out of them.
    private func keepWording(of row: Int64, unless hash: ContentHash) throws {
        // A post of which only the deletion was known has no author and never had words.
        var keep = try Query(
            database,
            """
            INSERT INTO wordings (post, hash_high, hash_low, edited_at, language, text)
            SELECT posts.pk, hash_high, hash_low, edited_at, language, text
            FROM posts JOIN authors ON authors.pk = posts.author
            WHERE posts.pk = ?1 AND NOT (hash_high = ?2 AND hash_low = ?3)
                AND NOT (authors.author_id = '' AND deleted_at IS NOT NULL)
            ON CONFLICT DO NOTHING
            """)
        try keep.put(row)
        try keep.put(hash)
        try keep.run()
        var take = try Query(database, "DELETE FROM wordings WHERE post = ? AND hash_high = ? AND hash_low = ?")
        try take.put(row)
        try take.put(hash)
        try take.run()
    }

    private func addOlder(_ write: PostWrite, of row: Int64) throws {
        var insert = try Query(
            database,
            """
            INSERT INTO wordings (post, hash_high, hash_low, edited_at, language, text)
            SELECT pk, ?2, ?3, ?4, ?5, ?6 FROM posts WHERE pk = ?1 AND NOT (hash_high = ?2 AND hash_low = ?3)
            ON CONFLICT DO NOTHING
            """)
        try insert.put(row)
        try insert.put(write.post.hash)
        try insert.put(write.post.editedAt)
        try insert.put(write.language)
        try insert.put(write.text)
        try insert.run()
    }

    private func reword(_ row: Int64, _ write: PostWrite) throws {
        var update = try Query(
            database, "UPDATE posts SET hash_high = ?, hash_low = ?, language = ?, text = ? WHERE pk = ?")
        try update.put(write.post.hash)
        try update.put(write.language)
        try update.put(write.text)
        try update.put(row)
        try update.run()
    }

    private func update(_ row: Int64, to post: ThreadPost, network: Int64, isNews: Bool) throws {
        var update = try Query(
            database,
            """
            UPDATE posts SET parent = ?, author = ?, at = ?, nanoseconds = ?, received_at = ?, on_page = ?, is_live = ?,
                visibility = ?, triage = ?, edited_at = ?, deleted_at = ?, mentions = ?, url = ?
            WHERE pk = ?
            """)
        try update.put(post.parent)
        try update.put(try rows.author(post.author, network: network, isNews: isNews))
        try update.put(post.at)
        try update.put(Int64(post.nanoseconds))
        try update.put(post.receivedAt)
        try update.put(post.standsOnPage)
        try update.put(post.isLive)
        try update.put(post.visibility.code)
        try update.put(try rows.reading(post.triage))
        try update.put(post.editedAt)
        try update.put(post.deletedAt)
        try update.put(MentionList.encoded(post.mentions))
        try update.put(post.url)
        try update.put(row)
        try update.run()
    }
}
