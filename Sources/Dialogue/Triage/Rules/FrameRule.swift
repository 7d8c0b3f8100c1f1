/// The figurative frame in which an author puts the matter: a break-up letter, a play in three acts, a cup match.
///
/// A frame needs two different signals of the same picture, since one alone is a turn of phrase; words that speak of the
/// thing itself (a ticket for the theatre, the way to the match) count against it. Which frames there are is a matter of
/// the lexicon.
struct FrameRule {
    /// Nil when the lexicon knows no frames.
    let reading: Reading<String?>?

    /// The least that the signals of a frame add up to.
    private static let leastWeight = 1.5
    private static let leastSignals = 2
    /// Signals further on say nothing new.
    private static let mostSignals = 50
    /// How sure the least frame is, how much each further signal adds, and how sure it ever is.
    private static let leastSure = 0.6
    private static let surerBy = 0.1
    private static let mostSure = 0.95
    /// How sure it is that there is none, without any signal and for each one found.
    private static let sureOfNone = 0.9
    private static let lessSureBy = 0.15

    private struct Signals {
        var weight = 0.0
        var literal = 0.0
        var hits: [Hit] = []
        var words: Set<UInt64> = []
    }

    init(_ text: TokenizedText, hits: [Hit], lexicon: Lexicon, isForUs: Bool, evidence: inout EvidenceList) {
        guard !lexicon.frames.isEmpty else {
            reading = nil
            return
        }
        var frames: [Int16: Signals] = [:]
        for hit in hits where hit.category.isNamed && isForUs {
            Self.add(hit, in: text, to: &frames[hit.name, default: Signals()])
        }
        let ranked = frames.sorted { first, second in
            let weights = (first.value.weight - first.value.literal, second.value.weight - second.value.literal)
            return weights.0 == weights.1 ? first.key < second.key : weights.0 > weights.1
        }
        guard let (name, best) = ranked.first, best.weight - best.literal >= Self.leastWeight,
            best.hits.count >= Self.leastSignals, lexicon.frames.indices.contains(Int(name))
        else {
            let most = ranked.first?.value.weight ?? 0
            reading = Reading(nil, confidence: max(Self.sureOfNone - most * Self.lessSureBy, 0.5))
            return
        }
        for hit in best.hits {
            evidence.add(text.scalars(from: hit.first, through: hit.last), .frame, .lexicon(.frame))
        }
        let surplus = best.weight - best.literal - Self.leastWeight
        reading = Reading(
            lexicon.frames[Int(name)], confidence: min(Self.leastSure + surplus * Self.surerBy, Self.mostSure))
    }

    /// Counts the same words once, and of signals that share a word the first, or the heavier one.
    private static func add(_ hit: Hit, in text: TokenizedText, to signals: inout Signals) {
        guard hit.category == .frame else {
            signals.literal += hit.weight
            return
        }
        guard signals.hits.count < mostSignals else { return }
        if let last = signals.hits.last, last.last >= hit.first {
            guard hit.weight > last.weight else { return }
            signals.weight -= last.weight
            signals.hits.removeLast()
        }
        var words = WordHash()
        for token in hit.first...hit.last where hit.contains(token) {
            for place in text.tokens[token].folded { words.add(text.folded[place]) }
            words.add(0)
        }
        guard signals.words.insert(words.value).inserted else { return }
        signals.weight += hit.weight
        signals.hits.append(hit)
    }
}
