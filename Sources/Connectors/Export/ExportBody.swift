import Dialogue

/// One answer's body on its way from bytes to records: keeps what is not yet read, and no more.
struct ExportBody: Sendable {
    /// A page ends early when its records hold more bytes than this.
    private static let pageBytes = 4 << 20

    /// The place behind the last record taken. Its validators and what is known of the file's end are not filled in.
    private(set) var place: ExportCursor
    /// The bytes before the place we went on from are not those read last time: it is another file.
    private(set) var isReplaced = false
    /// The last record, which nothing ended, when it was left for another time.
    private(set) var tail: StreamFingerprint?

    private let format: ExportFormat
    private let limit: Int
    private var reader: RecordReader?
    private var header = CSVHeader(names: [])
    private var scanner: RecordScanner?
    /// The stream from `base` on.
    private var bytes: [UInt8] = []
    private var base: Int
    /// Bytes of the body that come before `base`.
    private var unwanted: Int
    /// What the first bytes must prove to be.
    private var proof: StreamFingerprint?
    private var ending: Ending?

    /// What the end of the body means for a record that nothing ended.
    enum Ending: Sendable {
        /// It is the last of its file.
        case takesTail
        /// It may still be written to: it is taken when it stood there before, exactly so.
        case leavesTail(unlessSeen: StreamFingerprint?)
        /// The transfer broke: more is to come.
        case cut
    }

    /// A body that begins with the file.
    init(_ format: ExportFormat, limit: Int) {
        self.format = format
        self.limit = limit
        place = ExportCursor(format: format.name)
        base = 0
        unwanted = 0
    }

    /// A body that goes on behind a place, `skipping` the bytes that come before the proof of it.
    init(_ format: ExportFormat, limit: Int, after cursor: ExportCursor, skipping: Int64) throws(ConnectorError) {
        self.format = format
        self.limit = limit
        place = cursor
        place.etag = nil
        place.lastModified = nil
        place.size = nil
        place.tail = nil
        base = Int(cursor.offset) - cursor.read.count
        unwanted = Int(skipping)
        proof = cursor.read
        header = CSVHeader(names: cursor.header ?? [])
        reader = try format.reader(for: header)
    }

    /// The length of the stream as far as it was fed.
    var size: Int { base + bytes.count - unwanted }

    /// Whether every record that can be taken was taken.
    var isExhausted: Bool {
        guard ending != nil else { return false }
        guard let scanner else { return true }
        return scanner.records.isEmpty && scanner.position == base + bytes.count && !takesOpenRecord(scanner)
    }

    /// Takes the next bytes of the body. Throws when the file is not what the format says.
    mutating func feed(_ chunk: RawSpan) throws(ConnectorError) {
        guard !isReplaced, ending == nil else { return }
        let passed = min(unwanted, chunk.byteCount)
        unwanted -= passed
        guard passed < chunk.byteCount else { return }
        unsafe chunk.withUnsafeBytes { chunk in
            unsafe bytes.append(contentsOf: UnsafeRawBufferPointer(rebasing: chunk[passed...]))
        }
        try beginReading(isWhole: false)
    }

    /// The body is complete, or will not be.
    mutating func end(_ ending: Ending) throws(ConnectorError) {
        guard !isReplaced, self.ending == nil else { return }
        if proof != nil, unwanted > 0 || bytes.count < place.read.count {
            isReplaced = true
            return
        }
        switch ending {
        case .takesTail: try beginReading(isWhole: true)
        case .leavesTail(let seen):
            let stood = scanner == nil && !bytes.isEmpty && StreamFingerprint(bytes[...]) == seen
            try beginReading(isWhole: stood)
            if scanner == nil || reader == nil, !bytes.isEmpty { tail = StreamFingerprint(bytes[...]) }
        case .cut: break
        }
        self.ending = ending
    }

    /// The next records, when `most` of them are complete, or the body has ended and some are left.
    mutating func takeRecords(atMost most: Int) -> Records? {
        guard reader != nil, most > 0 else { return nil }
        advance(wanted: ending == nil ? most : most + 1)
        guard let scanner, let first = scanner.records.first else {
            settle()
            return nil
        }
        let isHeavy = scanner.position - first.start > ExportBody.pageBytes
        guard scanner.records.count >= most || ending != nil || isHeavy else { return nil }

        var count = 0
        for record in scanner.records.prefix(most) {
            guard count == 0 || record.end - first.start <= ExportBody.pageBytes else { break }
            count += 1
        }
        let records = read(count)
        self.scanner?.drop(count)
        settle()
        return records
    }

