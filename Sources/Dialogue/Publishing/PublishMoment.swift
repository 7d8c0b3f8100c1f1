package import ServiceHours

/// Where and when a publishing run decides: everything it may compare with what an earlier one wrote down.
package struct PublishMoment: Hashable, Sendable {
    package let now: Instant
    package let boot: BootTime
    /// What tells this store and machine from a restored copy and a second host. Never empty.
    package let epoch: String

    package init(now: Instant, boot: BootTime, epoch: String) {
        self.now = now
        self.boot = boot
        self.epoch = epoch
    }
}

/// A time that no change of the wall clock moves.
package struct BootTime: Hashable, Sendable {
    /// Names one start of the machine.
    package let id: String
    /// Since that start, time asleep included.
    package let seconds: Seconds

    package init(id: String, seconds: Seconds) {
        self.id = id
        self.seconds = seconds
    }
}
