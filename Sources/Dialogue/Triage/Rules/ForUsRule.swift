/// Whether the post is meant for the brand or about its service.
///
/// A missed customer is worse than a missed label: who addresses the brand is for us, unless a reply turns to somebody
/// else by name and asks and blames nothing.
struct ForUsRule {
    let reading: Reading<Bool>

    init(_ text: TokenizedText, intent: Intent, context: TriageContext, evidence: inout EvidenceList) {
        var ownHandle: Range<Int>?
        var otherHandle: Range<Int>?
        var isLeading = true
        for token in text.tokens {
            let isOwn =
                (token.kind == .mention || token.kind == .word) && context.isHandle(text.folded, token.folded)
            if isOwn, ownHandle == nil { ownHandle = token.scalars }
            if token.kind != .mention { isLeading = false }
            if isLeading, !isOwn, otherHandle == nil { otherHandle = token.scalars }
        }
        if let ownHandle {
            evidence.add(ownHandle, .forUs(true), .rule(.ownHandle))
            reading = Reading(true, confidence: context.addressesBrand ? 0.95 : 0.7)
        } else if context.knowsHandles, context.isReply, let otherHandle {
            let isMatter = intent == .complaint || intent == .question
            let value = context.addressesBrand && isMatter
            evidence.add(otherHandle, .forUs(false), .rule(.otherHandle))
            reading = Reading(value, confidence: 0.55)
        } else if context.addressesBrand {
            reading = Reading(true, confidence: 0.85)
        } else {
            reading = Reading(context.isReply && context.authorHasConversation, confidence: 0.6)
        }
    }
}
