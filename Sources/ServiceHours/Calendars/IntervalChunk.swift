/// The open intervals of one stretch of 2²⁴ seconds (194 days) with running totals, relative to its beginning.
///
/// A coarse directory of 256 buckets leads a look-up by time to within a few entries, a binary search does the rest.
struct IntervalChunk: Sendable {
    struct Entry: Sendable {
        /// Where the interval begins, in seconds of the chunk.
        let start: UInt32
        /// The open seconds of the chunk before it.
        let openBefore: UInt32
    }

    /// The intervals, and an entry behind them that holds the chunk's length and its total.
    let entries: [Entry]
    /// For each bucket of time the number of intervals that begin before its end.
    private let byTime: [UInt32]
    /// For each bucket of open time the number of intervals that begin before its end.
    private let byOpenTime: [UInt32]

    /// Chunks are this many powers of two of a second long.
    static let lengthBits: Int64 = 24
    static let length: Int64 = 1 << lengthBits
    private static let bucketBits: UInt32 = 16

    /// The chunk for intervals in order that neither touch nor overlap, in seconds of the chunk.
    init(_ intervals: [Range<UInt32>]) {
        var entries: [Entry] = []
        entries.reserveCapacity(intervals.count + 1)
        var byTime = Self.emptyDirectory
        var byOpenTime = Self.emptyDirectory
        var total: UInt32 = 0
        for interval in intervals {
            entries.append(Entry(start: interval.lowerBound, openBefore: total))
            byTime[Int(interval.lowerBound >> Self.bucketBits)] += 1
            byOpenTime[Int(total >> Self.bucketBits)] += 1
            total += interval.upperBound - interval.lowerBound
        }
        entries.append(Entry(start: UInt32(Self.length), openBefore: total))
        for bucket in byTime.indices.dropFirst() {
            byTime[bucket] += byTime[bucket - 1]
            byOpenTime[bucket] += byOpenTime[bucket - 1]
        }
        self.entries = entries
        self.byTime = byTime
        self.byOpenTime = byOpenTime
    }

    /// What stands in for a chunk that is not kept.
    static let dropped = IntervalChunk()

    private init() {
        entries = []
        byTime = []
        byOpenTime = []
    }

    var isDropped: Bool { entries.isEmpty }

    private static let emptyDirectory = Array(repeating: UInt32(0), count: Int(length) >> Int(bucketBits))

    var intervalCount: Int { entries.count - 1 }

    /// The open seconds of the whole chunk.
    var total: Int64 { Int64(entries[entries.count - 1].openBefore) }

    /// The number of intervals that begin at or before `second`.
    @inline(__always)
    func count(through second: UInt32) -> Int {
        count(byTime, second) { $0.start <= second }
    }

    /// The open seconds before `second`.
    @inline(__always)
    func open(before second: UInt32) -> Int64 {
        let count = count(through: second)
        guard count > 0 else { return 0 }
        let entry = entries[count - 1]
        return Int64(min(second - entry.start + entry.openBefore, entries[count].openBefore))
    }

    /// Where the `open`th open second ends, counted from 1.
    @inline(__always)
    func second(endingOpen open: UInt32) -> Int64 {
        let entry = entries[count(byOpenTime, open) { $0.openBefore < open } - 1]
        return Int64(entry.start + (open - entry.openBefore))
    }

    /// Where the open second begins that has `open` open seconds before it, of which the chunk has more.
    @inline(__always)
    func second(beginningOpen open: UInt32) -> Int64 {
        let entry = entries[count(byOpenTime, open) { $0.openBefore <= open } - 1]
        return Int64(entry.start + (open - entry.openBefore))
    }

    /// The number of intervals for which the test holds; `key` belongs to the bucket in which it begins to fail.
    @inline(__always)
    private func count(_ directory: [UInt32], _ key: UInt32, _ test: (Entry) -> Bool) -> Int {
        let bucket = Int(key >> Self.bucketBits)
        var low = bucket == 0 ? 0 : Int(directory[bucket - 1])
        var size = Int(directory[bucket]) - low
        while size > 0 {
            let half = (size + 1) / 2
            low += test(entries[low + half - 1]) ? half : 0
            size -= half
        }
        return low
    }

    /// The end of an interval.
    func end(of index: Int) -> Int64 {
        Int64(entries[index].start + (entries[index + 1].openBefore - entries[index].openBefore))
    }
}
