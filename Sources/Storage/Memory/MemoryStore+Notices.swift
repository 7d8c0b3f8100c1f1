package import Dialogue

extension MemoryStore {
    package func noticeRecords(keys: Set<NoticeKey>) async throws(StorageError) -> [NoticeKey: NoticeRecord] {
        noticeRecords.filter { keys.contains($0.key) }
    }

    package func notices(about subjects: Set<String>) async throws(StorageError) -> [String: [NoticeRecord]] {
        Dictionary(grouping: oldestFirst.filter { subjects.contains($0.key.subject) }, by: \.key.subject)
    }

    package func openNotices(after position: NoticePosition?, limit: Int) async throws(StorageError) -> [NoticeRecord] {
        let over = Set(noticeRecords.keys.filter { $0.level == .recovery }.map { [$0.subject, $0.recipient] })
        let found = oldestFirst.filter { record in
            !over.contains([record.key.subject, record.key.recipient])
                && (position?.stands(before: record.position) ?? true)
        }
        return Array(found.prefix(max(0, limit)))
    }

    package func enqueue(_ notices: [NoticeRecord]) async throws(StorageError) -> Int {
        guard notices.allSatisfy({ NoticeKey(text: $0.key.text) == $0.key }) else {
            throw StorageError(
                .internal, path: "memory", advice: "a notice came with a key that its text does not name")
        }
        let before = noticeRecords.count
        for notice in notices where noticeRecords[notice.key] == nil { noticeRecords[notice.key] = notice }
        return noticeRecords.count - before
    }

    package func undelivered(limit: Int) async throws(StorageError) -> [NoticeRecord] {
        Array(oldestFirst.filter { $0.state != .sent }.prefix(max(0, limit)))
    }

    package func record(_ delivery: NoticeDelivery) async throws(StorageError) {
        for key in delivery.keys { noticeRecords[key] = noticeRecords[key]?.after(delivery.outcome) }
    }

    package func notices(before position: NoticePosition?, limit: Int) async throws(StorageError) -> [NoticeRecord] {
        let found = oldestFirst.reversed().filter { record in
            position.map { record.position.stands(before: $0) } ?? true
        }
        return Array(found.prefix(max(0, limit)))
    }

    private var oldestFirst: [NoticeRecord] {
        noticeRecords.values.sorted { $0.position.stands(before: $1.position) }
    }
}

extension NoticePosition {
    fileprivate func stands(before other: NoticePosition) -> Bool {
        (queuedAt, key) < (other.queuedAt, other.key)
    }
}
