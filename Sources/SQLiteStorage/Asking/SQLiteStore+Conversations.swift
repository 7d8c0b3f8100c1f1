package import Dialogue
package import ServiceHours
package import Storage

extension SQLiteStore {
    package func conversations(
        matching filter: ConversationFilter, before position: ConversationPosition?, limit: Int
    ) async throws(StorageError) -> [ConversationRecord] {
        try await read { database in
            // Two statements, because the partial index serves only a question that says its condition outright.
            var query = try Query(database, filter.isOwed ? Self.owedPage : Self.page)
            try query.put(filter.account)
            try query.put(filter.language?.rawValue)
            try query.put(filter.intent?.rawValue)
            try query.put(position?.openedAt)
            try query.put(position?.id)
            try query.put(max(0, limit))
            return try query.conversations()
        }
    }

    package func conversations(idPrefix prefix: String) async throws(StorageError) -> [ConversationRecord] {
        try await read { database in
            var query = try Query(
                database,
                ConversationReader.select + " WHERE conversations.id >= ?1 AND conversations.id < ?2 LIMIT 2")
            try query.putRange(ofPrefix: prefix)
            return try query.conversations()
        }
    }

    package func conversations(holding remoteID: String) async throws(StorageError) -> [ConversationRecord] {
        try await read { database in
            var query = try Query(
                database,
                ConversationReader.select
                    + """
                     WHERE conversations.thread IN (
                        SELECT ids.thread FROM networks AS every CROSS JOIN ids
                        WHERE ids.network = every.pk AND ids.remote_id = ? AND ids.post IS NOT NULL
                    )
                    ORDER BY opened_at, conversations.id
                    """)
            try query.put(remoteID)
            return try query.conversations()
        }
    }

    package func queue(dueUntil until: Instant?, limit: Int) async throws(StorageError) -> [ConversationRecord] {
        try await read { database in
            var query = try Query(database, Self.queue)
            try query.put(until)
            try query.put(max(0, limit))
            return try query.conversations()
        }
    }

    package func resolutions(
        dueUntil until: Instant?, at now: Instant, limit: Int
    ) async throws(StorageError) -> [ConversationRecord] {
        try await read { database in
            var due = try Query(database, Self.resolving)
            try due.put(until)
            try due.put(now)
            try due.put(max(0, limit))
            let found = try due.conversations()
            guard until == nil, found.count < limit else { return found }
            var resting = try Query(database, Self.resting)
            try resting.put(now)
            try resting.put(limit - found.count)
            return found + (try resting.conversations())
        }
    }

    package func thread(_ key: ThreadKey) async throws(StorageError) -> ThreadFacts? {
        try await read { database in
            var reader = try ThreadReader(database)
            let id = PostKey(network: key.network, remoteID: key.root)
            guard let row = try reader.row(touchedBy: id) else { return nil }
            let facts = try reader.facts(row)
            return facts.key == key ? facts : nil
        }
    }

    package func wordings(of keys: Set<PostKey>) async throws(StorageError) -> [PostKey: [Wording]] {
        try await read { database in
            var older = try Query(database, Self.olderWordings)
            var current = try Query(database, Self.currentWording)
            var found: [PostKey: [Wording]] = [:]
            for key in keys {
                var wordings: [Wording] = []
                for isCurrent in [false, true] {
                    var query = isCurrent ? current : older
                    try query.put(key.network.name)
                    try query.put(key.remoteID)
                    try query.each { row in
                        wordings.append(
                            Wording(
                                text: row.text(0), language: row.optionalText(1), hash: row.hash(2),
                                editedAt: row.optionalInstant(4), isCurrent: isCurrent))
                    }
                    if isCurrent { current = query } else { older = query }
                }
                if !wordings.isEmpty { found[key] = wordings }
            }
            return found
        }
    }

    private static let page =
        ConversationReader.select
            + """
             WHERE (?1 IS NULL OR desks.account = ?1) AND (?2 IS NULL OR language = ?2) AND (?3 IS NULL OR intent = ?3)
                AND opened_at <= coalesce(?4, 9223372036854775807)
                AND (?4 IS NULL OR opened_at < ?4 OR conversations.id < ?5)
            ORDER BY opened_at DESC, conversations.id DESC LIMIT ?6
            """

    private static let owedPage =
        ConversationReader.select
            + """
             WHERE is_owed = 1
                AND (?1 IS NULL OR desks.account = ?1) AND (?2 IS NULL OR language = ?2) AND (?3 IS NULL OR intent = ?3)
                AND opened_at <= coalesce(?4, 9223372036854775807)
                AND (?4 IS NULL OR opened_at < ?4 OR conversations.id < ?5)
            ORDER BY opened_at DESC, conversations.id DESC LIMIT ?6
            """

    /// The statement of ``resolutions(dueUntil:at:limit:)`` for those with a due time; package, so that a test can ask for its plan.
    package static let resolving =
        ConversationReader.select
            + """
             WHERE resolution_at IS NOT NULL AND resolution_at <= coalesce(?1, 9223372036854775807)
                AND (resolved_at IS NULL OR resolved_at > ?2)
            ORDER BY resolution_at, conversations.id LIMIT ?3
            """

    /// The same for those that rest.
    package static let resting =
        ConversationReader.select
            + """
             WHERE rests_until IS NOT NULL AND rests_until > ?1
            ORDER BY rests_until, conversations.id LIMIT ?2
            """

    /// The statement of ``queue(dueUntil:limit:)``; package, so that a test can ask for its plan.
    package static let queue =
        ConversationReader.select
            + """
             WHERE queue_at IS NOT NULL AND queue_at <= coalesce(?1, 9223372036854775807)
                AND (?1 IS NULL OR wait_due_at IS NOT NULL)
            ORDER BY queue_at, conversations.id LIMIT ?2
            """

    private static let olderWordings = """
        SELECT wordings.text, wordings.language, wordings.hash_high, wordings.hash_low, wordings.edited_at
        FROM networks
            CROSS JOIN ids ON ids.network = networks.pk AND ids.remote_id = ?2
            CROSS JOIN wordings ON wordings.post = ids.post
        WHERE networks.name = ?1
        ORDER BY wordings.edited_at IS NOT NULL, wordings.edited_at, wordings.pk
        """

    private static let currentWording = """
        SELECT posts.text, posts.language, posts.hash_high, posts.hash_low, posts.edited_at
        FROM networks
            CROSS JOIN ids ON ids.network = networks.pk AND ids.remote_id = ?2
            CROSS JOIN posts ON posts.pk = ids.post
        WHERE networks.name = ?1
        """
}
