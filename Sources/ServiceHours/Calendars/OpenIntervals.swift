/// The open intervals of a calendar for an unbroken span of chunks, with the open seconds before each of them.
///
/// Immutable: growing makes a new one that shares the chunks and keeps its predecessor alive, so that a reader who still looks at the old
/// one never loses it. Running totals count from the beginning of the first chunk ever built and are the same in every generation.
final class OpenIntervals: Sendable {
    private let source: IntervalSource
    /// The number of the first chunk, counted from the beginning of the domain.
    let first: Int
    /// Running totals at the beginning of each chunk and at the end of the last.
    private let openBefore: [Int64]
    /// Dropped where a calendar of countless tiny intervals would take too much memory: such a chunk is worked out again when asked for.
    private let chunks: [IntervalChunk]
    private let intervalCount: Int
    private let predecessor: OpenIntervals?

    /// Beyond so many intervals (12 MB) chunks are no longer kept; an hour-by-hour calendar of the whole domain stays below.
    private static let mostIntervals = 1_500_000

    /// The index of one span of chunks.
    init(_ source: IntervalSource, chunks span: ClosedRange<Int>) {
        self.source = source
        first = span.lowerBound
        var growth = Growth(limit: Self.mostIntervals)
        growth.append(span, of: source)
        openBefore = growth.totals
        chunks = growth.chunks
        intervalCount = growth.intervalCount
        predecessor = nil
    }

    /// The index grown downwards and upwards to contain a span of chunks.
    private init(_ smaller: OpenIntervals, span: ClosedRange<Int>) {
        source = smaller.source
        first = min(span.lowerBound, smaller.first)
        var growth = Growth(limit: Self.mostIntervals - smaller.intervalCount)
        if span.lowerBound < smaller.first { growth.append(span.lowerBound...smaller.first - 1, of: source) }
        let shift = smaller.openBefore[0] - (growth.totals.last ?? 0)
        growth.append(chunks: smaller.chunks, totals: smaller.openBefore, shift: -shift)
        if span.upperBound > smaller.last { growth.append(smaller.last + 1...span.upperBound, of: source) }
        openBefore = growth.totals.map { $0 + shift }
        chunks = growth.chunks
        intervalCount = smaller.intervalCount + growth.intervalCount
        predecessor = smaller
    }

    private struct Growth {
        var limit: Int
        var totals: [Int64] = [0]
        var chunks: [IntervalChunk] = []
        var intervalCount = 0

        mutating func append(_ span: ClosedRange<Int>, of source: IntervalSource) {
            source.forEachChunk(of: span) { chunk in
                let isKept = intervalCount + chunk.intervalCount <= limit
                chunks.append(isKept ? chunk : .dropped)
                totals.append((totals.last ?? 0) + chunk.total)
                if isKept { intervalCount += chunk.intervalCount }
            }
        }

        mutating func append(chunks known: [IntervalChunk], totals knownTotals: [Int64], shift: Int64) {
            chunks += known
            totals += knownTotals.dropFirst().map { $0 + shift }
        }
    }

    /// The number of the last chunk.
    var last: Int { first + chunks.count - 1 }

    /// The bytes that this generation and the chunks it shares take, roughly.
    var footprint: Int {
        intervalCount * MemoryLayout<IntervalChunk.Entry>.stride + chunks.count * 2_400 + 200
    }

    func contains(_ low: Int, _ high: Int) -> Bool {
        first <= low && high <= last
    }

    /// A generation that also contains the chunks `low` to `high`; at least doubled in each direction it grows.
    func grown(low: Int, high: Int) -> OpenIntervals {
        let bottom = low < first ? max(0, min(low, first - chunks.count)) : first
        let top = high > last ? min(IntervalSource.lastChunk, max(high, last + chunks.count)) : last
        return OpenIntervals(self, span: bottom...top)
    }

    /// The chunk that holds an instant of the domain.
    static func chunk(of seconds: Int64) -> Int {
        Int(seconds >> IntervalChunk.lengthBits)
    }

    // MARK: Questions. The caller has made sure that the chunks they touch are there.

