package import Dialogue

/// How the brand speaks where the customer does not decide it.
package struct BrandVoice: Hashable, Sendable {
    /// The address for a customer who uses none, or both.
    package let register: ReplyRegister
    /// What a customer's `ihr` asks for: the word for a team says little about how one wants to be addressed oneself.
    package let ihrMeans: ReplyRegister
    /// The language for a post whose own is not known.
    package let language: Language

    package init(register: ReplyRegister = .sie, ihrMeans: ReplyRegister? = nil, language: Language = .german) {
        self.register = register
        self.ihrMeans = ihrMeans ?? register
        self.language = language
    }

    /// The address for one customer. What others in the thread use plays no part.
    func register(for customer: Register) -> ReplyRegister {
        switch customer {
        case .du: .du
        case .sie: .sie
        case .ihr: ihrMeans
        case .mixed, .none: register
        }
    }
}
