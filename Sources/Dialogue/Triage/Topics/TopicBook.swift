/// A brand's topics in its own order, ready to be looked for.
package struct TopicBook: Sendable {
    private let contents: Contents

    private final class Contents: Sendable {
        let names: [String]
        let fingerprint: UInt64
        let words: WordIndex
        let phrases: PhraseTree

        init(_ topics: [Topic]) {
            var words = WordIndex()
            var phrases = PhraseTree()
            var fingerprint = WordHash()
            for (place, topic) in topics.enumerated() {
                for text in [topic.name] + topic.keywords.map(\.text) {
                    for byte in text.utf8 { fingerprint.add(byte) }
                    fingerprint.add(0)
                }
                fingerprint.add(1)
                for keyword in topic.keywords {
                    phrases.insert(keyword.entry(in: .neutral, mark: Int32(place)), words: &words)
                }
            }
            names = topics.map(\.name)
            self.fingerprint = fingerprint.value
            self.words = words
            self.phrases = phrases
        }
    }

    /// - Parameter topics: of several that a post fits equally well, the first is taken.
    package init(_ topics: [Topic]) {
        contents = Contents(topics)
    }

    /// The topics' names, in order.
    package var names: [String] { contents.names }

    /// Tells one list of topics from another.
    var fingerprint: UInt64 { contents.fingerprint }

    func hits(in text: TokenizedText, context: TriageContext) -> [Hit] {
        let symbols = SymbolizedText(text, words: contents.words, context: context)
        return HitFinder.find(in: text, symbols: symbols, phrases: contents.phrases).hits
    }
}
