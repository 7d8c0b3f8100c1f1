/// The words and turns of phrase by which triage reads one language: a value made of editable files.
///
/// A file is UTF-8 text. `[category]` opens a section, each further line is an entry, `#` begins a comment:
///
///     [complaint]
///     delayed
///     cancel*                  # every word beginning so
///     *failure                 # every word ending so
///     waiting .. <number> hours = 2      # up to six words between; any number; twice the weight
///     ^still no                # only where a sentence begins
///
/// Upper and lower case, accents, umlauts and their spellings (`ä`, `ae`), `ß` and `ss` are the same, apostrophes are
/// ignored and letters drawn out are shortened, in entries as in posts.
package struct Lexicon: Sendable {
    private let contents: Contents

    /// What was read, in one place: a lexicon is handed around with every post.
    private final class Contents: Sendable {
        let language: Language
        let entryCount: Int
        let fingerprint: UInt64
        let categories: Set<LexiconCategory>
        let words: WordIndex
        let phrases: PhraseTree
        let nativeWeights: [Float]
        let foreignWeights: [Float]
        let detailWords: [DetailWords]

        init(language: Language, entries: [LexiconEntry], fingerprint: UInt64) {
            var words = WordIndex()
            var phrases = PhraseTree()
            for entry in entries {
                // A word by itself is looked up by its symbol: the walk through the phrases is for those who need it.
                if entry.category.isOfDetails, let part = entry.loneWord, words.symbol(for: part) != nil { continue }
                phrases.insert(entry, words: &words)
            }
            var native = [Float](repeating: 0, count: Int(words.symbolCount))
            var foreign = native
            var details = [DetailWords](repeating: [], count: native.count)
            for entry in entries {
                guard entry.parts.count == 1, let part = entry.parts.first, part != .number,
                    let symbol = words.symbol(for: part).map(Int.init), symbol < native.count
                else { continue }
                switch entry.category {
                case .foreignWords: foreign[symbol] = Float(entry.weight)
                case .languageWords: native[symbol] = Float(entry.weight)
                case _ where entry.category.isOfDetails: continue
                default: if native[symbol] == 0 { native[symbol] = Lexicon.weightOfOtherWords }
                }
            }
            for entry in entries {
                let detail = entry.category == .numberWords ? .number : DetailWords(entry.category)
                guard let detail, let part = entry.loneWord, let symbol = words.symbol(for: part).map(Int.init),
                    symbol < details.count
                else { continue }
                details[symbol].insert(detail)
            }
            self.language = language
            self.entryCount = entries.count
            self.fingerprint = fingerprint
            self.categories = Set(entries.map(\.category))
            self.words = words
            self.phrases = phrases
            nativeWeights = native
            foreignWeights = foreign
            detailWords = details
        }
    }

    /// What a word of any category but `language_words` says about the language.
    private static let weightOfOtherWords: Float = 0.4

    /// Lists that lie in the same folder and that importing reads, not triage.
    private static let listsOfImport: Set<String> = ["furniture.txt"]

    /// Reads the files, whose names appear in mistakes; their order does not matter. A `furniture.txt` among them
    /// belongs to importing and is passed over.
    ///
    /// - Parameter words: a brand's own; those of other languages are passed over.
    /// - Throws: ``LexiconError`` with every mistake in all of them.
    package init(language: Language, files: [String: [UInt8]], words: [BrandWords] = []) throws(LexiconError) {
        var mistakes: [LexiconError.Mistake] = []
        var entries: [LexiconEntry] = []
        var fingerprint = WordHash()
        for (name, bytes) in files.sorted(by: { $0.key < $1.key }) where !Self.listsOfImport.contains(name) {
            var parser = LexiconParser(file: name)
            parser.read(bytes)
            mistakes += parser.mistakes
            entries += parser.entries
            for byte in name.utf8 { fingerprint.add(byte) }
            fingerprint.add(0)
            for byte in bytes { fingerprint.add(byte) }
        }
        guard mistakes.isEmpty else { throw LexiconError(mistakes: mistakes) }
        for word in words where word.language == language {
            for own in word.entries {
                entries.append(own.phrase.entry(in: own.category))
                for byte in own.category.rawValue.utf8 { fingerprint.add(byte) }
                fingerprint.add(0)
                for byte in own.phrase.text.utf8 { fingerprint.add(byte) }
                fingerprint.add(0)
            }
        }
        contents = Contents(language: language, entries: entries, fingerprint: fingerprint.value)
    }

    /// The language its words are of.
    package var language: Language { contents.language }

    /// How many entries it has.
    package var entryCount: Int { contents.entryCount }

    /// Tells one content of the files from another.
    package var fingerprint: UInt64 { contents.fingerprint }

    /// The categories that have entries.
    package var categories: Set<LexiconCategory> { contents.categories }

    var words: WordIndex { contents.words }
    var phrases: PhraseTree { contents.phrases }

    /// How far each symbol by itself speaks for this language, and for one without a lexicon.
    var nativeWeights: [Float] { contents.nativeWeights }
    var foreignWeights: [Float] { contents.foreignWeights }

    /// What each symbol by itself is to the particulars of a post.
    var detailWords: [DetailWords] { contents.detailWords }
}
