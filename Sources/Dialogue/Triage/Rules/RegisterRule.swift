/// How the author addresses the brand, from pronouns, verb forms and turns of phrase outside quotations.
///
/// Whom an address means is a question of its own: one that goes to somebody else, or to everybody as in proverbs and
/// advertisements, leaves the post without an address to the brand.
struct RegisterRule {
    let reading: Reading<Register>

    /// From here a form of address counts as used.
    private static let threshold = 0.5
    /// So many times as much of one form makes a little of the other a slip.
    private static let slip = 4.0
    /// From here a surplus for others takes an address away from the brand.
    private static let turnsAway = 1.0
    /// What a name counts for whom it names: the brand's own anywhere, somebody else's where a post begins with it.
    private static let name = 2.0
    private static let elsewhere = 0.6

    init(_ text: TokenizedText, hits: [Hit], lexicon: Lexicon, context: TriageContext, evidence: inout EvidenceList) {
        guard !lexicon.categories.isDisjoint(with: [.registerDu, .registerSie, .registerSieCapital, .registerIhr])
        else {
            reading = Reading(.none, confidence: 1)
            return
        }
        let tally = AddressTally(text, hits: hits)
        let (du, ihr) = (tally.du, tally.ihr)
        let familiar = max(du, ihr)
        // Who is familiar elsewhere in the post begins it with "they".
        let sie = tally.sie + (familiar < Self.threshold ? tally.opensFormally : 0)
        let total = du + sie + ihr
        guard total >= Self.threshold else {
            reading = Reading(.none, confidence: total > 0 ? 0.6 : 0.9)
            return
        }
        let others = tally.others - tally.brand + Self.surplus(of: text, context: context)
        let isForOthers = others >= Self.turnsAway
        for item in tally.evidence.items where (item.label == .register(.none)) == isForOthers {
            evidence.add(item.range, item.label, item.reason)
        }
        if isForOthers {
            reading = Reading(.none, confidence: Self.elsewhere)
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

    /// What the names in a post say about whom it means: more than 0 for others.
    private static func surplus(of text: TokenizedText, context: TriageContext) -> Double {
        guard context.knowsHandles else { return 0 }
        if text.tokens.contains(where: { context.isHandle(text.folded, $0.folded) }) { return -name }
        return text.tokens.first?.kind == .mention ? name : 0
    }
}
