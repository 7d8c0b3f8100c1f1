import Dialogue
import ServiceHours

/// Fills one wording for one request and has it checked.
struct DraftFiller {
    let request: DraftRequest
    let plan: DraftPlan
    let pack: LanguagePack
    let facts: FactBook
    let checks: DraftChecks
    let context: CheckContext
    /// Chooses among the wordings of shared pieces.
    let rotation: UInt64

    /// What is left out on purpose.
    private struct Omission {
        var name = false
        var signature = false
        var exceptions = false

        func covers(_ slot: Slot) -> Bool {
            switch slot {
            case .name, .firstName, .handle: name
            case .signature: signature
            case .hoursExceptions: exceptions
            default: false
            }
        }
    }

    /// Nil when a slot of the wording has no value: another wording is there for that.
    func candidate(_ pick: TemplateChoice.Pick) -> DraftCandidate? {
        var omission = Omission()
        guard var draft = filled(pick, omission) else { return nil }
        if draft.isBlocked(by: .length), draft.uses(.signature) {
            omission.signature = true
            draft = filled(pick, omission) ?? draft
        }
        if draft.isBlocked(by: .length), draft.uses(.hoursExceptions) {
            omission.exceptions = true
            draft = filled(pick, omission) ?? draft
        }
        if draft.candidate.isBlocked, draft.uses(.name) || draft.uses(.firstName) || draft.uses(.handle) {
            omission.name = true
            if let nameless = filled(pick, omission), !nameless.candidate.isBlocked { draft = nameless }
        }
        return draft.candidate
    }

    private struct Filled {
        let candidate: DraftCandidate
        let used: Set<Slot>

        func uses(_ slot: Slot) -> Bool { used.contains(slot) }

        func isBlocked(by rule: DraftRule) -> Bool {
            candidate.findings.contains { $0.rule == rule && $0.level == .block }
        }
    }

    private func filled(_ pick: TemplateChoice.Pick, _ omission: Omission) -> Filled? {
        var pieces: [SharedPiece: Wording] = [:]
        for (piece, variants) in pack.pieces {
            pieces[piece] = TemplateChoice.rotated(variants[pick.id.register] ?? [], by: rotation).first
        }
        let rendering: Rendering
        do {
            rendering = try Rendering(pick.wording, pieces: pieces, isClosed: facts.isClosed) { slot in
                omission.covers(slot) ? nil : facts.value(of: slot)
            }
        } catch {
            return nil
        }
        guard !rendering.text.isEmpty else { return nil }
        let text = NormalForm.composed(addressed(rendering.text))
        let used = Set(rendering.used.map(\.slot))
        var reasons = reasons(pick, rendering)
        if omission.signature { reasons.append(.shortened) }
        if omission.exceptions { reasons.append(.exceptionsOmitted) }
        if omission.name { reasons.append(.namelessOnPurpose) }
        return Filled(
            candidate: DraftCandidate(
                text: text, wording: pick.id, reasons: reasons,
                findings: checks.findings(in: text, context: context),
                expires: used.contains(.nextOpening) ? facts.nextOpeningHolds : nil),
            used: used)
    }

    private func addressed(_ text: String) -> String {
        guard let handle = request.account.leadingHandle.flatMap({ SafeText.line($0, longest: 500) }) else {
            return text
        }
        return handle + " " + text
    }

    private func reasons(_ pick: TemplateChoice.Pick, _ rendering: Rendering) -> [DraftReason] {
        var reasons: [DraftReason] = [.occasion(pick.template.occasion)]
        if !pick.mentioned.isEmpty { reasons.append(.mentions(pick.mentioned)) }
        reasons.append(.language(pack.language, isOfPost: plan.isLanguageOfPost && pack.language == plan.language))
        reasons.append(.register(pick.id.register, isOfCustomer: plan.isRegisterOfCustomer))
        if facts.isClosed { reasons.append(.closed) }
        var told: Set<Slot> = []
        for (slot, value) in rendering.used where told.insert(slot).inserted {
            reasons.append(.fact(slot, value: value, source: slot.source))
        }
        if pick.uses > 0 { reasons.append(.usedBefore(pick.uses)) }
        return reasons
    }
}
