/// Works out the open intervals of a calendar, chunk by chunk.
struct IntervalSource: Sendable {
    let hours: OpeningHours
    let zone: ZoneRules
    let holidays: HolidaySet

    /// The chunk that holds the last instants of the domain.
    static let lastChunk = Int(Instant.domainEnd.seconds >> IntervalChunk.lengthBits)

    /// Hands over the chunks of a span one after another; what lies outside the domain is closed.
    func forEachChunk(of span: ClosedRange<Int>, _ body: (IntervalChunk) -> Void) {
        let start = Int64(span.lowerBound) << IntervalChunk.lengthBits
        let end = min(Int64(span.upperBound + 1) << IntervalChunk.lengthBits, Instant.domainEnd.seconds)
        var walk = WallClockWalk(hours: hours, zone: zone, holidays: holidays, start: start, end: end)
        for index in span {
            let chunkStart = Int64(index) << IntervalChunk.lengthBits
            var intervals: [Range<UInt32>] = []
            walk.walk(from: chunkStart, to: min(chunkStart + IntervalChunk.length, end)) { stretch in
                guard stretch.span.isOpen else { return true }
                let from = UInt32(stretch.start - chunkStart)
                let to = UInt32(stretch.end - chunkStart)
                if let last = intervals.last, last.upperBound == from {
                    intervals[intervals.count - 1] = last.lowerBound..<to
                } else {
                    intervals.append(from..<to)
                }
                return true
            }
            body(IntervalChunk(intervals))
        }
    }

    /// One chunk by itself.
    func chunk(_ index: Int) -> IntervalChunk {
        var chunk = IntervalChunk([])
        forEachChunk(of: index...index) { chunk = $0 }
        return chunk
    }
}
