/// Reads an export, a file that may grow, from where it was left: says what to ask for, takes the bytes, gives pages.
///
/// ```
/// while case .fetch(let fetch) = poll.next() {
///     guard try poll.begin(head) == .read else { continue }
///     for chunk in body { try poll.feed(chunk); while let page = poll.takePage(atMost: 500) { commit(page) } }
///     try poll.finish()
///     while let page = poll.takePage(atMost: 500) { commit(page) }
/// }
/// ```
/// The file is asked for from a little before the place reached. If the bytes there are the ones read last time, it
/// has grown and reading goes on; else it is another file and is read from its beginning, as it is when its length is
/// the same but its validators are not. A server that sends everything where a part was asked for is read past what
/// is known. Reading again does no harm: known posts are recognised.
package struct ExportPoll: Sendable {
    private enum Stage: Sendable {
        case asking(ExportFetch)
        case reading(fetch: ExportFetch, head: ExportHead)
        case done
    }

    private let format: ExportFormat
    private let isLocalFile: Bool
    private let acceptsUnterminatedTail: Bool
    private let recordLimit: Int
    private var stage: Stage
    private var body: ExportBody?
    /// The cursor that was saved last.
    private var saved: ExportCursor?
    private var hasBegunAnew = false
    private var wasCut = false

    /// - Parameters:
    ///   - isLocalFile: a `file:` URL. Its change is told from its bytes alone, for its time has whole seconds.
    ///   - cursor: as the last page had it; nil, or that of another format, reads from the beginning.
    ///   - acceptsUnterminatedTail: whether the last record counts although no line end follows it: an import reads
    ///     once. A source that is polled leaves it until it has stood there unchanged for one poll more.
    ///   - recordLimit: the most bytes a record may have.
    package init(
        format: ExportFormat, isLocalFile: Bool, cursor: ExportCursor? = nil, acceptsUnterminatedTail: Bool = false,
        recordLimit: Int = 1 << 20
    ) {
        self.format = format
        self.isLocalFile = isLocalFile
        self.acceptsUnterminatedTail = acceptsUnterminatedTail
        self.recordLimit = min(max(recordLimit, 16), 1 << 30)
        saved = cursor?.format == format.name ? cursor : nil
        stage = .done
        stage = .asking(question())
    }

    /// What to ask for, or that nothing is left to ask.
    package func next() -> ExportStep {
        if case .asking(let fetch) = stage { return .fetch(fetch) }
        return .done
    }

    /// Takes the head of the answer and says what to do with its body.
    ///
    /// Throws a ``ConnectorError`` for a status that brings no export. How long to wait after `limited` and
    /// `unavailable` stands in the answer's `Retry-After`, which is the caller's to read.
    package mutating func begin(_ head: ExportHead) throws(ConnectorError) -> ExportReading {
        guard case .asking(let fetch) = stage else { return .unchanged }
        switch head.status {
        case 0: try begin(fetch, head, at: fetch.rangeStart ?? 0)
        case 200: try begin(fetch, head, at: 0)
        case 206:
            let start = head.contentRangeStart ?? fetch.rangeStart ?? 0
            guard start == fetch.rangeStart ?? 0 else { return try beginAnew(head) }
            try begin(fetch, head, at: start)
        case 304:
            stage = .done
            return .unchanged
        case 416: return try beginAnew(head)
        default:
            stage = .done
            throw ConnectorError(status: head.status)
        }
        return .read
    }

    /// The range began beyond the end of the file: it is another one, or was cut. The next question asks for all of it.
    package mutating func failedBeyondEnd() throws(ConnectorError) {
        _ = try beginAnew(ExportHead(status: 416))
    }

    /// Takes the next bytes of the body. False when no more of them are needed: leave the body and ask ``next()``.
    ///
    /// Throws a ``ConnectorError`` when the file is not in the format, or lacks a column of it.
    @discardableResult
    package mutating func feed(_ bytes: UnsafeRawBufferPointer) throws(ConnectorError) -> Bool {
        guard case .reading = stage else { return false }
        let span = unsafe bytes.bytes
        try body?.feed(span)
        return !turnBack()
    }

    /// Takes the next bytes of the body.
    @discardableResult
    package mutating func feed(_ bytes: [UInt8]) throws(ConnectorError) -> Bool {
        guard case .reading = stage else { return false }
        try unsafe body?.feed(bytes.span.bytes)
        return !turnBack()
    }

    /// The body has come to its end. The rest of its records can be taken now, to the last one.
    package mutating func finish() throws(ConnectorError) {
        guard case .reading(let fetch, let head) = stage else { return }
        try body?.end(acceptsUnterminatedTail ? .takesTail : .leavesTail(unlessSeen: saved?.tail))
        if turnBack() { return }

        let grewByNothing = fetch.rangeStart != nil && body.map { Int64($0.size) } == saved?.size
        if grewByNothing, isOtherVersion(head) { askForAll() }
    }

    /// The transfer broke off. Complete records can still be taken; the next poll goes on behind them.
    package mutating func cutOff() throws(ConnectorError) {
        guard case .reading = stage else { return }
        wasCut = true
        try body?.end(.cut)
    }

    /// The next records, as soon as `most` of them are complete; fewer where they are large, and at the end of the
    /// body.
    ///
    /// The last page after ``finish()`` carries what is known of the whole file in its cursor, and holds no records
    /// when only that changed.
    package mutating func takePage(atMost most: Int) -> ExportPage? {
        guard case .reading(_, let head) = stage, var body = self.body else { return nil }
        // One owner of the bytes at a time: they would be copied otherwise.
        self.body = nil
        let records = body.takeRecords(atMost: max(most, 1))
        let isLast = body.isExhausted
        var cursor = body.place
        if isLast, !wasCut {
            cursor.etag = head.etag
            cursor.lastModified = head.lastModified
            cursor.size = Int64(body.size)
            cursor.tail = body.tail
        }
        self.body = body
        if isLast {
            stage = .done
            self.body = nil
        }

        guard let records else {
            guard isLast, !wasCut, cursor != saved else { return nil }
            saved = cursor
            return ExportPage(reports: [], broken: [], brandAuthors: [], rows: 0, cursor: cursor)
        }
        saved = cursor
        return ExportPage(
            reports: records.reports, broken: records.broken, brandAuthors: records.brandAuthors, rows: records.rows,
            cursor: cursor)
    }

    // MARK: - Questions

    private func question() -> ExportFetch {
        guard let saved, saved.offset > 0 else {
            return ExportFetch(etag: nil, lastModified: nil, rangeStart: nil, wantsIdentityEncoding: false)
        }
        // A record that was left at the end is asked for again, whether or not anything has changed.
        let mayBeUnchanged = !isLocalFile && saved.tail == nil
        return ExportFetch(
            etag: mayBeUnchanged ? saved.etag : nil, lastModified: mayBeUnchanged ? saved.lastModified : nil,
            rangeStart: saved.offset - Int64(saved.read.count), wantsIdentityEncoding: true)
    }

    private mutating func askForAll() {
        hasBegunAnew = true
        body = nil
        stage = .asking(ExportFetch(etag: nil, lastModified: nil, rangeStart: nil, wantsIdentityEncoding: false))
    }

    private mutating func beginAnew(_ head: ExportHead) throws(ConnectorError) -> ExportReading {
        guard case .asking(let fetch) = stage, fetch.rangeStart != nil, !hasBegunAnew else {
            stage = .done
            throw ConnectorError(status: head.status)
        }
        askForAll()
        return .again
    }

    /// Asks for the whole file when the body has proved to be of another one.
    private mutating func turnBack() -> Bool {
        guard body?.isReplaced == true else { return false }
        askForAll()
        return true
    }

    /// Begins a body whose first byte is at `start` of the file.
    private mutating func begin(_ fetch: ExportFetch, _ head: ExportHead, at start: Int64) throws(ConnectorError) {
        stage = .reading(fetch: fetch, head: head)
        guard let rangeStart = fetch.rangeStart, let saved else {
            body = ExportBody(format, limit: recordLimit)
            return
        }
        // The whole file came, and is shorter than what was read of it: another one, and here it is.
        if start == 0, rangeStart > 0, let length = head.contentLength, length < saved.offset {
            hasBegunAnew = true
            body = ExportBody(format, limit: recordLimit)
            return
        }
        body = try ExportBody(format, limit: recordLimit, after: saved, skipping: rangeStart - start)
    }

    /// Whether the answer is of another version than the one read to its end.
    private func isOtherVersion(_ head: ExportHead) -> Bool {
        guard let saved else { return false }
        if let before = saved.etag, let now = head.etag { return before != now }
        if let before = saved.lastModified, let now = head.lastModified { return before != now }
        return false
    }
}
