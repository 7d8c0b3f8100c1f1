/// Recognises keys under which people write secrets. A secret never stands in a settings file, and what stands there is never
/// shown.
enum SecretKey {
    private static let words = [
        "token", "password", "passwd", "passphrase", "secret", "api_key", "apikey", "credential", "private_key",
        "bearer",
        "authorization",
    ].map { Array($0.utf8) }

    /// Whether `key` looks like one; `token_file` and the like name a file and do not.
    static func isMeant(by key: String) -> Bool {
        let bytes = key.utf8.prefix(200).map { byte in
            switch byte {
            case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte | 0x20
            case UInt8(ascii: "-"): UInt8(ascii: "_")
            default: byte
            }
        }
        let isFile = bytes.suffix(5).elementsEqual("_file".utf8)
        return !isFile && words.contains { word in bytes.indices.contains { bytes[$0...].starts(with: word) } }
    }
}
