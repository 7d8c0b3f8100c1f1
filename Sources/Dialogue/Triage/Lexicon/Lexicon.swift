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
///     lost/missing bag         # either word, then the next
///     [frame:theatre]          # a figurative frame, under the name behind the colon
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
        let frames: [String]
        let words: WordIndex
        let phrases: PhraseTree
        let nativeWeights: [Float]
        let foreignWeights: [Float]
        let detailWords: [DetailWords]

        init(language: Language, entries: [LexiconEntry], fingerprint: UInt64) {
            let frames = Set(entries.compactMap(\.name)).sorted()
            let places = Dictionary(uniqueKeysWithValues: zip(frames, frames.indices))
            var words = WordIndex()
            var phrases = PhraseTree()
            for entry in entries {
                if entry.category.tellsLanguageOnly {
                    if let part = entry.parts.first { _ = words.symbol(for: part) }
                    continue
                }
                // A word by itself is looked up by its symbol: the walk through the phrases is for those who need it.
                if entry.category.isOfDetails, let part = entry.loneWord, words.symbol(for: part) != nil { continue }
                let place = entry.name.flatMap { places[$0] }.flatMap(Int16.init(exactly:))
                phrases.insert(entry, name: place ?? -1, words: &words)
            }
            var native = [Float](repeating: 0, count: Int(words.symbolCount))
            // Of a word that is both chosen and counted, the choice holds, also that it says nothing.
            var counted = native
            var isChosen = [Bool](repeating: false, count: native.count)
            var foreign = native
            var details = [DetailWords](repeating: [], count: native.count)
            for entry in entries {
                guard entry.parts.count == 1, let part = entry.parts.first, part != .number,
                    let symbol = words.symbol(for: part).map(Int.init), symbol < native.count
                else { continue }
                switch entry.category {
                case .foreignWords:
                    foreign[symbol] = Float(entry.weight)
                    isChosen[symbol] = true
                case .languageWords:
                    native[symbol] = entry.weight > 0 ? Float(entry.weight) : Lexicon.silent
                    isChosen[symbol] = true
                case .languagePieces: counted[symbol] = Float(entry.weight)
                case _ where entry.category.isOfDetails: continue
                default: if !isChosen[symbol] { native[symbol] = Lexicon.weightOfOtherWords }
                }
            }
            for symbol in native.indices where !isChosen[symbol] {
                native[symbol] = max(native[symbol], counted[symbol])
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
            self.frames = frames
            self.words = words
            self.phrases = phrases
            nativeWeights = native
            foreignWeights = foreign
            detailWords = details
        }
    }

    /// What a word of any category but `language_words` says about the language.
    private static let weightOfOtherWords: Float = 0.4

    /// A word chosen with the weight 0 says nothing, whatever its beginning and ending say.
    static let silent: Float = -1

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

    /// The names of its figurative frames, in the order of the alphabet.
    package var frames: [String] { contents.frames }

    var words: WordIndex { contents.words }
    var phrases: PhraseTree { contents.phrases }

    /// How far each symbol by itself speaks for this language (or ``silent``), and for one without a lexicon.
    var nativeWeights: [Float] { contents.nativeWeights }
    var foreignWeights: [Float] { contents.foreignWeights }

    /// What each symbol by itself is to the particulars of a post.
    var detailWords: [DetailWords] { contents.detailWords }
}

extension LexiconCategory {
    /// Whether its entries are single words that nothing but the language rule asks for.
    fileprivate var tellsLanguageOnly: Bool {
        switch self {
        case .languageWords, .languagePieces, .foreignWords: true
        default: false
        }
    }
}
