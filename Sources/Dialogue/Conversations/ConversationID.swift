import Crypto

/// Names a conversation by what it is, so that every machine and every replay gives it the same id.
enum ConversationID {
    /// Twelve characters of `0`-`9` and `a`-`z` without `i`, `l`, `o`, `u` (Crockford's base 32): 60 bits of the SHA-256 of account, network and
    /// opening post. A list shows it whole, and every command takes its first letters.
    static func make(account: String, network: Network, opening: String) -> String {
        var hash = SHA256()
        for part in [account, network.name, opening] {
            hash.update(data: Array(part.utf8))
            hash.update(data: [0])
        }
        var bits: UInt64 = 0
        for byte in hash.finalize().prefix(8) { bits = bits << 8 | UInt64(byte) }
        var name: [UInt8] = []
        for _ in 0..<12 {
            name.append(alphabet[Int(bits >> 59)])
            bits <<= 5
        }
        return String(decoding: name, as: UTF8.self)
    }

    private static let alphabet = Array("0123456789abcdefghjkmnpqrstvwxyz".utf8)
}
