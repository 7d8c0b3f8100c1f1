/// What was said on a page lately, so that the next reply does not say the same.
package struct PageHistory: Sendable {
    private var wordings: [WordingID: Int] = [:]
    private var sentences: [SentenceKey: Int] = [:]
    private var recent: [(wording: WordingID?, sentences: Set<SentenceKey>)] = []
    private var oldest = 0

    /// Beyond so many replies the oldest is forgotten.
    private static let mostReplies = 200

    package init() {}

    /// Remembers a reply; the wording is nil for a text that no template made.
    package mutating func record(_ text: String, wording: WordingID?) {
        let keys = Set(SentenceKey.all(in: DraftText(text)).map(\.key))
        if recent.count < Self.mostReplies {
            recent.append((wording, keys))
        } else {
            forget(recent[oldest])
            recent[oldest] = (wording, keys)
            oldest = (oldest + 1) % Self.mostReplies
        }
        if let wording { wordings[wording, default: 0] += 1 }
        for key in keys { sentences[key, default: 0] += 1 }
    }

    private mutating func forget(_ reply: (wording: WordingID?, sentences: Set<SentenceKey>)) {
        if let wording = reply.wording { Self.decrease(wording, in: &wordings) }
        for key in reply.sentences { Self.decrease(key, in: &sentences) }
    }

    private static func decrease<Key>(_ key: Key, in counts: inout [Key: Int]) {
        guard let count = counts[key] else { return }
        counts[key] = count > 1 ? count - 1 : nil
    }

    /// How often a wording was used.
    func uses(of wording: WordingID) -> Int { wordings[wording] ?? 0 }

    func contains(_ sentence: SentenceKey) -> Bool { sentences[sentence] != nil }
}
