import Dialogue
import Foundation
import ServiceHours

/// What stands above and below a post.
extension MastodonPoll {
    mutating func takeThread(
        of id: MastodonID, body: Data, into page: inout PollPage
    ) throws(ConnectorError) {
        let bytes = Array(body)
        guard let above = JSONElements.member("ancestors", of: bytes),
            let below = JSONElements.member("descendants", of: bytes)
        else { throw MastodonBody.complaint("thread") }
        let ancestors = try MastodonBody.elements(of: MastodonStatus.self, in: above, place: "thread above")
        let descendants = try MastodonBody.elements(of: MastodonStatus.self, in: below, place: "thread below")

        let statuses = ancestors.read + descendants.read
        let broken = (ancestors.broken + descendants.broken).map(\.record)
        let seen = Self.print(of: statuses, broken)
        if !cursor.watched.contains(where: { $0.id == id && $0.seen == seen }) {
            page.reports += statuses.filter { !$0.isBoost }.map { .said(posts.post($0)) }
            page.broken += broken
        }
        let ids = Set(descendants.read.map(\.id))
        if cursor.orphans.contains(where: { $0.id == id }) {
            let present = Set(statuses.map(\.id))
            cursor.orphans.removeAll { $0.id == id || present.contains($0.parent) }
        } else {
            looked(at: id, seen: seen)
            // What hangs below this post has been read with it.
            for index in cursor.watched.indices where ids.contains(cursor.watched[index].id) {
                cursor.watched[index].lookedAt = start.seconds
            }
        }
    }

    /// What is there, in short: who of the thread is present, in which wording.
    private static func print(of statuses: [MastodonStatus], _ broken: [BrokenRecord]) -> UInt64 {
        let parts =
            statuses.map { "\($0.id.text) \($0.editedAt?.seconds ?? 0)" }
            + broken.map { String(Fingerprint.of($0.raw)) }
        return Fingerprint.of(parts.sorted().joined(separator: "\n").utf8)
    }

    mutating func looked(at id: MastodonID, seen: UInt64?) {
        looks += 1
        guard let index = cursor.watched.firstIndex(where: { $0.id == id }) else { return }
        cursor.watched[index].lookedAt = start.seconds
        if let seen { cursor.watched[index].seen = seen }
    }

    /// The post at which a thread was asked for is gone.
    mutating func forget(thread id: MastodonID) {
        cursor.orphans.removeAll { $0.id == id }
        cursor.watched.removeAll { $0.id == id }
    }
}
