/// Why a post is urgent.
package enum UrgencyReason: String, Hashable, Sendable, CaseIterable {
    /// Somebody may come to harm.
    case safety
    /// It is happening while the author writes.
    case now
    /// The author cannot get away, in or home.
    case stranded
    /// Something falls due soon.
    case deadline
}
