/// The tone of a post as a whole, whatever its author wants.
package enum Sentiment: String, Hashable, Sendable, CaseIterable {
    case negative
    case neutral
    case positive
}
