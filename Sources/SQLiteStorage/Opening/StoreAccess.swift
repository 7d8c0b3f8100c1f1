/// What a command wants to do with the store it opens.
package enum StoreAccess: Hashable, Sendable {
    /// Questions only. Nothing is created and nothing brought up to date.
    case reading
    /// Questions and commits, in a store that exists.
    case writing
    /// The same; a store that is missing is made first.
    case creating
}
