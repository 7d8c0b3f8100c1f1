/// What an author is in one conversation; never inferred from "not us, so a customer".
package enum Role: String, Hashable, Sendable, CaseIterable {
    /// The person whose matter it is.
    case opener
    /// Somebody with the same trouble, who has a conversation of their own.
    case affectedPeer = "affected_peer"
    /// Somebody who speaks beside it.
    case bystander
    /// Somebody whose answer helped the opener.
    case helper
    /// The account itself.
    case brand
    /// Spam and furniture.
    case noise
}
