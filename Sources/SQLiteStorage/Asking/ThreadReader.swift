import Dialogue
import GRDB

/// Reads whole threads of one snapshot.
struct ThreadReader {
    private var findID: Query
    private var findNetwork: Query
    private var thread: Query
    private var posts: Query
    private var decisions: Query
    private var corrections: Query
    private let readings: ReadingTable
    private var networks: [Network: Int64] = [:]

    init(_ database: Database) throws {
        findID = try Query(database, "SELECT thread FROM ids WHERE network = ? AND remote_id = ?")
        findNetwork = try Query(database, "SELECT pk FROM networks WHERE name = ?")
        thread = try Query(
            database,
            """
            SELECT networks.name, threads.root, threads.version
            FROM threads JOIN networks ON networks.pk = threads.network
            WHERE threads.pk = ?
            """)
        posts = try Query(
            database,
            """
            SELECT remote_id, parent, author_id, handle, authors.name, at, nanoseconds, on_page, mentions, visibility, url,
                hash_high, hash_low, edited_at, triage, received_at, deleted_at, is_live
            FROM posts JOIN authors ON authors.pk = posts.author
            WHERE posts.thread = ?
            ORDER BY posts.pk
            """)
        decisions = try Query(
            database,
            """
            SELECT account, post, kind, object, until, at, person, reason
            FROM decisions WHERE thread = ? ORDER BY pk
            """)
        corrections = try Query(
            database,
            """
            SELECT posts.remote_id, corrections.hash_high, corrections.hash_low, label, word, person, corrections.at
            FROM corrections JOIN posts ON posts.pk = corrections.post
            WHERE corrections.thread = ? ORDER BY corrections.pk
            """)
        readings = try ReadingTable(database)
    }

    /// The row of the thread that an id leads to: it holds the post, or is named by it.
    mutating func row(touchedBy key: PostKey) throws -> Int64? {
        guard let network = try row(of: key.network) else { return nil }
        try findID.put(network)
        try findID.put(key.remoteID)
        return try findID.first { $0.int(0) }
    }

    /// The thread in a row.
    mutating func facts(_ row: Int64) throws -> ThreadFacts {
        try thread.put(row)
        let head = try thread.first {
            (key: ThreadKey(network: Network($0.text(0)), root: $0.text(1)), version: $0.int(2))
        }
        guard let head else { throw Damage(what: "an id without its thread") }
        var found: [ThreadPost] = []
        try posts.put(row)
        try posts.each { row in
            found.append(
                ThreadPost(
                    remoteID: row.text(0), parent: row.optionalText(1),
                    author: Author(id: row.text(2), handle: row.optionalText(3), name: row.optionalText(4)),
                    at: row.instant(5), nanoseconds: Int32(truncatingIfNeeded: row.int(6)),
                    standsOnPage: row.bool(7), mentions: MentionList.decoded(row.optionalText(8)),
                    visibility: try Visibility(code: row.int(9)), url: row.optionalText(10), hash: row.hash(11),
                    editedAt: row.optionalInstant(13), triage: try readings.reading(row.int(14)),
                    receivedAt: row.instant(15), deletedAt: row.optionalInstant(16), isLive: row.bool(17)))
        }
        return ThreadFacts(
            key: head.key, version: head.version, posts: found, decisions: try decisions(of: row),
            corrections: try corrections(of: row))
    }

    private mutating func decisions(of row: Int64) throws -> [ConversationDecision] {
        var found: [ConversationDecision] = []
        try decisions.put(row)
        try decisions.each { row in
            guard
                let kind = ConversationDecision.Kind(
                    word: row.text(2), object: row.optionalText(3), until: row.optionalInstant(4))
            else { throw Damage(what: "a decision that cannot be read") }
            found.append(
                ConversationDecision(
                    account: row.text(0), post: row.text(1), kind: kind, at: row.instant(5), person: row.text(6),
                    reason: row.optionalText(7)))
        }
        return found
    }

    private mutating func corrections(of row: Int64) throws -> [Correction] {
        var found: [Correction] = []
        try corrections.put(row)
        try corrections.each { row in
            found.append(
                Correction(
                    post: row.text(0), hash: row.hash(1), label: try row.word(3, CorrectableLabel.self),
                    word: row.text(4), person: row.text(5), at: row.instant(6)))
        }
        return found
    }

    private mutating func row(of network: Network) throws -> Int64? {
        if let known = networks[network] { return known }
        try findNetwork.put(network.name)
        guard let row = try findNetwork.first({ $0.int(0) }) else { return nil }
        networks[network] = row
        return row
    }
}
