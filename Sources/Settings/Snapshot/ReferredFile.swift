import Dialogue

/// A file that settings refer to and whose contents became part of them.
struct ReferredFile: Hashable {
    /// Absolute.
    let path: String
    let hash: ContentHash

    init(path: String, hash: ContentHash) {
        self.path = path
        self.hash = hash
    }

    init(path: String, bytes: [UInt8]) {
        self.init(path: path, hash: ContentHash(of: String(decoding: bytes, as: UTF8.self)))
    }
}
