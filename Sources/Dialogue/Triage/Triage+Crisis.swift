extension Triage {
    /// The reading in which a crisis is never set aside: where the post speaks to the brand or stands in a thread with it, somebody
    /// has to answer, whatever else was read.
    func owingCrisis(in context: TriageContext) -> Triage {
        guard flags.contains(where: { $0.flag == .crisis }), !needsAnswer.value,
            context.addressesBrand || context.isReply || context.authorHasConversation
        else { return self }
        var triage = self
        triage.needsAnswer = Reading(true, confidence: max(0.5, flags.first { $0.flag == .crisis }?.confidence ?? 0.5))
        return triage
    }
}
