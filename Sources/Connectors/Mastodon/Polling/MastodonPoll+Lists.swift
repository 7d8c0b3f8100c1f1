import Dialogue
import ServiceHours

/// Mentions and own posts: pages of what is new.
extension MastodonPoll {
    mutating func takeMentions(
        _ elements: MastodonBody.Elements<MastodonNotification>, into page: inout PollPage, at now: Instant
    ) {
        guard var reading = mentions else { return }
        let marks = elements.read.map { entry in
            MastodonTrack.Mark(id: entry.id, at: (entry.createdAt ?? entry.status?.createdAt.at ?? now).seconds)
        }
        let fresh = reading.take(marks + Self.marks(of: elements.broken, at: now), at: now)
        takeBroken(elements.broken, fresh: fresh, from: &reading, into: &page)
        mentions = reading
        take(elements.read.filter { fresh.contains($0.id) }.compactMap(\.status), into: &page)
    }

    mutating func takeOwn(
        _ elements: MastodonBody.Elements<MastodonStatus>, into page: inout PollPage, at now: Instant
    ) {
        guard var reading = own else { return }
        let marks = elements.read.map { MastodonTrack.Mark(id: $0.id, at: $0.createdAt.at.seconds) }
        let fresh = reading.take(marks + Self.marks(of: elements.broken, at: now), at: now)
        takeBroken(elements.broken, fresh: fresh, from: &reading, into: &page)
        own = reading
        let new = elements.read.filter { fresh.contains($0.id) && !$0.isBoost }
        for status in new
        where Visibility(mastodon: status.visibility) != .direct && start - status.createdAt.at < reach.watchedFor {
            cursor.watch(status.id, at: status.createdAt.at)
        }
        take(new, into: &page)
    }

    /// A broken record with an id holds its place in the list, so that it is met once.
    private static func marks(
        of broken: [(record: BrokenRecord, id: MastodonID?)], at now: Instant
    ) -> [MastodonTrack.Mark] {
        broken.compactMap(\.id).map { MastodonTrack.Mark(id: $0, at: now.seconds) }
    }

    private func takeBroken(
        _ broken: [(record: BrokenRecord, id: MastodonID?)], fresh: Set<MastodonID>,
        from reading: inout MastodonListReading, into page: inout PollPage
    ) {
        for (record, id) in broken {
            let isNew = id.map { fresh.contains($0) } ?? reading.isNew(nameless: record.raw)
            if isNew { page.broken.append(record) }
        }
    }

    private mutating func take(_ statuses: [MastodonStatus], into page: inout PollPage) {
        let here = Set(statuses.map(\.id))
        for status in statuses where !status.isBoost {
            page.reports.append(.said(posts.post(status)))
            guard let parent = status.parent, !here.contains(parent) else { continue }
            guard !cursor.orphans.contains(where: { $0.id == status.id }) else { continue }
            cursor.orphans.append(.init(id: status.id, parent: parent))
        }
    }
}
