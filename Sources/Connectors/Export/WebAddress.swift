/// The addresses of posts that are kept.
enum WebAddress {
    /// `address` when a browser may be sent there: `http:` or `https:`, no spaces or control bytes, at most 2048
    /// bytes. Else nil.
    static func kept(_ address: String?) -> String? {
        guard let address, address.utf8.count <= 2048 else { return nil }
        let scheme = address.prefix(8).lowercased()
        guard scheme.hasPrefix("https://") || scheme.hasPrefix("http://") else { return nil }
        return address.utf8.allSatisfy { $0 > 0x20 && $0 != 0x7F } ? address : nil
    }
}
