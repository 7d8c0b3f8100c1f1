/// How a reply addresses its reader.
package enum ReplyRegister: String, CaseIterable, Hashable, Sendable {
    case du
    case sie
    /// Without any address.
    case neutral
}