    // MARK: - The beginning

    /// Proves the place, or reads the header, as soon as enough bytes are there.
    private mutating func beginReading(isWhole: Bool) throws(ConnectorError) {
        if let proof {
            guard bytes.count >= proof.count else { return }
            guard StreamFingerprint(bytes[..<proof.count]) == proof else {
                isReplaced = true
                return
            }
            self.proof = nil
            scanner = RecordScanner(
                layout: layout(delimiter: place.delimiter), start: base + proof.count, line: place.line, limit: limit)
        }
        if scanner == nil {
            let firstLine = bytes.firstIndex(of: 0x0A)
            guard firstLine != nil || isWhole || bytes.count >= limit, !bytes.isEmpty else { return }
            try checkEncoding()
            let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
            place.delimiter = format.delimiter?.byte(
                firstLine: bytes[start..<max(firstLine ?? bytes.count, start)].span)
            scanner = RecordScanner(layout: layout(delimiter: place.delimiter), start: start, limit: limit)
        }
        if reader == nil {
            try readHeader(isWhole: isWhole)
            if reader != nil { settle() }
        }
    }

    private mutating func readHeader(isWhole: Bool) throws(ConnectorError) {
        guard format.delimiter != nil else {
            reader = try format.reader(for: header)
            return
        }
        guard var scanner = scanner.take() else { return }
        defer { self.scanner = scanner }
        scanner.scan(bytes.span, base: base, wanted: 1)
        if isWhole, scanner.records.isEmpty { scanner.endOfStream(bytes.span, base: base) }
        guard let record = scanner.records.first else { return }

        guard record.fault == nil else {
            throw ConnectorError(
                .format, at: "line \(record.line)",
                advice:
                    "the first line is no header of a CSV file; check the format of the source and what lies at its address"
            )
        }
        let fields = scanner.fields(of: record)
        let row = CSVRow(bytes: bytes, start: record.start - base, fields: fields, header: header)
        var names: [String] = []
        for column in fields.indices.map({ $0 - fields.startIndex }) {
            guard let name = try? row.text(column) else {
                throw ConnectorError(
                    .format, at: "header, column \(column + 1)",
                    advice: "the name is not UTF-8; export the file as UTF-8")
            }
            names.append(name)
        }
        header = CSVHeader(names: names)
        reader = try format.reader(for: header)
        place.header = names
        scanner.drop(1)
    }

    private func layout(delimiter: UInt8?) -> RecordLayout {
        delimiter.map { .csv(delimiter: $0) } ?? .lines
    }

    /// Refuses what is no UTF-8 text at all, before every line of it goes to quarantine.
    private func checkEncoding() throws(ConnectorError) {
        let first = bytes.prefix(3)
        let advice: String?
        if first.starts(with: [0xFF, 0xFE]) || first.starts(with: [0xFE, 0xFF]) {
            advice = "the file is UTF-16; export it as UTF-8"
        } else if first.starts(with: [0x1F, 0x8B]) || first.starts(with: [0x50, 0x4B, 0x03]) {
            advice = "the file is packed; unpack it first"
        } else {
            advice = nil
        }
        if let advice { throw ConnectorError(.format, at: "line 1", advice: advice) }
        if bytes.first(where: { $0 > 0x20 }) == 0x3C {
            throw ConnectorError(
                .format, at: "line 1",
                advice: "the file begins with <, like a web page; check the address of the source")
        }
    }

    // MARK: - Records

    /// Looks for records up to the end of what is there, and of the stream where its last record may be taken.
    private mutating func advance(wanted: Int) {
        guard var scanner = scanner.take() else { return }
        scanner.scan(bytes.span, base: base, wanted: wanted)
        while scanner.records.count < wanted, takesOpenRecord(scanner) {
            scanner.endOfStream(bytes.span, base: base)
            scanner.scan(bytes.span, base: base, wanted: wanted)
        }
        self.scanner = scanner
    }

