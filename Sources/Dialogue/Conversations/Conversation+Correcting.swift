package import ServiceHours

extension Conversation {
    /// The post that somebody means who names none: the newest that the running wait is about, else the newest of the customer that stands.
    package var postInQuestion: ThreadPost? {
        let standing = members.filter { $0.role == .opener && $0.post.deletedAt == nil }
        let running = clocks.last.flatMap { $0.ending == nil ? $0 : nil }
        let owed = running.flatMap { clock in
            standing.last { $0.claim.isOwed && $0.post.at >= clock.startedAt }
                ?? standing.first { $0.post.remoteID == clock.origin }
        }
        return (owed ?? standing.last)?.post
    }

    /// Takes what a person says of a post where triage read it wrong.
    /// - Parameters:
    ///   - words: for each label one that ``CorrectableLabel/word(for:)`` answers.
    ///   - post: its id; nil for ``postInQuestion``.
    ///   - person: in whose name.
    /// - Returns: the post and the facts to keep, none where all of it was said already.
    /// - Throws: what makes no sense as it stands, with what to do instead.
    package func correcting(
        _ words: [CorrectableLabel: String], of post: String?, by person: String, at now: Instant
    ) throws(DecisionRefusal) -> (post: ThreadPost, corrections: [Correction]) {
        if let mergedInto {
            throw DecisionRefusal("merged", "it goes on in \(mergedInto)", "correct the post in \(mergedInto) instead")
        }
        guard let named = post ?? postInQuestion?.remoteID else {
            throw DecisionRefusal("cancelled", "the customer took back every post of it", "there is nothing to correct")
        }
        let member = try member(named)
        if member.role == .brand {
            throw DecisionRefusal(
                "brand-post", "\(PlainLine.clean(named, limit: 80)) is the brand's own post", "name a customer's post")
        }
        if member.post.deletedAt != nil {
            throw DecisionRefusal(
                "deleted", "\(PlainLine.clean(named, limit: 80)) was deleted by its author", "name a post that stands")
        }
        let known = member.corrected?.corrections ?? []
        let corrections = CorrectableLabel.allCases.compactMap { label -> Correction? in
            guard let word = words[label], !known.contains(where: { $0.label == label && $0.word == word }) else {
                return nil
            }
            return Correction(
                post: named, hash: member.post.hash, label: label, word: word, person: person, at: now)
        }
        return (member.post, corrections)
    }
}
