/// How the author addresses the brand. Languages without the distinction read as `none`.
package enum Register: String, Hashable, Sendable, CaseIterable {
    case du
    case sie
    /// Several people or a team, familiarly.
    case ihr
    /// Familiar and formal in one post.
    case mixed
    /// The post addresses nobody.
    case none
}
