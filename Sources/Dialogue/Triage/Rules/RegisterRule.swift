/// How the author addresses the brand, from pronouns, verb forms and turns of phrase outside quotations.
struct RegisterRule {
    let reading: Reading<Register>

    /// From here a form of address counts as used.
    private static let threshold = 0.5
    /// So many times as much of one form makes a little of the other a slip.
    private static let slip = 4.0

    init(_ text: TokenizedText, hits: [Hit], lexicon: Lexicon, evidence: inout EvidenceList) {
        guard !lexicon.categories.isDisjoint(with: [.registerDu, .registerSie, .registerSieCapital, .registerIhr])
        else {
            reading = Reading(.none, confidence: 1)
            return
        }
        var du = 0.0
        var sie = 0.0
        var ihr = 0.0
        // "Ihr habt" is no formal address, whatever its capital.
        var plural = [Bool](repeating: false, count: text.tokens.count)
        for hit in hits where hit.category == .registerIhr {
            for token in hit.first...hit.last where hit.contains(token) { plural[token] = true }
        }
        var pronouns = [Bool](repeating: false, count: text.tokens.count)
        for hit in hits where hit.category == .registerSieCapital { pronouns[hit.first] = true }
        let usesCapitals = text.tokens.contains { $0.isCapital && !$0.isFirst } && !text.isShouted
        for hit in hits {
            let token = text.tokens[hit.first]
            guard !token.isQuoted else { continue }
            let range = text.scalars(from: hit.first, through: hit.last)
            switch hit.category {
            case .registerDu:
                du += hit.weight
                evidence.add(range, .register(.du), .lexicon(.registerDu))
            case .registerIhr:
                ihr += hit.weight
                evidence.add(range, .register(.ihr), .lexicon(.registerIhr))
            case .registerSie:
                // "Lassen sie" speaks of others, unless the author uses no capitals.
                let isThirdPerson = (hit.first...hit.last).contains {
                    hit.contains($0) && pronouns[$0] && !text.tokens[$0].isCapital
                }
                guard !(usesCapitals && isThirdPerson) else { continue }
                sie += hit.weight
                evidence.add(range, .register(.sie), .lexicon(.registerSie))
            case .registerSieCapital:
                guard token.isCapital, !token.isFirst, !text.isShouted, !plural[hit.first] else { continue }
                sie += hit.weight
                evidence.add(range, .register(.sie), .rule(.capitalPronoun))
            default: continue
            }
        }
        let familiar = max(du, ihr)
        let total = du + sie + ihr
        if total < Self.threshold {
            reading = Reading(.none, confidence: total > 0 ? 0.6 : 0.9)
        } else if sie >= Self.threshold, familiar >= Self.threshold, sie < familiar * Self.slip,
            familiar < sie * Self.slip
        {
            reading = Reading(.mixed, confidence: min(sie, familiar) / max(sie, familiar) * 0.5 + 0.4)
        } else if sie > familiar {
            reading = Reading(.sie, confidence: sie / (total + 0.2))
        } else {
            reading = Reading(du >= ihr ? .du : .ihr, confidence: familiar / (total + 0.2))
        }
    }
}
