/// Whether somebody may be coming to harm while the post is written, by what its sentences say together.
///
/// A word of harm alone says little: news, memories and jokes have it too. It counts together with words in the sentences around it
/// that say that it is happening or that somebody has to come (`at_hand`), and against those that say that it is over or told from
/// elsewhere (`bygone`).
struct DangerRule {
    /// How much speaks for it at the place where most does; 0 where no word of harm stands.
    private(set) var strength = 0.0

    /// Whether a person must see it at once.
    var isAtHand: Bool { strength >= Self.crisis }
    /// Whether it is better looked at soon.
    var isSuspected: Bool { strength >= Self.suspicion }

    /// Strength is a sum of decimal fractions: a little less than 2 and than 1.3.
    static let crisis = 2.0 - 1e-9
    private static let suspicion = 1.3 - 1e-9
    /// Words of harm must come to this before anything else counts.
    private static let leastHarm = 1.0
    /// The most that either side adds: ten alarming words are not ten times as alarming.
    private static let most = 2.0
    /// How many sentences before and behind it belong to one scene.
    private static let reach = 2

    private struct Scene {
        var harm = 0.0
        var atHand = 0.0
        var bygone = 0.0
    }

    init(_ text: TokenizedText, hits: [Hit], negations: NegationFinder) {
        guard hits.contains(where: { $0.category == .urgencySafety }) else { return }
        var scenes = [Scene](repeating: Scene(), count: text.sentences.count)
        var (harm, atHand, bygone) = (HitSum(), HitSum(), HitSum())
        for hit in hits {
            let place = text.tokens[hit.first].sentence
            guard scenes.indices.contains(place) else { continue }
            switch hit.category {
            case .urgencySafety where !text.tokens[hit.first].isQuoted && !negations.denies(hit):
                scenes[place].harm += harm.add(hit)
            case .atHand, .urgencyNow: scenes[place].atHand += atHand.add(hit)
            case .bygone: scenes[place].bygone += bygone.add(hit)
            default: continue
            }
        }
        for place in scenes.indices where scenes[place].harm > 0 {
            var scene = Scene()
            for near in max(0, place - Self.reach)..<min(scenes.count, place + Self.reach + 1) {
                scene.harm += scenes[near].harm
                scene.atHand += scenes[near].atHand
                scene.bygone += scenes[near].bygone
            }
            guard scene.harm >= Self.leastHarm else { continue }
            strength = max(strength, min(scene.harm, Self.most) + min(scene.atHand, Self.most) - scene.bygone)
        }
    }
}
