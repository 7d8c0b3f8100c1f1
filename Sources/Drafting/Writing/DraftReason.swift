package import Dialogue

/// One reason why a candidate is as it is.
package enum DraftReason: Hashable, Sendable {
    /// The template answers this.
    case occasion(Occasion)
    /// The post has these words of the template's list.
    case mentions([String])
    case language(Language, isOfPost: Bool)
    case register(ReplyRegister, isOfCustomer: Bool)
    /// The desk is closed.
    case closed
    /// A value in the text and where it comes from.
    case fact(Slot, value: String, source: FactSource)
    /// The same wording was used so often on the page lately.
    case usedBefore(Int)
    /// The customer's name was left out: with it a check would have forbidden the reply.
    case namelessOnPurpose
    /// The signature was left out to stay within the network's limit.
    case shortened
    /// The days with other hours were left out to stay within the network's limit.
    case exceptionsOmitted

    /// The reason in a few words.
    package var text: String {
        switch self {
        case .occasion(let occasion): "answers: \(occasion.rawValue)"
        case .mentions(let words): "the post mentions: " + words.joined(separator: ", ")
        case .language(let language, let isOfPost):
            "language \(language.rawValue): \(isOfPost ? "the post's" : "the brand's default")"
        case .register(let register, let isOfCustomer):
            "register \(register.rawValue): \(isOfCustomer ? "the customer's" : "the brand's default")"
        case .closed: "the desk is closed"
        case .fact(let slot, let value, let source): "\(slot) = '\(value)' from \(source.rawValue)"
        case .usedBefore(let count): "used \(count) times on this page lately"
        case .namelessOnPurpose: "without the name, which a check forbids"
        case .shortened: "without the signature, to fit the network's limit"
        case .exceptionsOmitted: "without the days with other hours, to fit the network's limit"
        }
    }
}
