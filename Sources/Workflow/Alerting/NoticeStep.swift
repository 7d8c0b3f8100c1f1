package import Dialogue
package import ServiceHours
package import Storage

/// What came of telling people.
package struct NoticeReport: Sendable {
    /// Notices that reached their channel in this run.
    package internal(set) var delivered = 0
    package internal(set) var problems: [Problem] = []
}

/// Tells on-call what the queue says: one message for each channel and run, the worst first, each wait once for every level.
///
/// A notice is written down before it is delivered and delivered until that has worked once, or until nobody waits any more.
package struct NoticeStep: Sendable {
    /// Waits looked at in one run, the most urgent first.
    private static let mostWaits = 1_000

    private let store: any Store
    private let channels: [NoticeChannel]
    private let post: NoticePost
    private let policies: ResponsePolicies
    private let now: Instant

    package init(
        store: any Store, channels: [NoticeChannel], post: NoticePost, policies: ResponsePolicies, now: Instant
    ) {
        self.store = store
        self.channels = channels
        self.post = post
        self.policies = policies
        self.now = now
    }

    /// Decides, writes down, delivers.
    package func run() async throws(Problem) -> NoticeReport {
        do {
            let waiting = try await store.queue(dueUntil: nil, limit: Self.mostWaits)
            let told = try await store.noticeRecords(keys: Set(waiting.flatMap(possibleKeys)))
            var notices: [Notice] = []
            for record in waiting {
                for channel in channels {
                    if let notice = notice(about: record, on: channel, told: told) { notices.append(notice) }
                }
            }
            _ = try await store.enqueue(notices.compactMap(record))
            return try await deliver(notices + unfinished(among: waiting, told: told))
        } catch {
            throw Problem(any: error)
        }
    }

    // MARK: Deciding

    private func notice(
        about record: ConversationRecord, on channel: NoticeChannel, told: [NoticeKey: NoticeRecord]
    ) -> Notice? {
        guard let wait = record.runningWait, let entry = policies.entry(of: wait.clock) else { return nil }
        let keys = possibleKeys(of: wait, on: channel, in: entry).filter { told[$0] != nil }
        let rules = NoticeRules(target: entry.target, calendar: entry.calendar)
        guard case .notify(let level, let number, _) = rules.decision(about: record, at: now, told: keys) else {
            return nil
        }
        return Notice(
            key: NoticeKey(subject: wait.id, level: level, recipient: channel.name, number: number),
            matter: .wait(WaitMatter(record, wait: wait, calendar: entry.calendar, at: now)))
    }

    /// Notices of earlier runs that reached nobody, as far as somebody still waits.
    private func unfinished(among waiting: [ConversationRecord], told: [NoticeKey: NoticeRecord]) -> [Notice] {
        waiting.flatMap { record -> [Notice] in
            guard let wait = record.runningWait, let entry = policies.entry(of: wait.clock) else {
                return []
            }
            return channels.flatMap { channel in
                possibleKeys(of: wait, on: channel, in: entry).compactMap { key in
                    guard let known = told[key], known.state != .sent else { return nil }
                    return Notice(
                        key: key, matter: .wait(WaitMatter(record, wait: wait, calendar: entry.calendar, at: now)))
                }
            }
        }
    }

    private func possibleKeys(of record: ConversationRecord) -> [NoticeKey] {
        guard let wait = record.runningWait, let entry = policies.entry(of: wait.clock) else { return [] }
        return channels.flatMap { possibleKeys(of: wait, on: $0, in: entry) }
    }

    private func possibleKeys(of wait: Wait, on channel: NoticeChannel, in entry: ResponsePolicies.Entry) -> [NoticeKey]
    {
        let warnings = entry.target.warnAtPercent.indices.map { (NoticeLevel.warn, $0) }
        return (warnings + [(.breach, 0), (.crisis, 0)]).map { level, number in
            NoticeKey(subject: wait.id, level: level, recipient: channel.name, number: number)
        }
    }

    private func record(_ notice: Notice) -> NoticeRecord? {
        guard case .wait(let matter) = notice.matter else { return nil }
        return NoticeRecord(
            key: notice.key,
            subject: .wait(
                conversation: matter.wait.conversation, origin: matter.wait.clock.origin, kind: matter.wait.clock.kind),
            recipients: channels.first { $0.name == notice.key.recipient }?.recipients ?? [], queuedAt: now)
    }

    // MARK: Delivering

    private func deliver(_ notices: [Notice]) async throws -> NoticeReport {
        var report = NoticeReport()
        for group in NoticeGroup.groups(of: notices) {
            guard let channel = channels.first(where: { $0.name == group.recipient }) else { continue }
            let keys = Set(group.notices.map(\.key))
            do throws(Problem) {
                try await post.deliver(group, by: channel)
                try await note(NoticeDelivery(of: keys, .sent(at: now)))
                report.delivered += group.notices.count
            } catch {
                try await note(NoticeDelivery(of: keys, .failed(error.what)))
                report.problems.append(error)
            }
        }
        return report
    }

    private func note(_ delivery: NoticeDelivery) async throws(Problem) {
        do {
            try await store.record(delivery)
        } catch {
            throw Problem(error)
        }
    }
}
