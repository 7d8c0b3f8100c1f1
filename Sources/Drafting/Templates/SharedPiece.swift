/// The only texts that several templates share. Raw values are file names below `shared/`.
package enum SharedPiece: String, Hashable, Sendable, CaseIterable {
    case greeting
    /// What is said about opening hours; may come out empty while the desk is open.
    case hours
    case signature
}
