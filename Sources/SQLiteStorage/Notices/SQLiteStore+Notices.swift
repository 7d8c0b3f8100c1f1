package import Dialogue
package import Storage

extension SQLiteStore {
    package func noticeRecords(keys: Set<NoticeKey>) async throws(StorageError) -> [NoticeKey: NoticeRecord] {
        try await read { database in
            var query = try Query(database, NoticeReader.select + " WHERE notice_key = ?")
            var found: [NoticeKey: NoticeRecord] = [:]
            for key in keys {
                try query.put(key.text)
                found[key] = try query.first { try NoticeReader.notice($0) }
            }
            return found
        }
    }

    package func notices(about subjects: Set<String>) async throws(StorageError) -> [String: [NoticeRecord]] {
        try await read { database in
            var query = try Query(
                database, NoticeReader.select + " WHERE subject = ? ORDER BY queued_at, notice_key")
            var found: [String: [NoticeRecord]] = [:]
            for subject in subjects {
                try query.put(subject)
                let notices = try query.notices()
                if !notices.isEmpty { found[subject] = notices }
            }
            return found
        }
    }

    package func openNotices(
        after position: NoticePosition?, limit: Int
    ) async throws(StorageError) -> [NoticeRecord] {
        try await read { database in
            var query = try Query(
                database,
                NoticeReader.select
                    + """
                     WHERE is_over = 0 AND queued_at >= coalesce(?1, -9223372036854775808)
                        AND (?1 IS NULL OR queued_at > ?1 OR notice_key > ?2)
                    ORDER BY queued_at, notice_key LIMIT ?3
                    """)
            try query.put(position?.queuedAt)
            try query.put(position?.key)
            try query.put(max(0, limit))
            return try query.notices()
        }
    }

    package func enqueue(_ notices: [NoticeRecord]) async throws(StorageError) -> Int {
        if notices.isEmpty { return 0 }
        return try await write { database, _ in
            var writer = try NoticeWriter(database)
            var count = 0
            for notice in notices where try writer.queue(notice) { count += 1 }
            return .keep(count)
        }
    }

    package func undelivered(limit: Int) async throws(StorageError) -> [NoticeRecord] {
        try await read { database in
            var query = try Query(
                database, NoticeReader.select + " WHERE state <> 'sent' ORDER BY queued_at, notice_key LIMIT ?")
            try query.put(max(0, limit))
            return try query.notices()
        }
    }

    package func record(_ delivery: NoticeDelivery) async throws(StorageError) {
        if delivery.keys.isEmpty { return }
        try await write { database, _ in
            var select = try Query(database, NoticeReader.select + " WHERE notice_key = ?")
            var update = try Query(
                database,
                "UPDATE notices SET state = ?, attempts = ?, sent_at = ?, last_error = ? WHERE notice_key = ?")
            for key in delivery.keys {
                try select.put(key.text)
                guard let notice = try select.first({ try NoticeReader.notice($0) }) else { continue }
                let next = notice.after(delivery.outcome)
                try update.put(next.state.rawValue)
                try update.put(next.attempts)
                try update.put(next.sentAt)
                try update.put(next.lastError)
                try update.put(key.text)
                try update.run()
            }
            return .keep(())
        }
    }

    package func notices(before position: NoticePosition?, limit: Int) async throws(StorageError) -> [NoticeRecord] {
        try await read { database in
            var query = try Query(
                database,
                NoticeReader.select
                    + """
                     WHERE queued_at <= coalesce(?1, 9223372036854775807)
                        AND (?1 IS NULL OR queued_at < ?1 OR notice_key < ?2)
                    ORDER BY queued_at DESC, notice_key DESC LIMIT ?3
                    """)
            try query.put(position?.queuedAt)
            try query.put(position?.key)
            try query.put(max(0, limit))
            return try query.notices()
        }
    }
}
