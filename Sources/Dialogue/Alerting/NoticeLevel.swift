/// How grave a notice is.
package enum NoticeLevel: Hashable, Comparable, Sendable {
    /// What was announced is over.
    case recovery
    /// Our own trouble: a source that is dead, a reply that is stuck.
    case source
    /// A share of the promised time is used up.
    case warn
    /// The promise is broken.
    case breach
    /// Harm or the threat of it: a person, now.
    case crisis

    /// The word of every output.
    package var word: String {
        switch self {
        case .recovery: "recovery"
        case .source: "source"
        case .warn: "warn"
        case .breach: "breach"
        case .crisis: "crisis"
        }
    }

    /// Reads the word; nil for any other.
    package init?(word: String) {
        guard let level = [NoticeLevel.recovery, .source, .warn, .breach, .crisis].first(where: { $0.word == word })
        else { return nil }
        self = level
    }
}
