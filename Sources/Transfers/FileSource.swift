import Foundation
import HTTPTypes

/// A regular file, read from an offset up to the size it had when it was opened.
///
/// Not through libcurl, which reads a whole file in one go on the thread that serves all other transfers and cannot
/// pause in it.
final class FileSource: Sendable {
    /// Bytes read at once.
    private static let pieceBytes = 256 << 10

    let head: TransferHead
    let bytesToRead: Int64
    private let descriptor: Int32
    private let place: String
    private let end: Int64
    private let position: Guarded<Int64>

    /// - Throws: `bad-request`, `file-unreadable`, `file-shrunk` (the offset lies behind the end).
    init(_ request: TransferRequest, _ target: TransferTarget) throws(TransferError) {
        place = target.place
        guard request.method == .get, request.body.isEmpty, request.purpose == .read, request.offset >= 0 else {
            throw TransferError(.badRequest, place: place)
        }
        // Without blocking, so that a pipe laid in the file's place cannot stop us.
        descriptor = unsafe open(target.path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        var facts = stat()
        guard descriptor >= 0, unsafe fstat(descriptor, &facts) == 0, facts.st_mode & S_IFMT == S_IFREG else {
            if descriptor >= 0 { close(descriptor) }
            throw TransferError(.fileUnreadable, place: place)
        }
        guard request.offset <= facts.st_size else {
            close(descriptor)
            throw TransferError(.fileShrunk, place: place)
        }

        let fields = FileSource.fields(facts, from: request.offset)
        let isUnchanged = fields[.eTag] == request.headers[.ifNoneMatch]
        let status: HTTPResponse.Status = isUnchanged ? .notModified : request.offset > 0 ? .partialContent : .ok
        head = TransferHead(status: status, fields: fields, url: target.url)
        end = isUnchanged ? request.offset : Int64(facts.st_size)
        bytesToRead = end - request.offset
        position = Guarded(request.offset)
    }

    deinit {
        close(descriptor)
    }

    /// The same facts a server would send; the entity tag changes when the file does.
    private static func fields(_ facts: stat, from offset: Int64) -> HTTPFields {
        var fields = HTTPFields()
        let modified = facts.modified
        fields[.contentLength] = String(Int64(facts.st_size) - offset)
        fields[.lastModified] = HTTPDate(secondsSince1970: Int64(modified.tv_sec)).text
        fields[.eTag] = "\"\(facts.st_ino)-\(facts.st_size)-\(modified.tv_sec).\(modified.tv_nsec)\""
        return fields
    }

    /// The next bytes; nil at the end.
    ///
    /// - Throws: `cancelled`, `file-unreadable`, `body-cut` (the file was shortened meanwhile).
    func next() throws(TransferError) -> [UInt8]? {
        if Task.isCancelled { throw TransferError(.cancelled, place: place) }
        return try position.withLock { (position) throws(TransferError) -> [UInt8]? in
            let wanted = Int(min(Int64(FileSource.pieceBytes), end - position))
            guard wanted > 0 else { return nil }
            var failed = false
            let piece = unsafe [UInt8](unsafeUninitializedCapacity: wanted) { bytes, count in
                let got = unsafe pread(descriptor, bytes.baseAddress, wanted, off_t(position))
                failed = got < 0
                count = max(0, got)
            }
            if failed { throw TransferError(.fileUnreadable, place: place) }
            if piece.isEmpty { throw TransferError(.bodyCut, place: place) }
            position += Int64(piece.count)
            return piece
        }
    }

    /// The rest in one piece.
    ///
    /// - Throws: like ``next()``, and `answer-too-large`.
    func whole(atMost limit: Int) throws(TransferError) -> Data {
        guard bytesToRead <= limit else { throw TransferError(.answerTooLarge, place: place) }
        var body = Data(capacity: Int(bytesToRead))
        while let piece = try next() { body.append(contentsOf: piece) }
        return body
    }
}

extension stat {
    fileprivate var modified: timespec {
        #if canImport(Darwin)
            st_mtimespec
        #else
            st_mtim
        #endif
    }
}
