import Foundation

/// How far an export has been read: kept with each page, so that the next poll goes on behind it.
package struct ExportCursor: Hashable, Sendable {
    /// Raised when older programs could no longer understand it.
    static let version = 1

    /// The format it belongs to: of another format it means nothing.
    var format: String
    /// What the server said about the version that was read *to its end*, to be sent back byte for byte.
    var etag: String?
    var lastModified: String?
    /// Bytes up to the end of the last complete record.
    var offset: Int64 = 0
    /// The number of the line that begins there, from 1.
    var line: Int = 1
    /// Records before it, the header not counted.
    var record: Int = 0
    /// The header of a CSV format as it was read, and the delimiter it spoke for.
    var header: [String]?
    var delimiter: UInt8?
    /// The last bytes before `offset`, to tell a file that has grown from another one.
    var read = StreamFingerprint([])
    /// How long the file was when it was read to its end.
    var size: Int64?
    /// The last record, which nothing ended, as it stood behind `offset` then: half written, or the last of its file.
    var tail: StreamFingerprint?

    init(format: String) {
        self.format = format
    }

    /// Reads what ``encoded`` wrote. Throws a ``ConnectorError`` of code `cursor` for anything else.
    package init(encoded: String) throws(ConnectorError) {
        let bytes = Data(encoded.utf8)
        let decoder = JSONDecoder()
        guard let marked = try? decoder.decode(Marked.self, from: bytes) else {
            throw ExportCursor.complaint("cannot be read")
        }
        guard marked.v == ExportCursor.version else {
            throw ExportCursor.complaint("was written by another version of the program (form \(marked.v))")
        }
        guard let cursor = try? decoder.decode(ExportCursor.self, from: bytes), cursor.isSound else {
            throw ExportCursor.complaint("cannot be read")
        }
        self = cursor
    }

    /// The cursor as one line of JSON.
    package var encoded: String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        // Strings and integers always encode; were it not so, the empty text would be refused when it is read.
        guard let bytes = try? encoder.encode(self) else { return "" }
        return String(decoding: bytes, as: UTF8.self)
    }

    private struct Marked: Decodable {
        let v: Int
    }

    private var isSound: Bool {
        let isInRange =
            offset >= 0 && offset < 1 << 60 && line >= 1 && line < 1 << 60 && record >= 0 && record < 1 << 60
        let proof = 0...min(Int64(StreamFingerprint.longest), max(offset, 0))
        return isInRange && proof.contains(Int64(read.count)) && (offset == 0 || read.count > 0)
            && (tail?.count ?? 0) >= 0
    }

    private static func complaint(_ reason: String) -> ConnectorError {
        ConnectorError(
            .cursor, at: "saved place of the export",
            advice:
                "\(reason); remove it, and the export is read from its beginning (posts that are known stay as they are)"
        )
    }
}

extension ExportCursor: Codable {
    private enum CodingKeys: String, CodingKey {
        case version = "v"
        case format, etag, offset, line, record, header, delimiter, read, size, tail
        case lastModified = "modified"
    }

    package init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        format = try values.decode(String.self, forKey: .format)
        etag = try values.decodeIfPresent(String.self, forKey: .etag)
        lastModified = try values.decodeIfPresent(String.self, forKey: .lastModified)
        offset = try values.decode(Int64.self, forKey: .offset)
        line = try values.decode(Int.self, forKey: .line)
        record = try values.decode(Int.self, forKey: .record)
        header = try values.decodeIfPresent([String].self, forKey: .header)
        delimiter = try values.decodeIfPresent(UInt8.self, forKey: .delimiter)
        read = try values.decode(StreamFingerprint.self, forKey: .read)
        size = try values.decodeIfPresent(Int64.self, forKey: .size)
        tail = try values.decodeIfPresent(StreamFingerprint.self, forKey: .tail)
    }

    package func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: CodingKeys.self)
        try values.encode(ExportCursor.version, forKey: .version)
        try values.encode(format, forKey: .format)
        try values.encodeIfPresent(etag, forKey: .etag)
        try values.encodeIfPresent(lastModified, forKey: .lastModified)
        try values.encode(offset, forKey: .offset)
        try values.encode(line, forKey: .line)
        try values.encode(record, forKey: .record)
        try values.encodeIfPresent(header, forKey: .header)
        try values.encodeIfPresent(delimiter, forKey: .delimiter)
        try values.encode(read, forKey: .read)
        try values.encodeIfPresent(size, forKey: .size)
        try values.encodeIfPresent(tail, forKey: .tail)
    }
}
