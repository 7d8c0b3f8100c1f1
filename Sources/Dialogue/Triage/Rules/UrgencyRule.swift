/// How soon a person should look: the heaviest of the lexicon's urgent phrases.
///
/// An entry that weighs 2 or more asks for it at once, a lighter one soon. Of equals, safety comes before being
/// stranded, that before what happens now, that before a deadline.
struct UrgencyRule {
    let reading: Reading<Urgency>

    private static let atOnce = 2.0

    init(_ text: TokenizedText, hits: [Hit], evidence: inout EvidenceList) {
        var heaviest: (reason: UrgencyReason, weight: Double)?
        for hit in hits {
            guard let reason = hit.category.urgencyReason, hit.weight > 0, !text.tokens[hit.first].isQuoted else {
                continue
            }
            evidence.add(
                text.scalars(from: hit.first, through: hit.last), .urgency(reason), .lexicon(hit.category))
            if let known = heaviest {
                let isHeavier = (hit.weight, known.reason.rank) > (known.weight, reason.rank)
                if isHeavier { heaviest = (reason, hit.weight) }
            } else {
                heaviest = (reason, hit.weight)
            }
        }
        guard let heaviest else {
            reading = Reading(.usual, confidence: 0.7)
            return
        }
        let urgency = heaviest.weight >= Self.atOnce ? Urgency.atOnce(heaviest.reason) : .soon(heaviest.reason)
        reading = Reading(urgency, confidence: 0.5 + heaviest.weight * 0.15)
    }
}

extension UrgencyReason {
    /// 0 comes first.
    fileprivate var rank: Int {
        switch self {
        case .safety: 0
        case .stranded: 1
        case .now: 2
        case .deadline: 3
        }
    }
}
