/// A probability per intent; nil for an intent the model does not look for, which is not the same as 0.
package struct IntentProbabilities: Hashable, Sendable {
    private var values = SIMD8<Double>(repeating: 0)
    private var assessed: UInt8 = 0

    /// Makes the probabilities of non-negative `scores` whose relation to each other is kept.
    ///
    /// An intent without a score stays unassessed. Without any positive score `chat` has all of it.
    package init(scores: [(intent: Intent, score: Double)]) {
        var total = 0.0
        for (intent, score) in scores {
            let share = score > 0 && score.isFinite ? score : 0
            values[intent.slot] = share
            assessed |= 1 << UInt8(intent.slot)
            total += share
        }
        if total > 0 {
            values /= total
        } else {
            values[Intent.chat.slot] = 1
            assessed |= 1 << UInt8(Intent.chat.slot)
        }
    }

    /// 0…1; nil for an intent that was not looked for.
    package subscript(intent: Intent) -> Double? {
        assessed & 1 << UInt8(intent.slot) == 0 ? nil : values[intent.slot]
    }

    /// The intent with the highest probability; of equals the one named first in ``Intent``.
    package var likeliest: Intent {
        var best = Intent.chat
        var highest = -1.0
        for intent in Intent.allCases {
            if let probability = self[intent], probability > highest {
                (best, highest) = (intent, probability)
            }
        }
        return best
    }
}

extension Intent {
    fileprivate var slot: Int {
        switch self {
        case .complaint: 0
        case .question: 1
        case .praise: 2
        case .suggestion: 3
        case .followUp: 4
        case .closing: 5
        case .chat: 6
        case .abuse: 7
        }
    }
}
