import SQLiteStorage

/// What a command wants of the desk it opens.
package enum DeskUse: Hashable, Sendable {
    /// Questions alone: nothing is made and nothing changed.
    case reading
    /// Work on a store that exists.
    case writing
    /// Work; a store that is missing is made first.
    case creating

    var access: StoreAccess {
        switch self {
        case .reading: .reading
        case .writing: .writing
        case .creating: .creating
        }
    }
}
