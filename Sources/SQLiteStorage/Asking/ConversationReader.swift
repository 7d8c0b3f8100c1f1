import Dialogue
import GRDB
import ServiceHours

/// Reads conversations from rows of ``columns``.
enum ConversationReader {
    /// What every question about conversations selects, and from where; the condition follows.
    ///
    /// CROSS keeps SQLite from starting at another table, which would cost it the order of the index.
    static let select = """
        SELECT conversations.id, desks.account, desks.platform, networks.name, threads.root,
            authors.author_id, authors.handle, authors.name, opening, opened_at, last_post_at, posts,
            intent, language, register, urgency, flags, url, is_history, is_owed, is_cancelled,
            wait_kind, wait_origin, wait_started_at, wait_due_at, wait_target, wait_target_name, wait_policy,
            wait_ended_at, wait_ended_by, wait_end_reason, wait_seen_at, wait_retargeted_at,
            first_kind, first_origin, first_started_at, first_due_at, first_target, first_target_name, first_policy,
            first_ended_at, first_ended_by, first_end_reason, first_seen_at, first_retargeted_at,
            owed_from, is_waiting, waits_until, resolved_at, ends_in_silence, merged_into,
            resolution_origin, resolution_target_name, resolution, conversations.pk
        FROM conversations
            CROSS JOIN desks ON desks.pk = conversations.desk
            CROSS JOIN threads ON threads.pk = conversations.thread
            CROSS JOIN networks ON networks.pk = threads.network
            CROSS JOIN authors ON authors.pk = conversations.opener
        """

    static let rowColumn: Int32 = 54

    static func conversation(_ row: Query.Row) throws -> ConversationRecord {
        ConversationRecord(
            id: row.text(0), account: row.text(1), platform: row.text(2),
            thread: ThreadKey(network: Network(row.text(3)), root: row.text(4)),
            opener: Author(id: row.text(5), handle: row.optionalText(6), name: row.optionalText(7)),
            opening: row.text(8), openedAt: row.instant(9), lastPostAt: row.instant(10),
            posts: Int(row.int(11)), intent: try row.word(12, Intent.self), language: try row.word(13, Language.self),
            register: try row.word(14, Register.self), urgency: Int(row.int(15)),
            flags: TriageFlags(rawValue: UInt16(truncatingIfNeeded: row.int(16))), url: row.optionalText(17),
            isHistory: row.bool(18), standing: standing(row), wait: try clock(row, from: 21),
            firstResponse: try clock(row, from: 33), resolution: try resolution(row),
            mergedInto: row.optionalText(50))
    }

    private static func standing(_ row: Query.Row) -> ConversationStanding {
        ConversationStanding(
            owedFrom: row.optionalInstant(45), isCancelled: row.bool(20), isWaiting: row.bool(46),
            waitsUntil: row.optionalInstant(47), resolvedAt: row.optionalInstant(48), isEndedBySilence: row.bool(49))
    }

    private static func resolution(_ row: Query.Row) throws -> ResolutionClock? {
        guard let text = row.optionalText(53) else { return nil }
        return try ResolutionText.clock(text, origin: row.text(51), targetName: row.text(52))
    }

    private static func clock(_ row: Query.Row, from column: Int32) throws -> ResponseClock? {
        if row.isNull(column) { return nil }
        let ending: ResponseClock.Ending?
        if let endedAt = row.optionalInstant(column + 7) {
            if let answer = row.optionalText(column + 8) {
                ending = .answered(by: answer, at: endedAt)
            } else {
                // Rows of an older release name no reason: only a deletion cancelled anything then.
                let isNamed = !row.isNull(column + 9)
                ending = .cancelled(
                    isNamed ? try row.word(column + 9, ResponseClock.CancelReason.self) : .deleted, at: endedAt)
            }
        } else {
            ending = nil
        }
        return ResponseClock(
            kind: try row.word(column, ResponseClock.Kind.self), origin: row.text(column + 1),
            startedAt: row.instant(column + 2), seenAt: row.optionalInstant(column + 10),
            dueAt: row.optionalInstant(column + 3), target: row.int(column + 4),
            targetName: row.text(column + 5), policy: Int(row.int(column + 6)),
            retargetedAt: row.optionalInstant(column + 11), ending: ending)
    }
}

extension Query {
    /// The conversations the statement selects with ``ConversationReader/select``.
    mutating func conversations() throws -> [ConversationRecord] {
        var found: [ConversationRecord] = []
        try each { found.append(try ConversationReader.conversation($0)) }
        return found
    }
}
