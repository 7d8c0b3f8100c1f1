/// Where an approved reply stands on its way to the public; the raw value is the word of every output.
package enum OutboxState: String, Hashable, Sendable, CaseIterable {
    /// A named person approved it; it may be sent after a look at the target.
    case approved
    /// An attempt is on record; a request may be on the wire.
    case sending
    /// Nobody knows whether the platform has it: it is never sent from here, only looked for.
    case uncertain
    /// It is there, and its id is known.
    case sent
    /// A person has to decide.
    case held
    /// The platform refused it and said so; nothing is visible.
    case failed
    /// Withdrawn before any attempt, or given up by a person.
    case cancelled

    /// Whether nothing can happen to it any more.
    package var isTerminal: Bool {
        switch self {
        case .sent, .failed, .cancelled: true
        case .approved, .sending, .uncertain, .held: false
        }
    }
}
