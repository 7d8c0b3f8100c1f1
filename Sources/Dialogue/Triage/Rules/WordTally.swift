/// What the words of a post add up to, negation and emphasis taken into account.
struct WordTally {
    private(set) var negative = 0.0
    private(set) var positive = 0.0
    private(set) var complaint = 0.0
    private(set) var resolved = 0.0
    private(set) var praise = 0.0
    private(set) var thanks = 0.0
    private(set) var goodbye = 0.0
    private(set) var acknowledgement = 0.0
    private(set) var request = 0.0
    private(set) var greeting = 0.0
    private(set) var question = 0.0
    private(set) var hasContrast = false
    private(set) var blamesByQuestion = false

    /// How far a negation reaches, in words of its clause.
    private static let reach = 3
    /// "Not good" is nearly as bad as "bad", "not bad" far from as good as "good".
    private static let negatedPraise = 0.8
    private static let negatedBlame = 0.4
    private static let intensified = 1.4
    private static let diminished = 0.6
    private static let emphasized = 1.2
    /// A mishap asked about ("is it delayed?") counts less than one told.
    private static let askedAbout = 0.4
    private static let questionMark = 1.0
    private static let opening = 0.6
    /// "How long do I wait" may lack its mark, "what a day!" never had one.
    private static let unmarked = 0.5
    /// "Why does nobody answer?" complains.
    private static let negatedWhy = 0.8

    private struct Mark: OptionSet {
        let rawValue: UInt8
        static let negation = Mark(rawValue: 1)
        static let negationAfter = Mark(rawValue: 2)
        static let intensifier = Mark(rawValue: 4)
        static let diminisher = Mark(rawValue: 8)
        static let contrast = Mark(rawValue: 16)
        static let scored = Mark(rawValue: 32)
    }

    private let text: TokenizedText
    private var marks: [Mark]

    init(_ text: TokenizedText, hits: [Hit], evidence: inout EvidenceList) {
        self.text = text
        marks = Array(repeating: [], count: text.tokens.count)
        var sentences = [SentenceKind](repeating: [], count: text.sentences.count)
        for hit in hits {
            mark(hit)
            guard text.tokens[hit.first].sentence < sentences.count else { continue }
            if hit.category == .questionOpening { sentences[text.tokens[hit.first].sentence].insert(.opened) }
            if hit.category == .questionWhy { sentences[text.tokens[hit.first].sentence].insert(.why) }
        }
        // One word counts once in a category, however many entries it belongs to.
        var counted = [Int](repeating: -1, count: LexiconCategory.places.count)
        for hit in hits where hit.category.isScored {
            let category = Int(hit.place)
            if hit.first <= counted[category] { continue }
            counted[category] = hit.last
            let kind =
                sentences.indices.contains(text.tokens[hit.first].sentence)
                ? sentences[text.tokens[hit.first].sentence] : []
            add(hit, isAskedAbout: kind.contains(.opened) && sentence(of: hit)?.isQuestion == true, evidence: &evidence)
        }
        addQuestions(sentences, hits: hits, evidence: &evidence)
    }

    // MARK: Words

    private mutating func mark(_ hit: Hit) {
        let mark: Mark
        switch hit.category {
        case .negation: mark = .negation
        case .negationAfter: mark = .negationAfter
        case .intensifier: mark = .intensifier
        case .diminisher: mark = .diminisher
        case .contrast:
            mark = .contrast
            hasContrast = true
        case _ where hit.category.isScored: mark = .scored
        default: return
        }
        for token in hit.first...hit.last where hit.contains(token) {
            marks[token].insert(mark)
        }
    }

    private mutating func add(_ hit: Hit, isAskedAbout: Bool, evidence: inout EvidenceList) {
        let weight = hit.weight * emphasis(of: hit)
        let isNegated = isNegated(hit)
        let range = text.scalars(from: hit.first, through: hit.last)
        let reason = EvidenceReason.lexicon(hit.category)
        switch hit.category {
        case .negative where isNegated: positive += weight * Self.negatedBlame
        case .negative:
            negative += weight
            evidence.add(range, .sentiment(.negative), reason)
        case .positive where isNegated:
            negative += weight * Self.negatedPraise
            evidence.add(range, .sentiment(.negative), reason)
        case .positive:
            positive += weight
            evidence.add(range, .sentiment(.positive), reason)
        case .complaint where isNegated: positive += weight * Self.negatedBlame
        case .complaint:
            complaint += isAskedAbout ? weight * Self.askedAbout : weight
            evidence.add(range, .intent(.complaint), reason)
        case .praise where isNegated:
            complaint += weight * Self.negatedPraise
            evidence.add(range, .intent(.complaint), reason)
        case .praise:
            praise += weight
            evidence.add(range, .intent(.praise), reason)
        case .thanks where !isNegated:
            thanks += weight
            evidence.add(range, .intent(.closing), reason)
        case .goodbye:
            goodbye += weight
            evidence.add(range, .intent(.closing), reason)
        case .resolved where !isNegated:
            resolved += weight
            evidence.add(range, .intent(.closing), reason)
        case .request:
            request += weight
            evidence.add(range, .intent(.question), reason)
        case .acknowledgement: acknowledgement += weight
        case .greeting: greeting += weight
        default: break
        }
    }

