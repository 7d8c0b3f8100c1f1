/// What drafting made of a request.
package enum DraftingOutcome: Hashable, Sendable {
    /// At least one, best first; a person chooses.
    case candidates([DraftCandidate])
    case noAnswer(NoAnswer)
}
