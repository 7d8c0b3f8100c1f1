import Dialogue
import ServiceHours

/// One reply, one worker, one platform, at one moment of everything that can go wrong.
struct ModelState: Hashable {
    /// What the worker is about to do; a kill forgets it.
    enum Worker: Hashable {
        case idle
        case look(before: Bool)
        case write(OutboxChange)
        case post(Posting)
        /// A request is on the wire; the change is still to be written by a worker that writes too late.
        case onWire(Flight, late: OutboxChange?)
        /// The platform has it, under this id.
        case taken(String, late: OutboxChange?)
        case record(PublishAnswer)
    }

    /// A request that the platform may still take.
    struct Flight: Hashable {
        let key: String?
        let sentAt: Instant
    }

    /// A reply that stands on the platform.
    struct Copy: Hashable {
        let id: String
        let key: String?
        let at: Instant
        /// Whether looks do not show it yet.
        var isHidden: Bool
    }

    /// What may still go wrong.
    struct Budget: Hashable {
        var kills = 0
        var faults = 0
        var lags = 0
        var pauses = 0
        var restores = 0
    }

    var row: OutboxRow
    var attempts: [Attempt] = []
    var now: Instant
    var epoch = PublishingWorld.epoch
    var worker = Worker.idle
    var flights: [Flight] = []
    var copies: [Copy] = []
    var budget: Budget

    // The rest of the row never changes.
    static func == (left: ModelState, right: ModelState) -> Bool {
        left.row.progress == right.row.progress && left.attempts == right.attempts && left.now == right.now
            && left.epoch == right.epoch && left.worker == right.worker && left.flights == right.flights
            && left.copies == right.copies && left.budget == right.budget
    }

    func hash(into hasher: inout Hasher) {
        hasher.combine(row.progress.state)
        hasher.combine(row.progress.nextAt)
        hasher.combine(row.progress.reason)
        hasher.combine(row.progress.clearedThrough)
        hasher.combine(row.progress.absentSince)
        hasher.combine(row.progress.since)
        hasher.combine(row.progress.failedLooks)
        for attempt in attempts { hasher.combine(attempt.result?.outcome) }
        hasher.combine(now)
        hasher.combine(epoch)
        hasher.combine(flights)
        hasher.combine(copies)
        hasher.combine(budget)
        switch worker {
        case .idle: hasher.combine(0)
        case .look(let before): hasher.combine(before)
        case .write(let change): hasher.combine(change.to.state)
        case .post: hasher.combine(2)
        case .onWire: hasher.combine(3)
        case .taken: hasher.combine(4)
        case .record(let answer): hasher.combine(answer.status)
        }
    }
}
