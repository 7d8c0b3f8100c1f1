/// How a reply addresses the customer. Raw values are the words of settings and template files.
package enum ReplyRegister: String, Hashable, Sendable, CaseIterable {
    case du
    case sie
    /// Without any address, or in a language that knows no difference.
    case neutral
}
