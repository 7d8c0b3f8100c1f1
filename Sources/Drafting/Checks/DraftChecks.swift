/// The rules that every reply is checked against, drafted or written by hand.
package struct DraftChecks: Sendable {
    /// In the order in which findings are told.
    package let rules: [any DraftCheck]

    package init(rules: [any DraftCheck]) {
        self.rules = rules
    }

    /// Every rule there is.
    package static let all = DraftChecks(rules: [
        CharacterCheck(), UnresolvedSlotCheck(), LengthCheck(), RegisterCheck(), LanguageCheck(), NameCheck(),
        CompetitorCheck(), SalesCheck(), ApologyFirstCheck(), ReservationCheck(), ExcuseCheck(), ReproachCheck(),
        PromiseCheck(), BureaucraticCheck(), EmptyComfortCheck(), OpeningCheck(), RepetitionCheck(), CapitalsCheck(),
        PunctuationCheck(),
    ])

    /// What the rules say of a text, the gravest first.
    package func findings(in text: String, context: CheckContext) -> [Finding] {
        let text = DraftText(text)
        let found = rules.compactMap { $0.finding(in: text, context: context) }
        guard found.count > 1 else { return found }
        let ranked = found.enumerated().sorted { ($1.element.level, $0.offset) < ($0.element.level, $1.offset) }
        return ranked.map(\.element)
    }
}
