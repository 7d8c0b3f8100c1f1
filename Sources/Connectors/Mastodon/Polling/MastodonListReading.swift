import ServiceHours

/// One reading of a list that a server shows page by page, newest first.
///
/// Before the first reading it goes back from the newest page until one is old enough, then forward. Mastodon shows what comes directly
/// after `min_id`. Imitations may show the newest page in its place, so there the gap below each page is asked for until nothing is in it,
/// and the place moves when it is closed. No link of an answer is followed: the ids on a page say where the next one begins.
struct MastodonListReading: Hashable, Sendable {
    private(set) var track: MastodonTrack
    private let trustsOrder: Bool
    private let liveSince: Instant
    private var isFinished = false
    /// Forward: everything up to here has been read.
    private var lower: MastodonID?
    /// Forward, while a gap is being closed: everything from here on has been read.
    private var upper: MastodonID?
    private var gathered: [MastodonTrack.Mark] = []
    private var seen: Set<MastodonID>

    /// - Parameter trustsOrder: whether `min_id` is known to mean what Mastodon means by it.
    init(_ track: MastodonTrack, trustsOrder: Bool, liveSince: Instant) {
        self.track = track
        self.trustsOrder = trustsOrder
        self.liveSince = liveSince
        seen = Set(track.recent.map(\.id))
        lower = isWalking ? nil : track.recent.first?.id
    }

    private var isWalking: Bool { track.walk != nil || track.recent.isEmpty }

    /// The bounds to ask with; nil when everything has been read.
    var bounds: [(name: String, value: String)]? {
        if isFinished { return nil }
        if isWalking { return track.walk.map { [("max_id", $0.below.text)] } ?? [] }
        return [("min_id", lower), ("max_id", upper)].compactMap { name, id in id.map { (name, $0.text) } }
    }

    /// Takes the entries of a page and says which of them are new.
    mutating func take(_ marks: [MastodonTrack.Mark], at now: Instant) -> Set<MastodonID> {
        isWalking ? takeBackwards(marks, at: now) : takeForwards(marks, at: now)
    }

    /// Whether a broken record without id is seen for the first time.
    mutating func isNew(nameless raw: [UInt8]) -> Bool {
        track.isNew(nameless: raw)
    }

    private mutating func takeBackwards(_ marks: [MastodonTrack.Mark], at now: Instant) -> Set<MastodonID> {
        let fresh = marks.filter { mark in track.walk.map { mark.id < $0.below } ?? true }
        guard let oldest = fresh.min(by: { $0.id < $1.id }) else {
            // An empty list, or its end.
            endWalk(at: now)
            return []
        }
        let top = track.walk?.top ?? fresh
        track.walk = .init(below: oldest.id, top: top)
        if fresh.contains(where: { $0.at < liveSince.seconds }) { endWalk(at: now) }
        return Set(fresh.map(\.id))
    }

    private mutating func endWalk(at now: Instant) {
        guard let walk = track.walk else {
            isFinished = true
            return
        }
        track.walk = nil
        track.advance(by: walk.top)
        seen = Set(walk.top.map(\.id))
        lower = track.recent.first?.id
    }

    private mutating func takeForwards(_ marks: [MastodonTrack.Mark], at now: Instant) -> Set<MastodonID> {
        let fresh = marks.filter { mark in
            !seen.contains(mark.id) && (lower.map { $0 < mark.id } ?? true) && (upper.map { mark.id < $0 } ?? true)
        }
        guard let oldest = fresh.min(by: { $0.id < $1.id }), let newest = fresh.max(by: { $0.id < $1.id }) else {
            if upper == nil {
                isFinished = true
                track.settle(at: now)
            } else {
                closeGap()
            }
            return []
        }
        seen.formUnion(fresh.map(\.id))
        gathered += fresh
        if trustsOrder {
            lower = newest.id
            track.advance(by: gathered)
            gathered = []
        } else {
            upper = oldest.id
        }
        return Set(fresh.map(\.id))
    }

    private mutating func closeGap() {
        upper = nil
        lower = gathered.max { $0.id < $1.id }?.id ?? lower
        track.advance(by: gathered)
        gathered = []
    }
}
