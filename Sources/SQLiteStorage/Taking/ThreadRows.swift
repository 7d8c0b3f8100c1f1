import Dialogue
import GRDB
import Storage

/// The row in which a page's thread is written.
struct TargetThread {
    let row: Int64
    /// Whether the thread was stored before, under this name or another.
    let isStored: Bool
    /// Whether its name is not among the ids yet.
    let isNewRoot: Bool
}

/// Finds and makes the rows of threads, and joins them.
struct ThreadRows {
    private let database: Database
    private var find: Query
    private var insert: Query
    private var update: Query
    private var nameRoot: Query
    private var nextRow: Int64

    init(_ database: Database) throws {
        self.database = database
        find = try Query(
            database,
            """
            SELECT ids.thread, threads.root, threads.version
            FROM ids CROSS JOIN threads ON threads.pk = ids.thread
            WHERE ids.network = ? AND ids.remote_id = ?
            """)
        insert = try Query(database, "INSERT INTO threads (pk, network, root, version) VALUES (?, ?, ?, 1)")
        update = try Query(database, "UPDATE threads SET root = ?, version = ? WHERE pk = ?")
        nameRoot = try Query(
            database, "INSERT INTO ids (network, remote_id, thread, post) VALUES (?, ?, ?, NULL) ON CONFLICT DO NOTHING"
        )
        var last = try Query(database, "SELECT coalesce(max(pk), 0) FROM threads")
        nextRow = 1 + (try last.first { $0.int(0) } ?? 0)
    }

    private struct Found {
        let row: Int64
        let root: String
        let version: Int64
    }

    /// Gives `thread` its row at its new version, joined from all it replaces; nil when what its writer saw is no longer so.
    mutating func claim(_ thread: ThreadCommit, network: Int64) throws -> TargetThread? {
        let key = thread.key
        var replaced: [Found] = []
        // Sorted, so that the same page always makes the same rows.
        for (other, version) in thread.replaces.sorted(by: { $0.key < $1.key }) {
            guard other.network == key.network else {
                throw Defect(what: "threads of two networks were to be joined")
            }
            let found = try find(other.root, network: network)
            if version == 0 {
                if found?.root == other.root { return nil }
                continue
            }
            guard let found, found.root == other.root, found.version == version else { return nil }
            replaced.append(found)
        }
        guard let target = replaced.first(where: { $0.root == key.root }) ?? replaced.first else {
            // That it is not stored shows when its ids are written: one look-up less for each new thread.
            let row = nextRow
            nextRow += 1
            try insert.put(row)
            try insert.put(network)
            try insert.put(key.root)
            try insert.run()
            return TargetThread(row: row, isStored: false, isNewRoot: true)
        }
        let isRenamed = target.root != key.root
        if isRenamed, let holder = try find(key.root, network: network) {
            // Its topmost post is held already: fine in a thread that joins, and somebody else's doing in any other.
            guard replaced.contains(where: { $0.row == holder.row }) else { return nil }
        }
        for other in replaced where other.row != target.row {
            try join(other.row, to: target.row, network: network)
        }
        for other in replaced where other.root != key.root {
            try forgetName(other.root, network: network)
        }
        try update.put(key.root)
        try update.put(1 + (replaced.map(\.version).max() ?? 0))
        try update.put(target.row)
        try update.run()
        return TargetThread(row: target.row, isStored: true, isNewRoot: isRenamed)
    }

    /// Enters the id of a topmost post that we may not hold; false when it leads to another thread.
    mutating func nameRoot(_ root: String, of target: TargetThread, network: Int64) throws -> Bool {
        try nameRoot.put(network)
        try nameRoot.put(root)
        try nameRoot.put(target.row)
        try nameRoot.run()
        return nameRoot.changes > 0 ? true : try find(root, network: network)?.row == target.row
    }

    private mutating func find(_ id: String, network: Int64) throws -> Found? {
        try find.put(network)
        try find.put(id)
        return try find.first { Found(row: $0.int(0), root: $0.text(1), version: $0.int(2)) }
    }

    /// Moves the posts of `row` to `target`; its conversations go, as those of every replaced thread do.
    private func join(_ row: Int64, to target: Int64, network: Int64) throws {
        try run(
            """
            UPDATE ids SET thread = ?1
            WHERE network = ?3 AND remote_id IN (SELECT remote_id FROM posts WHERE posts.thread = ?2)
            """, target, row, network)
        try run("UPDATE posts SET thread = ?1 WHERE thread = ?2", target, row)
        try run("UPDATE conversations SET thread = ?1 WHERE thread = ?2", target, row)
        try run("UPDATE decisions SET thread = ?1 WHERE thread = ?2", target, row)
        try run("UPDATE corrections SET thread = ?1 WHERE thread = ?2", target, row)
        try run("DELETE FROM threads WHERE pk = ?1", row)
    }

    /// Takes a name away that no thread bears any longer, unless a post that we hold bears it.
    private func forgetName(_ root: String, network: Int64) throws {
        var delete = try Query(database, "DELETE FROM ids WHERE network = ? AND remote_id = ? AND post IS NULL")
        try delete.put(network)
        try delete.put(root)
        try delete.run()
    }

    private func run(_ sql: String, _ rows: Int64...) throws {
        var query = try Query(database, sql)
        for row in rows { try query.put(row) }
        try query.run()
    }
}
