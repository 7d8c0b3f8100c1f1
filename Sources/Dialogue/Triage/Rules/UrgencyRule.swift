/// How soon a person should look, and why: a crisis, danger, or the heaviest of the lexicon's urgent phrases.
///
/// Whatever raises the crisis flag is for at once, so that it stands on top of every queue.
/// An entry that weighs 2 or more asks for it at once, one of 1 or more soon; a lighter one says only what the reason would be. Of
/// equals, safety comes before being stranded, that before what happens now, that before a deadline.
struct UrgencyRule {
    let reading: Reading<Urgency>
    /// The reason that most speaks for, whether or not it is enough for this rule.
    let likeliestReason: UrgencyReason?

    private static let atOnce = 2.0
    private static let soon = 1.0

    init(
        _ text: TokenizedText, hits: [Hit], danger: DangerRule, crisis: FlagReading?, evidence: inout EvidenceList
    ) {
        var heaviest: (reason: UrgencyReason, weight: Double)?
        for hit in hits {
            guard let reason = hit.category.urgencyReason, hit.weight > 0, !text.tokens[hit.first].isQuoted else {
                continue
            }
            if reason == .safety, !danger.isSuspected { continue }
            evidence.add(
                text.scalars(from: hit.first, through: hit.last), .urgency(reason), .lexicon(hit.category))
            guard reason != .safety else { continue }
            if let known = heaviest {
                let isHeavier = (hit.weight, known.reason.rank) > (known.weight, reason.rank)
                if isHeavier { heaviest = (reason, hit.weight) }
            } else {
                heaviest = (reason, hit.weight)
            }
        }
        if let crisis {
            likeliestReason = .safety
            reading = Reading(.atOnce(.safety), confidence: crisis.confidence)
        } else if let heaviest, heaviest.weight >= Self.atOnce {
            likeliestReason = heaviest.reason
            reading = Reading(.atOnce(heaviest.reason), confidence: 0.5 + heaviest.weight * 0.15)
        } else if danger.isSuspected {
            likeliestReason = .safety
            reading = Reading(.soon(.safety), confidence: 0.5)
        } else if let heaviest, heaviest.weight >= Self.soon {
            likeliestReason = heaviest.reason
            reading = Reading(.soon(heaviest.reason), confidence: 0.5 + heaviest.weight * 0.15)
        } else {
            likeliestReason = heaviest?.reason
            reading = Reading(.usual, confidence: heaviest == nil ? 0.7 : 0.5)
        }
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