    /// Whether the record that the end of the stream left open counts as ended.
    private func takesOpenRecord(_ scanner: RecordScanner) -> Bool {
        guard scanner.hasOpenRecord, scanner.position == base + bytes.count else { return false }
        switch ending {
        case .takesTail: return true
        case .leavesTail(let seen): return seen != nil && seen == openRecord(scanner)
        case .cut, nil: return false
        }
    }

    private func openRecord(_ scanner: RecordScanner) -> StreamFingerprint {
        let held = max(scanner.openStart, base) - base
        return StreamFingerprint(bytes[held...], count: scanner.position - scanner.openStart)
    }

    /// Notes the place reached, and lets go of bytes that are no longer needed.
    private mutating func settle() {
        guard let scanner else { return }
        let reached = scanner.records.first?.start ?? scanner.openStart
        if reached >= base, reached > Int(place.offset) || place.read.count == 0 {
            let before = max(reached - StreamFingerprint.longest, base)
            place.read = StreamFingerprint(bytes[before - base..<reached - base])
            place.offset = Int64(reached)
            place.line = scanner.records.first?.line ?? scanner.openLine
        }
        if case .leavesTail = ending, scanner.records.isEmpty, scanner.hasOpenRecord, !takesOpenRecord(scanner) {
            tail = openRecord(scanner)
        }

        let unneeded = min(scanner.neededFrom - StreamFingerprint.longest - base, bytes.count)
        // Moving the rest down costs its length: wait until it pays.
        guard unneeded > 1 << 16, unneeded > bytes.count / 2 else { return }
        bytes.removeFirst(unneeded)
        base += unneeded
    }

    /// Some records, read.
    struct Records {
        var reports: [PostReport] = []
        var broken: [BrokenRecord] = []
        var brandAuthors: [Author] = []
        var rows = 0
    }

    private mutating func read(_ count: Int) -> Records {
        guard let scanner, let reader else { return Records() }
        var result = Records()
        result.reports.reserveCapacity(count)
        var brands: Set<Author> = []
        let json = JSONLine()

        for record in scanner.records.prefix(count) {
            do throws(RowFault) {
                try check(record)
                switch reader {
                case .twcs(let reader):
                    guard let row = try row(record, scanner) else { continue }
                    let (post, isByBrand) = try reader.post(row)
                    result.reports.append(.said(post))
                    if isByBrand, brands.insert(post.author).inserted { result.brandAuthors.append(post.author) }
                case .mapped(let reader):
                    guard let row = try row(record, scanner) else { continue }
                    result.reports.append(.said(try reader.post(row)))
                case .posts(let reader):
                    let line = bytes[record.start - base..<record.end - base]
                    if line.allSatisfy({ $0 == 0x20 || (0x09...0x0D).contains($0) }) { continue }
                    try json.read(line)
                    result.reports.append(try reader.report(json))
                }
            } catch {
                result.broken.append(broken(record, number: place.record + result.rows + 1, error))
            }
            result.rows += 1
        }
        place.record += result.rows
        return result
    }

    private func check(_ record: RecordSpan) throws(RowFault) {
        switch record.fault {
        case .quotes:
            throw RowFault(
                .quotes, nil,
                "has quotes that do not add up, so it was read as this one line; close them or write them twice")
        case .tooLong:
            throw RowFault(.tooLong, nil, "is longer than \(limit) bytes, and only its beginning was kept; split it")
        case nil: return
        }
    }

    /// The fields of a record; nil when nothing is in them.
    private func row(_ record: RecordSpan, _ scanner: RecordScanner) throws(RowFault) -> CSVRow? {
        let fields = scanner.fields(of: record)
        let row = CSVRow(bytes: bytes, start: record.start - base, fields: fields, header: header)
        if row.isEmpty { return nil }
        guard fields.count == header.names.count else {
            throw RowFault(
                .columns, nil,
                "has \(fields.count) fields where the header has \(header.names.count); put texts that hold the delimiter in quotes"
            )
        }
        return row
    }

    private func broken(_ record: RecordSpan, number: Int, _ fault: RowFault) -> BrokenRecord {
        BrokenRecord(
            place: "record \(number) (line \(record.line))", code: fault.code, field: fault.field, reason: fault.reason,
            raw: record.kept ?? Array(bytes[record.start - base..<record.end - base]))
    }
}
