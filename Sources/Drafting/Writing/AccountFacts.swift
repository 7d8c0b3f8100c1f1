/// What the settings say about the account that answers.
package struct AccountFacts: Hashable, Sendable {
    /// The brand's name as customers know it.
    package let brand: String
    /// By name, as templates use them: `refund` for `{{link.refund}}`.
    package let links: [String: String]
    /// How replies are signed; nil where they are not.
    package let signature: String?
    /// Put before every reply, where the network wants the addressee named: `@anna@social.example`.
    package let leadingHandle: String?
    /// Names that no reply may contain.
    package let competitors: [String]

    package init(
        brand: String, links: [String: String] = [:], signature: String? = nil, leadingHandle: String? = nil,
        competitors: [String] = []
    ) {
        self.brand = brand
        self.links = links
        self.signature = signature
        self.leadingHandle = leadingHandle
        self.competitors = competitors
    }
}
