/// The flags of a post, from the lexicon's entries, the danger read and the personal data found.
///
/// A flag is raised where its entries come to 1: an entry that weighs less is a hint and needs another. A crisis is raised by danger too.
struct FlagRule {
    let flags: [FlagReading]
    let sought: TriageFlags

    private static let sure = 0.9
    /// What the weight that raises a flag and each further unit are worth.
    private static let first = 0.6
    private static let further = 0.2
    private static let raising = 1.0
    /// Weights are sums of decimal fractions.
    private static let slack = 1e-9

    init(
        _ text: TokenizedText, hits: [Hit], lexicon: Lexicon?, danger: DangerRule, negations: NegationFinder,
        personalData: [PersonalDatum], evidence: inout EvidenceList
    ) {
        var sums: [TriageFlag: HitSum] = [:]
        var telling: [(hit: Hit, flag: TriageFlag)] = []
        for hit in hits {
            guard let flag = hit.category.flag, hit.weight > 0, !Self.isMention(hit, of: flag, in: text),
                !negations.denies(hit)
            else { continue }
            sums[flag, default: HitSum()].add(hit)
            telling.append((hit, flag))
        }
        var raised: [TriageFlag: Double] = [:]
        for (flag, sum) in sums where sum.total >= Self.raising - Self.slack {
            raised[flag] = Self.first + (sum.total - 1) * Self.further
        }
        if danger.isAtHand {
            let confidence = Self.first + (danger.strength - DangerRule.crisis) * Self.further
            raised[.crisis] = max(raised[.crisis] ?? 0, confidence)
        }
        if !personalData.isEmpty { raised[.personalData] = Self.sure }
        for (hit, flag) in telling where raised[flag] != nil {
            evidence.add(text.scalars(from: hit.first, through: hit.last), .flag(flag), .lexicon(hit.category))
        }
        if raised[.crisis] != nil {
            for hit in hits where hit.category == .urgencySafety {
                evidence.add(text.scalars(from: hit.first, through: hit.last), .flag(.crisis), .lexicon(hit.category))
            }
        }
        for datum in personalData {
            evidence.add(datum.range, .flag(.personalData), .rule(datum.kind.rule))
        }
        flags = TriageFlag.allCases.compactMap { flag in
            raised[flag].map { FlagReading(flag, confidence: min($0, 0.95)) }
        }
        var sought: TriageFlags = .personalData
        for category in lexicon?.categories ?? [] {
            if let flag = category.flag { sought.insert(TriageFlags(flag)) }
        }
        self.sought = sought
    }

    /// Whether words in quotation marks are somebody else's: an offer or a threat that is told is none, an insult or a cry for help that
    /// is quoted is what the post is about.
    private static func isMention(_ hit: Hit, of flag: TriageFlag, in text: TokenizedText) -> Bool {
        guard text.tokens[hit.first].isQuoted else { return false }
        switch flag {
        case .spam, .legal, .press, .threatToLeave, .competitor: return true
        case .crisis, .privacyRequest, .minor, .discrimination, .personalData: return false
        }
    }
}
