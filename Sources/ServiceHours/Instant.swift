/// A number of whole seconds.
package typealias Seconds = Int64

/// A point in time: whole POSIX seconds since 1970-01-01T00:00:00Z, leap seconds not counted.
///
/// Every rule of the product reckons in these. What a platform says with a finer clock is kept beside it, for ordering only.
/// Sums and differences stop at the ends of `Int64` instead of trapping: an absurd span from outside yields an absurd instant.
package struct Instant: Hashable, Comparable, Sendable {
    /// Seconds since 1970-01-01T00:00:00Z; negative before.
    package let seconds: Int64

    package init(seconds: Int64) {
        self.seconds = seconds
    }

    package static func < (left: Instant, right: Instant) -> Bool {
        left.seconds < right.seconds
    }

    package static func + (instant: Instant, span: Seconds) -> Instant {
        Instant(seconds: instant.seconds.addingWithinBounds(span))
    }

    package static func - (instant: Instant, span: Seconds) -> Instant {
        Instant(seconds: instant.seconds.subtractingWithinBounds(span))
    }

    /// The seconds from `right` to `left`; negative when `left` is the earlier one.
    package static func - (left: Instant, right: Instant) -> Seconds {
        left.seconds.subtractingWithinBounds(right.seconds)
    }
}

extension Instant {
    /// 1970-01-01T00:00:00Z, where service time begins: everything earlier is closed.
    package static let domainStart = Instant(seconds: 0)

    /// 2200-01-01T00:00:00Z, where service time ends: everything from here on is closed.
    package static let domainEnd = Instant(seconds: 7_258_118_400)
}
