import Crypto

/// A stretch of a stream, known again by its length and the SHA-256 of its last bytes.
struct StreamFingerprint: Hashable, Sendable, Codable {
    /// The most bytes that are hashed.
    static let longest = 1024

    /// How long the stretch is.
    let count: Int
    /// Of its last ``longest`` bytes, in hexadecimal digits.
    let sha256: String

    /// The fingerprint of a stretch of `count` bytes that ends with `bytes`.
    init(_ bytes: ArraySlice<UInt8>, count: Int? = nil) {
        let digits = Array("0123456789abcdef".utf8)
        var hex: [UInt8] = []
        hex.reserveCapacity(64)
        for byte in SHA256.hash(data: bytes.suffix(StreamFingerprint.longest)) {
            hex.append(digits[Int(byte >> 4)])
            hex.append(digits[Int(byte & 15)])
        }
        self.count = count ?? bytes.count
        sha256 = String(decoding: hex, as: UTF8.self)
    }
}
