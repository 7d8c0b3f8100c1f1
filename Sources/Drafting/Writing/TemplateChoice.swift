import Dialogue

/// Which wordings come into question, in the order in which they are tried.
struct TemplateChoice {
    /// One wording of one template.
    struct Pick {
        let template: ReplyTemplate
        let wording: Wording
        let id: WordingID
        /// The words of the post that the template is made for.
        let mentioned: [String]
        /// How often it was used on the page lately.
        let uses: Int
    }

    let seed: UInt64
    private(set) var picks: [Pick] = []

    /// A template made for what the post mentions comes first, a general one next, a holding one for a closed desk
    /// last; then the second wording of each. Within a template what the page has seen least comes first, and the
    /// post's id decides among equals.
    init(_ request: DraftRequest, plan: DraftPlan, pack: LanguagePack, isClosed: Bool) {
        seed = request.posts.last?.key.seed ?? 0
        let register = pack.variant(for: plan.register)
        let texts = request.posts.map { DraftText(String($0.text.prefix(Self.longestRead))) }
        var ranked: [(rank: Int, picks: [Pick])] = []
        for template in pack.templates {
            let mentioned = texts.flatMap { text in
                template.mentions.matches(in: text).map { text.string($0.range) }
            }
            guard let rank = Self.rank(of: template, plan: plan, isMentioned: !mentioned.isEmpty, isClosed: isClosed)
            else { continue }
            let wordings = template.variants[register] ?? []
            guard !wordings.isEmpty else { continue }
            let picks = Self.rotated(wordings, by: seed).map { wording in
                let id = WordingID(
                    language: pack.language.rawValue, template: template.name, register: register,
                    number: wording.number)
                return Pick(
                    template: template, wording: wording, id: id, mentioned: Self.unique(mentioned),
                    uses: request.page.uses(of: id))
            }
            ranked.append((rank, Self.leastUsedFirst(picks)))
        }
        // The packs' order is that of the file names; the sort keeps it among equals.
        let ordered = ranked.enumerated().sorted { ($0.element.rank, $0.offset) < ($1.element.rank, $1.offset) }
        let longest = ordered.map(\.element.picks.count).max() ?? 0
        for round in 0..<longest {
            for (_, entry) in ordered where round < entry.picks.count { picks.append(entry.picks[round]) }
        }
    }

    /// In characters: what a post mentions stands early enough.
    private static let longestRead = 4_000

    private static func rank(
        of template: ReplyTemplate, plan: DraftPlan, isMentioned: Bool, isClosed: Bool
    ) -> Int? {
        if template.occasion == .outOfHours {
            return isClosed && template.answers.contains(plan.occasion) ? 2 : nil
        }
        guard template.occasion == plan.occasion else { return nil }
        if template.mentions.isEmpty { return 1 }
        return isMentioned ? 0 : nil
    }

    static func rotated<Element>(_ elements: [Element], by seed: UInt64) -> [Element] {
        guard elements.count > 1 else { return elements }
        let start = Int(seed % UInt64(elements.count))
        return Array(elements[start...] + elements[..<start])
    }

    private static func leastUsedFirst(_ picks: [Pick]) -> [Pick] {
        picks.enumerated().sorted { ($0.element.uses, $0.offset) < ($1.element.uses, $1.offset) }.map(\.element)
    }

    private static func unique(_ words: [String]) -> [String] {
        var seen: Set<String> = []
        return Array(words.filter { seen.insert($0).inserted }.prefix(5))
    }
}
