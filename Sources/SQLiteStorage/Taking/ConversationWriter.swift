import Dialogue
import GRDB
import ServiceHours

/// Replaces the conversations of threads.
struct ConversationWriter {
    private let rows: NamedRows
    private var insert: Query
    private var delete: Query
    private var stored: Query
    /// How many there are more than before.
    private(set) var added = 0

    init(_ database: Database, _ rows: NamedRows) throws {
        self.rows = rows
        insert = try Query(database, Self.insertion)
        delete = try Query(database, "DELETE FROM conversations WHERE pk = ?")
        stored = try Query(database, ConversationReader.select + " WHERE conversations.thread = ?")
    }

    /// Leaves the thread with exactly these conversations; rows that stay the same are not written.
    mutating func replace(
        with records: [ConversationRecord], in target: TargetThread, network: Int64
    ) throws {
        var kept: Set<String> = []
        if target.isStored {
            var byID: [String: ConversationRecord] = [:]
            for record in records { byID[record.id] = record }
            var removed: [Int64] = []
            try stored.put(target.row)
            try stored.each { row in
                let record = try ConversationReader.conversation(row)
                if byID[record.id] == record, kept.insert(record.id).inserted { return }
                removed.append(row.int(ConversationReader.rowColumn))
            }
            for row in removed {
                try delete.put(row)
                try delete.run()
                added -= 1
            }
        }
        for record in records where !kept.contains(record.id) {
            try add(record, in: target.row, network: network)
            added += 1
        }
    }

    private mutating func add(_ record: ConversationRecord, in thread: Int64, network: Int64) throws {
        try insert.put(record.id)
        try insert.put(thread)
        try insert.put(try rows.desk(account: record.account, platform: record.platform))
        try insert.put(try rows.author(record.opener, network: network, isNews: false))
        try insert.put(record.opening)
        try insert.put(record.openedAt)
        try insert.put(record.lastPostAt)
        try insert.put(record.posts)
        try insert.put(record.intent.rawValue)
        try insert.put(record.language.rawValue)
        try insert.put(record.register.rawValue)
        try insert.put(record.urgency)
        try insert.put(Int64(record.flags.rawValue))
        try insert.put(record.url)
        try insert.put(record.isHistory)
        try insert.put(record.isOwed)
        try insert.put(record.isCancelled)
        try insert.put(record.queuedAt)
        try put(record.wait)
        try put(record.firstResponse)
        try put(record.standing)
        try insert.put(record.mergedInto)
        try insert.put(record.resolution?.origin)
        try insert.put(record.resolution?.targetName)
        try insert.put(record.resolution.map(ResolutionText.text))
        try insert.put(record.resolutionQueuedAt)
        try insert.put(record.restsUntil)
        try insert.run()
    }

    private mutating func put(_ clock: ResponseClock?) throws {
        try insert.put(clock?.kind.rawValue)
        try insert.put(clock?.origin)
        try insert.put(clock?.startedAt)
        try insert.put(clock?.dueAt)
        try insert.put(clock?.target)
        try insert.put(clock?.targetName)
        try insert.put(clock.map { Int64($0.policy) })
        try insert.put(clock?.ending?.at)
        if case .answered(let post, _) = clock?.ending { try insert.put(post) } else { try insert.put(String?.none) }
        if case .cancelled(let reason, _) = clock?.ending {
            try insert.put(reason.rawValue)
        } else {
            try insert.put(String?.none)
        }
        try insert.put(clock.flatMap { $0.seenAt == $0.startedAt ? nil : $0.seenAt })
        try insert.put(clock?.retargetedAt)
    }

    private mutating func put(_ standing: ConversationStanding) throws {
        try insert.put(standing.owedFrom)
        try insert.put(standing.isWaiting)
        try insert.put(standing.waitsUntil)
        try insert.put(standing.resolvedAt)
        try insert.put(standing.isEndedBySilence)
    }

    private static let insertion = """
        INSERT INTO conversations (id, thread, desk, opener, opening, opened_at, last_post_at, posts,
            intent, language, register, urgency, flags, url, is_history, is_owed, is_cancelled, queue_at,
            wait_kind, wait_origin, wait_started_at, wait_due_at, wait_target, wait_target_name, wait_policy,
            wait_ended_at, wait_ended_by, wait_end_reason, wait_seen_at, wait_retargeted_at,
            first_kind, first_origin, first_started_at, first_due_at, first_target, first_target_name, first_policy,
            first_ended_at, first_ended_by, first_end_reason, first_seen_at, first_retargeted_at,
            owed_from, is_waiting, waits_until, resolved_at, ends_in_silence, merged_into,
            resolution_origin, resolution_target_name, resolution, resolution_at, rests_until)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,
            ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,
            ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,
            ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """
}

extension ConversationRecord {
    /// Its place in the queue: the due time of a live wait, behind all others for one that is never due, nil outside the queue.
    fileprivate var queuedAt: Instant? {
        guard !isHistory, let wait else { return nil }
        return wait.dueAt ?? Instant(seconds: .max)
    }
}
