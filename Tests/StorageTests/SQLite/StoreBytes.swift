import Foundation
import Testing

/// A closed store's file, changed behind the product's back.
enum StoreBytes {
    /// The file format keeps `user_version` at byte 60, most significant byte first.
    static func schemaVersion(of file: URL) throws -> Int {
        try Data(contentsOf: file)[60..<64].reduce(0) { $0 << 8 | Int($1) }
    }

    /// Puts `other` wherever `bytes` stands, of the same length, and answers how often that was.
    @discardableResult
    static func replace(_ bytes: [UInt8], by other: [UInt8], in file: URL) throws -> Int {
        try #require(bytes.count == other.count)
        var data = try Data(contentsOf: file)
        var count = 0
        var start = data.startIndex
        while let found = data.range(of: Data(bytes), in: start..<data.endIndex) {
            data.replaceSubrange(found, with: other)
            start = found.upperBound
            count += 1
        }
        try data.write(to: file)
        return count
    }

    @discardableResult
    static func replace(_ text: String, by other: String, in file: URL) throws -> Int {
        try replace(Array(text.utf8), by: Array(other.utf8), in: file)
    }
}