    private func emphasis(of hit: Hit) -> Double {
        var factor = 1.0
        for token in max(0, hit.first - 2)..<hit.first where text.tokens[token].clause == text.tokens[hit.first].clause
        {
            if marks[token].contains(.intensifier) { factor = Self.intensified }
            if marks[token].contains(.diminisher) { factor = Self.diminished }
        }
        let token = text.tokens[hit.first]
        let isShouted = token.isShouted && !text.isShouted
        return isShouted || !token.shortened.isEmpty ? factor * Self.emphasized : factor
    }

    private func isNegated(_ hit: Hit) -> Bool {
        // A turn of phrase for a mishap mostly holds its own negation.
        if hit.category == .complaint, hit.wordCount > 1 { return false }
        let clause = text.tokens[hit.first].clause
        for token in (max(0, hit.first - Self.reach)..<hit.first).reversed() {
            if text.tokens[token].clause != clause || marks[token].contains(.contrast) { break }
            if marks[token].contains(.negation) { return true }
        }
        guard hit.category != .complaint, hit.last + 1 < text.tokens.count else { return false }
        for token in hit.last + 1..<min(text.tokens.count, hit.last + 1 + Self.reach) {
            if text.tokens[token].clause != clause || marks[token].contains(.contrast) { break }
            if marks[token].contains(.scored) { break }
            if marks[token].contains(.negationAfter) {
                // "Nicht" before another judgement belongs to that one.
                return !isJudged(from: token + 1, clause: clause)
            }
        }
        return false
    }

    private func isJudged(from token: Int, clause: Int) -> Bool {
        (token..<min(text.tokens.count, token + 2)).contains {
            text.tokens[$0].clause == clause && marks[$0].contains(.scored)
        }
    }

    // MARK: Questions

    private struct SentenceKind: OptionSet {
        let rawValue: UInt8
        static let opened = SentenceKind(rawValue: 1)
        static let why = SentenceKind(rawValue: 2)
    }

    private mutating func addQuestions(_ kinds: [SentenceKind], hits: [Hit], evidence: inout EvidenceList) {
        for (sentence, kind) in zip(text.sentences, kinds) where sentence.isQuestion {
            question += Self.questionMark
            if let place = sentence.questionMark {
                evidence.add(place..<place + 1, .intent(.question), .rule(.questionMark))
            }
            guard kind.contains(.why) else { continue }
            blamesByQuestion = true
            let isNegated = sentence.tokens.contains { !marks[$0].isDisjoint(with: [.negation, .negationAfter]) }
            if isNegated { complaint += Self.negatedWhy }
        }
        for hit in hits where hit.category == .questionOpening || hit.category == .questionWhy {
            guard let sentence = sentence(of: hit), sentence.isQuestion || !sentence.isExclaimed else { continue }
            let isMarked = sentence.isQuestion || sentence.isOpen
            question += Self.opening * hit.weight * (isMarked ? 1 : Self.unmarked)
            if hit.category == .questionWhy { blamesByQuestion = true }
            evidence.add(text.scalars(from: hit.first, through: hit.last), .intent(.question), .lexicon(hit.category))
        }
    }

    private func sentence(of hit: Hit) -> Sentence? {
        let index = text.tokens[hit.first].sentence
        return text.sentences.indices.contains(index) ? text.sentences[index] : nil
    }
}

extension LexiconCategory {
    /// Whether its hits add up to intent and sentiment.
    fileprivate var isScored: Bool {
        switch self {
        case .negative, .positive, .complaint, .resolved, .request, .praise, .thanks, .goodbye, .acknowledgement,
            .greeting:
            true
        default: false
        }
    }
}
