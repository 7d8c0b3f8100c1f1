/// The flags of a post, from the lexicon's entries and the personal data found.
struct FlagRule {
    let flags: [FlagReading]
    let sought: TriageFlags

    private static let sure = 0.9
    /// What the first unit of weight and each further one are worth.
    private static let first = 0.6
    private static let further = 0.2

    init(
        _ text: TokenizedText, hits: [Hit], lexicon: Lexicon?, personalData: [PersonalDatum],
        evidence: inout EvidenceList
    ) {
        var weights: [TriageFlag: Double] = [:]
        for hit in hits {
            guard let flag = hit.category.flag, hit.weight > 0 else { continue }
            weights[flag, default: 0] += hit.weight
            evidence.add(text.scalars(from: hit.first, through: hit.last), .flag(flag), .lexicon(hit.category))
        }
        for datum in personalData {
            evidence.add(datum.range, .flag(.personalData), .rule(datum.kind.rule))
        }
        var flags: [FlagReading] = []
        for flag in TriageFlag.allCases {
            if flag == .personalData {
                if !personalData.isEmpty { flags.append(FlagReading(flag, confidence: Self.sure)) }
            } else if let weight = weights[flag] {
                flags.append(FlagReading(flag, confidence: min(Self.first + (weight - 1) * Self.further, 0.95)))
            }
        }
        self.flags = flags
        var sought: TriageFlags = .personalData
        for category in lexicon?.categories ?? [] {
            if let flag = category.flag { sought.insert(TriageFlags(flag)) }
        }
        self.sought = sought
    }
}
