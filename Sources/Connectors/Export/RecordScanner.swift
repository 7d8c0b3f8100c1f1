/// Finds the records and fields in a stream that arrives in pieces, however it is cut.
///
/// A record ends at LF or CRLF outside quotes; a lone CR is text. A quote opens a quoted field only as the field's
/// first byte; anywhere else it is text. Lines with nothing in them are no records.
///
/// **Quotes that do not add up.** A quote that is never closed would swallow the rest of the file. Three signs give
/// it away: text between a closing quote and the next delimiter, a record over several lines that grows longer than
/// the limit, and the end of the stream inside quotes. The record is then given up as its *first line alone*, and
/// reading goes on with the line below it, so that the neighbours survive. Within the stretch that is read again the
/// limit shrinks (to 1/16, then 1/256, then one line), so that no byte is looked at more than four times, whatever
/// the bytes are. A single line longer than the limit is given up as a whole; only its first bytes are kept.
package struct RecordScanner: Sendable {
    package let layout: RecordLayout
    /// The most bytes a record may have.
    package let limit: Int

    /// Offset in the stream of the next byte to look at.
    package private(set) var position: Int
    /// Offset of the first byte that belongs to no finished record.
    package private(set) var openStart: Int
    /// The number of the line that begins there.
    package private(set) var openLine: Int

    /// The finished records, oldest first.
    package private(set) var records: [RecordSpan] = []
    private var fields: [FieldSpan] = []
    /// How many fields came before the first of `fields`, and before the open record.
    private var droppedFields = 0
    private var openFirstField = 0

    private enum State: UInt8, Sendable {
        /// At the first byte of a field.
        case atField
        case unquoted
        case quoted
        /// Behind a quote that closes the field, or is the first of two.
        case behindQuote
        /// Behind such a quote and a CR.
        case behindQuoteAndReturn
        /// In a line whose quotes do not add up.
        case lost
        /// In a line that is longer than the limit.
        case skipping
    }

    private var state = State.atField
    private var fieldStart: Int
    private var hasDoubledQuotes = false
    private var openFields = 0
    /// The first line break inside quotes of the open record, and how many there are.
    private var firstBreak: Int?
    private var breaks = 0
    private var kept: [UInt8]?
    /// Up to where each stretch that is read again reaches, the outermost first.
    private var retries: [Int] = []

    /// - Parameters:
    ///   - start: the offset in the stream at which reading begins, the start of a record.
    ///   - line: the number of the line that begins there.
    ///   - limit: the most bytes a record may have, at least 16 and at most 1 GiB.
    package init(layout: RecordLayout, start: Int = 0, line: Int = 1, limit: Int = 1 << 20) {
        self.layout = layout
        self.limit = min(max(limit, 16), 1 << 30)
        position = start
        openStart = start
        openLine = line
        fieldStart = start
    }

    /// Offset of the first byte that is still needed to read the finished records or go on scanning.
    package var neededFrom: Int {
        records.first?.start ?? (state == .skipping ? position : openStart)
    }

    /// Whether bytes of an unfinished record have been seen.
    package var hasOpenRecord: Bool { position > openStart }

    /// The fields of a finished record.
    package func fields(of record: RecordSpan) -> ArraySlice<FieldSpan> {
        let first = record.firstField - droppedFields
        return fields[first..<first + record.fieldCount]
    }

    /// Forgets the first `count` finished records.
    package mutating func drop(_ count: Int) {
        records.removeFirst(min(count, records.count))
        let unneeded = (records.first?.firstField ?? openFirstField) - droppedFields
        fields.removeFirst(unneeded)
        droppedFields += unneeded
    }

    /// Looks at the bytes that are there until `wanted` records are finished or no byte is left.
    ///
    /// - Parameter bytes: the stream from the offset `base` on; it must reach back to ``neededFrom``.
    package mutating func scan(_ bytes: Span<UInt8>, base: Int, wanted: Int) {
        let end = base + bytes.count
        while records.count < wanted, position < end {
            switch state {
            case .lost, .skipping: passLine(bytes, base: base)
            default: scanFields(bytes, base: base)
            }
        }
    }

    /// Takes the end of the stream for the end of the open record.
    ///
    /// Where that record is given up, its later lines are open again: scan and end once more until ``hasOpenRecord``
    /// is false.
    package mutating func endOfStream(_ bytes: Span<UInt8>, base: Int) {
        guard hasOpenRecord else { return }
        switch state {
        case .atField:
            // Behind a delimiter: one more field, with nothing in it.
            fieldStart = position
            hasDoubledQuotes = false
            closeField(at: position)
        case .unquoted:
            let hasReturn = position > fieldStart && bytes[position - 1 - base] == 0x0D
            closeField(at: hasReturn ? position - 1 : position)
        case .behindQuote: closeField(at: position - 1)
        case .behindQuoteAndReturn: closeField(at: position - 2)
        case .quoted: return firstBreak == nil ? giveUp(.quotes) : readAgain()
        case .lost: return giveUp(.quotes)
        case .skipping: return giveUp(.tooLong)
        }
        closeRecord()
    }

    // MARK: - The open record

    /// How far ``walk(_:base:)`` came.
    private enum Walk {
        case ranOut
        case recordEnds
        case quotesDoNotAddUp
        /// The first line break inside quotes was passed: another limit holds from here on.
        case wentOver
    }

    private mutating func scanFields(_ bytes: Span<UInt8>, base: Int) {
        let stop = min(bytes.count, openStart - base + allowance)
        var index = position - base
        let walk = index < stop ? walk(bytes, base: base, from: &index, to: stop) : .ranOut
        position = base + index

        switch walk {
        case .recordEnds:
            closeRecord()
        case .quotesDoNotAddUp:
            if firstBreak == nil { state = .lost } else { readAgain() }
        case .wentOver, .ranOut:
            guard position - openStart >= allowance else { return }
            if firstBreak == nil { keepBeginning(bytes, base: base) } else { readAgain() }
        }
    }

    /// The most bytes the open record may have, as far as it is known.
    private var allowance: Int {
        guard firstBreak != nil else { return limit }
        switch retries.count {
        case 0: return limit
        case 1: return limit / 16
        case 2: return limit / 256
        default: return 0
        }
    }

    private mutating func walk(_ bytes: Span<UInt8>, base: Int, from index: inout Int, to stop: Int) -> Walk {
        let delimiter: UInt8
        let knowsQuotes: Bool
        switch layout {
        case .lines: (delimiter, knowsQuotes) = (0x0A, false)
        case .csv(let byte): (delimiter, knowsQuotes) = (byte, true)
        }

        while index < stop {
            switch state {
            case .atField:
                fieldStart = base + index
                hasDoubledQuotes = false
                state = .unquoted
                guard knowsQuotes, bytes[index] == 0x22 else { continue }
                state = .quoted
                fieldStart += 1
                index += 1

            case .unquoted:
                var byte: UInt8 = 0
                while index < stop {
                    byte = bytes[index]
                    if byte == delimiter || byte == 0x0A { break }
                    index += 1
                }
                guard index < stop else { return .ranOut }
                let hasReturn = byte == 0x0A && base + index > fieldStart && bytes[index - 1] == 0x0D
                closeField(at: base + index - (hasReturn ? 1 : 0))
                index += 1
                if byte == 0x0A { return .recordEnds }

            case .quoted:
                var byte: UInt8 = 0
                while index < stop {
                    byte = bytes[index]
                    if byte == 0x22 || byte == 0x0A { break }
                    index += 1
                }
                guard index < stop else { return .ranOut }
                index += 1
                if byte == 0x22 {
                    state = .behindQuote
                } else {
                    breaks += 1
                    if firstBreak == nil {
                        firstBreak = base + index - 1
                        return .wentOver
                    }
                }

            case .behindQuote:
                switch bytes[index] {
                case 0x22:
                    state = .quoted
                    hasDoubledQuotes = true
                    index += 1
                case delimiter:
                    closeField(at: base + index - 1)
                    index += 1
                case 0x0A:
                    closeField(at: base + index - 1)
                    index += 1
                    return .recordEnds
                case 0x0D:
                    state = .behindQuoteAndReturn
                    index += 1
                default:
                    return .quotesDoNotAddUp
                }

            case .behindQuoteAndReturn:
                guard bytes[index] == 0x0A else { return .quotesDoNotAddUp }
                closeField(at: base + index - 2)
                index += 1
                return .recordEnds

            case .lost, .skipping:
                return .quotesDoNotAddUp
            }
        }
        return .ranOut
    }

    private mutating func closeField(at end: Int) {
        fields.append(
            FieldSpan(
                start: UInt32(truncatingIfNeeded: fieldStart - openStart),
                count: UInt32(truncatingIfNeeded: end - fieldStart), hasDoubledQuotes: hasDoubledQuotes))
        openFields += 1
        state = .atField
    }

    /// The record ends before `position`, the line break included.
    private mutating func closeRecord() {
        let isBlank = openFields == 1 && fields[fields.count - 1].count == 0 && fieldStart == openStart
        if isBlank {
            fields.removeLast()
        } else {
            records.append(
                RecordSpan(
                    start: openStart, end: position, line: openLine, firstField: openFirstField,
                    fieldCount: openFields, fault: nil, kept: nil))
            openFirstField += openFields
        }
        begin(at: position, line: openLine + breaks + 1)
    }

    /// The next record begins at `start`.
    private mutating func begin(at start: Int, line: Int) {
        position = start
        openStart = start
        openLine = line
        openFields = 0
        firstBreak = nil
        breaks = 0
        kept = nil
        state = .atField
        while let last = retries.last, start >= last { retries.removeLast() }
    }

    // MARK: - Records that cannot be used

    /// The record over several lines is its first line; what follows is read again.
    private mutating func readAgain() {
        guard let firstBreak else { return }
        if retries.count < 3 { retries.append(position) }
        position = firstBreak + 1
        giveUp(.quotes)
    }

    /// The record is what stands before `position`, and of no use.
    private mutating func giveUp(_ fault: RecordSpan.Fault) {
        fields.removeLast(openFields)
        records.append(
            RecordSpan(
                start: openStart, end: position, line: openLine, firstField: openFirstField, fieldCount: 0,
                fault: fault, kept: kept))
        begin(at: position, line: openLine + 1)
    }

    /// The line is longer than the limit: its first bytes are kept, the rest is passed over.
    private mutating func keepBeginning(_ bytes: Span<UInt8>, base: Int) {
        var beginning: [UInt8] = []
        beginning.reserveCapacity(limit)
        for index in openStart - base..<position - base { beginning.append(bytes[index]) }
        kept = beginning
        state = .skipping
    }

    /// Passes over the rest of a line that is of no use.
    private mutating func passLine(_ bytes: Span<UInt8>, base: Int) {
        var index = position - base
        let stop = state == .lost ? min(bytes.count, openStart - base + limit) : bytes.count
        while index < stop, bytes[index] != 0x0A { index += 1 }
        let foundEnd = index < stop
        position = base + index + (foundEnd ? 1 : 0)

        if foundEnd {
            giveUp(state == .lost ? .quotes : .tooLong)
        } else if state == .lost, position - openStart >= limit {
            keepBeginning(bytes, base: base)
        }
    }
}
