import Synchronization

/// The open intervals of a calendar as far as they were ever asked for.
///
/// A cache, and no observable state: readers take whatever generation is there without a lock, and who needs more than it holds builds a
/// larger one and puts it in its place. When two do so at once, one of them throws its work away.
@safe final class OpenIndex: Sendable {
    private let source: IntervalSource
    private let newest: Atomic<Unmanaged<OpenIntervals>?>

    init(_ source: IntervalSource) {
        self.source = source
        unsafe newest = Atomic(nil)
    }

    deinit {
        unsafe newest.load(ordering: .acquiring)?.release()
    }

    /// The bytes it takes, roughly.
    var footprint: Int {
        guard let intervals = unsafe newest.load(ordering: .acquiring) else { return 0 }
        return unsafe intervals._withUnsafeGuaranteedRef { $0.footprint }
    }

    /// The open seconds of `from ..< to`, both within the domain.
    @inline(__always)
    func elapsed(from: Int64, to: Int64) -> Int64 {
        let intervals = unsafe covering(min(from, to), max(from, to))
        return unsafe intervals._withUnsafeGuaranteedRef { $0.open(before: to) - $0.open(before: from) }
    }

    /// The earliest instant `span` open seconds after `from`; `span` is positive.
    @inline(__always)
    func deadline(from: Int64, span: Int64) -> Int64? {
        var intervals = unsafe covering(from, from)
        let (total, overflow) = unsafe intervals._withUnsafeGuaranteedRef { $0.open(before: from) }
            .addingReportingOverflow(span)
        guard !overflow else { return nil }
        while unsafe intervals._withUnsafeGuaranteedRef({ $0.openThroughAll < total }) {
            let last = unsafe intervals._withUnsafeGuaranteedRef { $0.last }
            guard last < IntervalSource.lastChunk else { return nil }
            unsafe intervals = grown(low: last, high: last + 1)
        }
        return unsafe intervals._withUnsafeGuaranteedRef { $0.instant(reaching: total) }
    }

    /// The latest instant `span` open seconds before `from`; `span` is positive.
    @inline(__always)
    func start(before from: Int64, span: Int64) -> Int64? {
        var intervals = unsafe covering(from, from)
        let (total, overflow) = unsafe intervals._withUnsafeGuaranteedRef { $0.open(before: from) }
            .subtractingReportingOverflow(span)
        guard !overflow else { return nil }
        while unsafe intervals._withUnsafeGuaranteedRef({ $0.openBeforeAll > total }) {
            let first = unsafe intervals._withUnsafeGuaranteedRef { $0.first }
            guard first > 0 else { return nil }
            unsafe intervals = grown(low: first - 1, high: first)
        }
        return unsafe intervals._withUnsafeGuaranteedRef { $0.instant(leaving: total) }
    }

    /// The first open instant at or after `seconds`.
    func opening(atOrAfter seconds: Int64) -> Int64? {
        interval(atOrAfter: seconds)?.start
    }

    /// The end of the open time that contains the first open instant at or after `seconds`; the end of the domain when it never ends.
    func closing(atOrAfter seconds: Int64) -> Int64? {
        guard let end = interval(atOrAfter: seconds)?.end else { return nil }
        // Only where two chunks meet may an interval have been cut.
        guard end & (IntervalChunk.length - 1) == 0, end < Instant.domainEnd.seconds else { return end }
        var intervals = unsafe covering(end, end)
        while true {
            if let end = unsafe intervals._withUnsafeGuaranteedRef({ $0.end(ofOpenTimeReaching: end) }) { return end }
            let last = unsafe intervals._withUnsafeGuaranteedRef { $0.last }
            guard last < IntervalSource.lastChunk else { return Instant.domainEnd.seconds }
            unsafe intervals = grown(low: last, high: last + 1)
        }
    }

    /// The first open instant at or after `seconds` and the end of its interval within its chunk.
    private func interval(atOrAfter seconds: Int64) -> (start: Int64, end: Int64)? {
        var intervals = unsafe covering(seconds, seconds)
        while true {
            if let found = unsafe intervals._withUnsafeGuaranteedRef({ $0.interval(atOrAfter: seconds) }) {
                return found
            }
            let last = unsafe intervals._withUnsafeGuaranteedRef { $0.last }
            guard last < IntervalSource.lastChunk else { return nil }
            unsafe intervals = grown(low: last, high: last + 1)
        }
    }

    /// A generation that holds both instants. It lives as long as this index: every generation keeps the one before it.
    @inline(__always)
    private func covering(_ low: Int64, _ high: Int64) -> Unmanaged<OpenIntervals> {
        let low = OpenIntervals.chunk(of: low)
        let high = OpenIntervals.chunk(of: high)
        if let current = unsafe newest.load(ordering: .acquiring),
            unsafe current._withUnsafeGuaranteedRef({ $0.contains(low, high) })
        {
            return unsafe current
        }
        return unsafe grown(low: low, high: high)
    }

    /// Puts a generation in place that holds the chunks `low` to `high`.
    @inline(never)
    private func grown(low: Int, high: Int) -> Unmanaged<OpenIntervals> {
        while true {
            let current = unsafe newest.load(ordering: .acquiring)
            if let current = unsafe current, unsafe current._withUnsafeGuaranteedRef({ $0.contains(low, high) }) {
                return unsafe current
            }
            let larger =
                unsafe current?._withUnsafeGuaranteedRef { $0.grown(low: low, high: high) }
                ?? OpenIntervals(source, chunks: low...high)
            let candidate = unsafe Unmanaged.passRetained(larger)
            if unsafe newest.compareExchange(expected: current, desired: candidate, ordering: .acquiringAndReleasing)
                .exchanged
            {
                // The successor holds its own reference to the predecessor; the index gives up the one it had.
                unsafe current?.release()
                return unsafe candidate
            }
            unsafe candidate.release()
        }
    }
}
