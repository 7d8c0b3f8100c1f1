import Crypto

/// Names a value by what it consists of: SHA-256 over its parts, each with its length before it, so that no two lists of parts give the
/// same bytes.
struct PartsDigest {
    private var hash = SHA256()

    /// - Parameter kind: what is named, so that values of two kinds never share a name.
    init(_ kind: String) {
        add(kind)
    }

    mutating func add(_ text: String) {
        add(Array(text.utf8))
    }

    mutating func add(_ number: Int64) {
        add((0..<8).map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) })
    }

    mutating func add(_ bytes: [UInt8]) {
        hash.update(data: (0..<8).map { UInt8(truncatingIfNeeded: bytes.count >> ($0 * 8)) })
        hash.update(data: bytes)
    }

    /// A part that may be missing: nothing and an empty text are two things.
    mutating func add(optional text: String?) {
        add(text == nil ? 0 : 1)
        add(text ?? "")
    }

    /// 64 digits of `0`-`9` and `a`-`f`.
    var hex: String { Self.hex(of: Array(hash.finalize())) }

    /// SHA-256 of bytes as they are.
    static func hex(sha256 bytes: [UInt8]) -> String {
        hex(of: Array(SHA256.hash(data: bytes)))
    }

    private static func hex(of bytes: [UInt8]) -> String {
        let digits = Array("0123456789abcdef".utf8)
        return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }
}