    /// The running total at `seconds`.
    @inline(__always)
    func open(before seconds: Int64) -> Int64 {
        let index = Self.chunk(of: seconds) - first
        let second = UInt32(truncatingIfNeeded: seconds & (IntervalChunk.length - 1))
        if chunks[index].isDropped { return openBefore[index] + rebuilt(index).open(before: second) }
        return openBefore[index] + chunks[index].open(before: second)
    }

    /// The running totals at both ends.
    var openBeforeAll: Int64 { openBefore[0] }
    var openThroughAll: Int64 { openBefore[openBefore.count - 1] }

    /// The earliest instant with a running total of `total`, which lies above the first and not above the last.
    @inline(__always)
    func instant(reaching total: Int64) -> Int64 {
        let index = search { $0 < total }
        let open = UInt32(truncatingIfNeeded: total - openBefore[index])
        if chunks[index].isDropped { return start(of: index) + rebuilt(index).second(endingOpen: open) }
        return start(of: index) + chunks[index].second(endingOpen: open)
    }

    /// The latest instant with a running total of `total`, which lies not below the first and below the last.
    @inline(__always)
    func instant(leaving total: Int64) -> Int64 {
        let index = search { $0 <= total }
        let open = UInt32(truncatingIfNeeded: total - openBefore[index])
        if chunks[index].isDropped { return start(of: index) + rebuilt(index).second(beginningOpen: open) }
        return start(of: index) + chunks[index].second(beginningOpen: open)
    }

    /// The first open instant at or after `seconds` and the end of its interval within its chunk; nil when there is none in this generation.
    func interval(atOrAfter seconds: Int64) -> (start: Int64, end: Int64)? {
        var index = Self.chunk(of: seconds) - first
        let second = UInt32(truncatingIfNeeded: seconds & (IntervalChunk.length - 1))
        let chunk = chunk(index)
        let count = chunk.count(through: second)
        if count > 0, chunk.end(of: count - 1) > Int64(second) {
            return (seconds, start(of: index) + chunk.end(of: count - 1))
        }
        if count < chunk.intervalCount {
            return (start(of: index) + Int64(chunk.entries[count].start), start(of: index) + chunk.end(of: count))
        }
        let passed = openBefore[index + 1]
        guard passed < openThroughAll else { return nil }
        index = search { $0 <= passed }
        let found = self.chunk(index)
        return (start(of: index) + Int64(found.entries[0].start), start(of: index) + found.end(of: 0))
    }

    /// The end of the open time that lasts up to `seconds`, the beginning of a chunk, and may go on in it; nil when it lasts through
    /// this generation.
    func end(ofOpenTimeReaching seconds: Int64) -> Int64? {
        let next = Self.chunk(of: seconds) - first
        // Closed time grows like open time, so the first chunk with some of it is found the same way.
        let passed = closed(before: next)
        var low = next
        var size = chunks.count - next
        while size > 0 {
            let half = (size + 1) / 2
            low += closed(before: low + half) <= passed ? half : 0
            size -= half
        }
        guard low < chunks.count else { return nil }
        let found = chunk(low)
        let lastsOn = found.intervalCount > 0 && found.entries[0].start == 0
        return start(of: low) + (lastsOn ? found.end(of: 0) : 0)
    }

    /// The closed seconds before a chunk, or before the end of the last, up to a constant.
    private func closed(before index: Int) -> Int64 {
        Int64(index) << IntervalChunk.lengthBits - openBefore[index]
    }

    /// The chunk whose running total at the end is the first for which the test fails.
    @inline(__always)
    private func search(_ test: (Int64) -> Bool) -> Int {
        var low = 0
        var size = chunks.count - 1
        while size > 0 {
            let half = (size + 1) / 2
            low += test(openBefore[low + half]) ? half : 0
            size -= half
        }
        return low
    }

    private func start(of index: Int) -> Int64 {
        Int64(first + index) << IntervalChunk.lengthBits
    }

    private func chunk(_ index: Int) -> IntervalChunk {
        chunks[index].isDropped ? rebuilt(index) : chunks[index]
    }

    @inline(never)
    private func rebuilt(_ index: Int) -> IntervalChunk {
        source.chunk(first + index)
    }
}
