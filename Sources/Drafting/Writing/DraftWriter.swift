import Dialogue

/// Proposes replies: picks the template that fits, fills it from declared facts and checks the words.
///
/// A pure function of the request and the language packs: the same request gives the same candidates.
package struct DraftWriter: Sendable {
    let packs: [LanguagePack]
    let checks: DraftChecks
    /// Words of all languages that are never a first name: names travel.
    let titles: PhraseList

    /// Takes one pack for each language; of several for one language the last.
    package init(packs: [LanguagePack], checks: DraftChecks = .all) {
        var kept: [LanguagePack] = []
        for pack in packs {
            kept.removeAll { $0.language == pack.language }
            kept.append(pack)
        }
        self.packs = kept
        self.checks = checks
        titles = PhraseList(joining: kept.map { $0.phrases(.title) })
    }

    private static let mostCandidates = 20

    /// The candidates for a request, best first and each worded differently, or why none is due.
    package func candidates(for request: DraftRequest) -> DraftingOutcome {
        let plan = DraftPlan(request)
        guard !request.posts.isEmpty else { return .noAnswer(NoAnswer(reason: .nothingAsked, courtesies: [])) }
        if let reason = plan.noAnswer {
            let courtesies = reason == .closing ? drafts(for: request, plan: plan) : []
            return .noAnswer(NoAnswer(reason: reason, courtesies: courtesies))
        }
        let drafts = drafts(for: request, plan: plan)
        return drafts.isEmpty ? .noAnswer(NoAnswer(reason: .noTemplate, courtesies: [])) : .candidates(drafts)
    }

    /// What the checks say of a text that a person wrote or changed, as a reply to the same request.
    package func findings(in text: String, for request: DraftRequest) -> [Finding] {
        let plan = DraftPlan(request)
        guard let pack = pack(for: plan.language, default: request.voice.language) else { return [] }
        let facts = FactBook(request, pack: pack, titles: titles)
        return checks.findings(in: text, context: context(request, plan: plan, pack: pack, facts: facts))
    }

    func pack(for language: Language, default fallback: Language) -> LanguagePack? {
        packs.first { $0.language == language } ?? packs.first { $0.language == fallback }
    }

    private func context(
        _ request: DraftRequest, plan: DraftPlan, pack: LanguagePack, facts: FactBook
    ) -> CheckContext {
        CheckContext(
            pack: pack, others: packs.filter { $0.language != pack.language },
            register: pack.variant(for: plan.register), occasion: plan.occasion, author: request.author,
            leadingHandle: request.account.leadingHandle, length: request.length,
            competitors: PhraseList(names: request.account.competitors), page: request.page,
            nextOpening: facts.isClosed && plan.occasion.needsHours ? facts.value(of: .nextOpening) : nil)
    }

    // MARK: Drafts

    private func drafts(for request: DraftRequest, plan: DraftPlan) -> [DraftCandidate] {
        guard let pack = pack(for: plan.language, default: request.voice.language) else { return [] }
        let facts = FactBook(request, pack: pack, titles: titles)
        let context = context(request, plan: plan, pack: pack, facts: facts)
        let choice = TemplateChoice(request, plan: plan, pack: pack, isClosed: facts.isClosed)
        let wanted = min(max(request.count, 1), Self.mostCandidates)
        var kept: [DraftCandidate] = []
        var blocked: [DraftCandidate] = []
        var texts: Set<String> = []
        for (rank, pick) in choice.picks.enumerated() where kept.count < wanted {
            let filler = DraftFiller(
                request: request, plan: plan, pack: pack, facts: facts, checks: checks, context: context,
                rotation: choice.seed &+ UInt64(rank))
            guard let draft = filler.candidate(pick), texts.insert(draft.text).inserted else { continue }
            if draft.isBlocked { blocked.append(draft) } else { kept.append(draft) }
        }
        return kept + blocked.prefix(wanted - kept.count)
    }
}

extension Occasion {
    /// Whether a reply written while the desk is closed must say when it opens (R19).
    var needsHours: Bool {
        switch self {
        case .complaint, .question, .followUp, .outOfHours: true
        case .praise, .closing, .remark: false
        }
    }
}
