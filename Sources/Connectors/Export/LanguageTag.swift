/// The languages that platforms claim for posts.
enum LanguageTag {
    /// `tag` when it has the form of a BCP 47 tag, letters, digits and hyphens up to 35 bytes; else nil, for it is
    /// only a hint.
    static func kept(_ tag: String?) -> String? {
        guard let tag, (2...35).contains(tag.utf8.count) else { return nil }
        let isPlain = tag.utf8.allSatisfy { byte in
            (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20) || byte == 0x2D || byte == 0x5F
        }
        return isPlain ? tag : nil
    }
}
