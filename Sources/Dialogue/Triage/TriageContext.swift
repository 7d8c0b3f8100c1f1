/// What triage knows about a post besides its words.
package struct TriageContext: Hashable, Sendable {
    /// The post mentions the brand, stands on its page or replies to it.
    package var addressesBrand: Bool
    /// The post stands below another one.
    package var isReply: Bool

    /// The author already has a conversation with the brand in this thread.
    package var authorHasConversation: Bool

    /// The language the platform says the post has, as BCP 47 (`de`, `en-GB`); decides only where the words do not.
    package var platformLanguage: String?

    /// The brand's own names on the platform, as folded bytes without their `@`: no words of the post.
    private var handles: [[UInt8]]

    /// Handles may be written with or without `@`.
    package init(
        addressesBrand: Bool = true, isReply: Bool = false, authorHasConversation: Bool = false,
        platformLanguage: String? = nil, accountHandles: [String] = []
    ) {
        self.addressesBrand = addressesBrand
        self.isReply = isReply
        self.authorHasConversation = authorHasConversation
        self.platformLanguage = platformLanguage
        handles = accountHandles.compactMap { handle in
            let mention = TokenizedText(handle.hasPrefix("@") ? handle : "@" + handle)
            guard let token = mention.tokens.first, token.kind == .mention else { return nil }
            return Array(mention.folded[token.folded])
        }
    }

    var knowsHandles: Bool { !handles.isEmpty }

    /// Whether these folded bytes are one of the brand's handles; of `name@server`, the name will do.
    func isHandle(_ folded: [UInt8], _ range: Range<Int>) -> Bool {
        guard !range.isEmpty else { return false }
        for handle in handles where handle.first == folded[range.lowerBound] {
            if isSame(handle, folded, range) { return true }
        }
        return false
    }

    private func isSame(_ handle: [UInt8], _ folded: [UInt8], _ range: Range<Int>) -> Bool {
        let word = folded[range]
        if word.elementsEqual(handle) { return true }
        let at = UInt8(ascii: "@")
        let name = handle.prefix { $0 != at }
        let wordName = word.prefix { $0 != at }
        // Two different servers are two different names.
        return name.elementsEqual(wordName) && (name.count == handle.count || wordName.count == word.count)
    }

    var hintedLanguage: Language? {
        guard let platformLanguage else { return nil }
        let primary = platformLanguage.utf8.prefix { $0 != UInt8(ascii: "-") && $0 != UInt8(ascii: "_") }
        return Language.allCases.first { language in
            language != .other && primary.count == 2
                && zip(primary, language.rawValue.utf8).allSatisfy { $0 | 0x20 == $1 }
        }
    }
}
