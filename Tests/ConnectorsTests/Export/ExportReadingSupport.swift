import Connectors
import Dialogue
import Foundation

/// What a poll made of a file.
struct ExportOutcome: Equatable {
    var reports: [PostReport] = []
    var broken: [BrokenRecord] = []
    var brands: [Author] = []
    var pages: [ExportPage] = []
    var fetches: [ExportFetch] = []
    var cursor: ExportCursor?

    var posts: [Post] {
        reports.compactMap { if case .said(let post) = $0 { post } else { nil } }
    }

    var ids: [String] { reports.map(\.key.remoteID) }
}

/// Where a body is cut into pieces.
enum Pieces {
    case whole
    case bytes(Int)
    /// Lengths of 0 to 40 bytes, the same for the same seed.
    case random(seed: UInt64)

    func cut(_ bytes: [UInt8]) -> [[UInt8]] {
        var pieces: [[UInt8]] = []
        var rest = bytes[...]
        var generator = SeededGenerator(seed: seed)
        while !rest.isEmpty {
            let length =
                switch self {
                case .whole: rest.count
                case .bytes(let count): count
                case .random: Int.random(in: 0...40, using: &generator)
                }
            pieces.append(Array(rest.prefix(length)))
            rest = rest.dropFirst(length)
        }
        return pieces
    }

    private var seed: UInt64 {
        if case .random(let seed) = self { seed } else { 0 }
    }
}

/// SplitMix64: the same numbers for the same seed.
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

/// A server, or a disk, that holds one file.
struct FileHost {
    var bytes: [UInt8]
    var etag: String?
    var lastModified: String?
    /// A `file:` URL rather than HTTP.
    var isLocal = false
    var answersRanges = true
    var tellsLength = true

    /// The answer to a question; nil where a range begins beyond the end of a local file.
    func answer(_ fetch: ExportFetch) -> (head: ExportHead, body: [UInt8])? {
        let isSame =
            (fetch.etag != nil && fetch.etag == etag)
            || (fetch.lastModified != nil && fetch.lastModified == lastModified)
        if isSame { return (ExportHead(status: 304), []) }
        guard let start = fetch.rangeStart, answersRanges || isLocal else {
            return (head(isLocal ? 0 : 200, bytes.count, nil), bytes)
        }
        if start >= Int64(bytes.count) { return isLocal ? nil : (ExportHead(status: 416), []) }
        let body = Array(bytes[Int(start)...])
        return (head(isLocal ? 0 : 206, body.count, isLocal ? nil : start), body)
    }

    private func head(_ status: Int, _ length: Int, _ start: Int64?) -> ExportHead {
        ExportHead(
            status: status, etag: etag, lastModified: lastModified, contentLength: tellsLength ? Int64(length) : nil,
            contentRangeStart: start)
    }
}

/// Polls `host` once, as the shell does.
func poll(
    _ host: FileHost, _ format: ExportFormat, after cursor: ExportCursor? = nil, takesTail: Bool = false,
    pieces: Pieces = .whole, page: Int = 500, recordLimit: Int = 1 << 20
) throws -> ExportOutcome {
    var outcome = ExportOutcome()
    outcome.cursor = cursor
    var poll = ExportPoll(
        format: format, isLocalFile: host.isLocal, cursor: cursor, acceptsUnterminatedTail: takesTail,
        recordLimit: recordLimit)

    func keep(_ page: ExportPage) throws {
        outcome.reports += page.reports
        outcome.broken += page.broken
        for brand in page.brandAuthors where !outcome.brands.contains(brand) { outcome.brands.append(brand) }
        outcome.pages.append(page)
        outcome.cursor = try ExportCursor(encoded: page.cursor.encoded)
    }

    while case .fetch(let fetch) = poll.next() {
        outcome.fetches.append(fetch)
        guard outcome.fetches.count < 4 else { throw PollDoesNotEnd() }
        guard let (head, body) = host.answer(fetch) else {
            try poll.failedBeyondEnd()
            continue
        }
        guard try poll.begin(head) == .read else { continue }
        for piece in pieces.cut(body) {
            guard try poll.feed(piece) else { break }
            while let page = poll.takePage(atMost: page) { try keep(page) }
        }
        try poll.finish()
        while let page = poll.takePage(atMost: page) { try keep(page) }
    }
    return outcome
}

struct PollDoesNotEnd: Error {}

/// Reads bytes as an import does: once, to the last of them.
func read(
    _ bytes: some Sequence<UInt8>, _ format: ExportFormat, pieces: Pieces = .whole, page: Int = 500,
    recordLimit: Int = 1 << 20
) throws -> ExportOutcome {
    try poll(
        FileHost(bytes: Array(bytes)), format, takesTail: true, pieces: pieces, page: page, recordLimit: recordLimit)
}

enum ProjectFiles {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    static func fixture(_ path: String) throws -> [UInt8] {
        Array(try Data(contentsOf: root.appending(path: "fixtures/\(path)")))
    }

    static func template(_ path: String) throws -> String {
        try String(contentsOf: root.appending(path: "templates/\(path)"), encoding: .utf8)
    }

    /// Data kept beside the project; nil, with a sentence, where it is not.
    static func besides(_ path: String) -> [UInt8]? {
        guard let data = try? Data(contentsOf: root.appending(path: "../shared/data/\(path)")) else {
            print("Skipped: shared/data/\(path) is not beside the project.")
            return nil
        }
        return Array(data)
    }
}
