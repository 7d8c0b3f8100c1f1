import Crypto

/// What tells one wording of a post from another: the first 16 bytes of the SHA-256 of its UTF-8 text.
package struct ContentHash: Hashable, Sendable {
    /// The first eight bytes, most significant first.
    package let high: UInt64
    /// The following eight.
    package let low: UInt64

    package init(high: UInt64, low: UInt64) {
        self.high = high
        self.low = low
    }

    package init(of text: String) {
        var hash = SHA256()
        var text = text
        text.withUTF8 { bytes in
            unsafe hash.update(bufferPointer: UnsafeRawBufferPointer(bytes))
        }
        self.init(hash)
    }

    /// The same of bytes that need not be text.
    package init(ofBytes bytes: [UInt8]) {
        var hash = SHA256()
        hash.update(data: bytes)
        self.init(hash)
    }

    private init(_ hash: SHA256) {
        var high: UInt64 = 0
        var low: UInt64 = 0
        for (index, byte) in hash.finalize().prefix(16).enumerated() {
            if index < 8 { high = high << 8 | UInt64(byte) } else { low = low << 8 | UInt64(byte) }
        }
        self.init(high: high, low: low)
    }
}
