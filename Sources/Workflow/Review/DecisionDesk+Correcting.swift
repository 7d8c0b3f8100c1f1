package import Dialogue

extension DecisionDesk {
    /// What came of a correction.
    package struct Corrected: Sendable {
        /// The conversation as it stands now.
        package let record: ConversationRecord
        /// The id of the post.
        package let post: String
        /// The facts that were kept; empty when all was said already.
        package let corrections: [Correction]
    }

    /// Says how a post is to be read, in the conversation that `name` means.
    /// - Parameters:
    ///   - words: for each label one that ``CorrectableLabel/word(for:)`` answers.
    ///   - named: the id of the post; nil for ``Conversation/postInQuestion``.
    /// - Throws: as ``decide(_:about:because:by:)`` does.
    package func correct(
        _ words: [CorrectableLabel: String], of named: String?, in name: String, by person: String
    ) async throws(Problem) -> Corrected {
        try await deciding(as: person) { person throws(Problem) in
            let (conversation, threads) = try await conversation(named: name)
            let (post, corrections): (ThreadPost, [Correction])
            do throws(DecisionRefusal) {
                (post, corrections) = try conversation.correcting(words, of: named, by: person, at: now)
            } catch {
                throw Problem(error, at: conversation.id)
            }
            guard !corrections.isEmpty else {
                return Corrected(record: conversation.record, post: post.remoteID, corrections: [])
            }
            let byThread = corrections.byThread(among: threads, near: conversation)
            return try await keep([:], byThread, of: conversation.id, in: threads).map {
                Corrected(record: $0, post: post.remoteID, corrections: corrections)
            }
        }
    }

    /// Resolves the conversation because one of its posts needs no answer, which is a correction of that post.
    /// - Returns: the conversation as it stands now.
    /// - Throws: as ``decide(_:about:because:by:)`` does.
    package func setAside(
        _ post: String, in name: String, by person: String
    ) async throws(Problem) -> ConversationRecord {
        try await deciding(as: person) { person throws(Problem) in
            let (conversation, threads) = try await conversation(named: name)
            // Of a post that is gone meanwhile there is nothing to learn.
            let said = try? conversation.correcting([.needsAnswer: "false"], of: post, by: person, at: now)
            let corrections = said?.corrections ?? []
            let decision: ConversationDecision?
            do throws(DecisionRefusal) {
                decision = try conversation.deciding(
                    .resolve, because: "no answer needed", by: person, at: now, priorities: [])
            } catch {
                throw Problem(error, at: conversation.id)
            }
            guard decision != nil || !corrections.isEmpty else { return conversation.record }
            return try await keep(
                decision.map { [conversation.thread: [$0]] } ?? [:],
                corrections.byThread(among: threads, near: conversation), of: conversation.id, in: threads)
        }
    }
}

extension [Correction] {
    /// By the thread that holds the post: what was merged speaks in several.
    fileprivate func byThread(among threads: [ThreadFacts], near conversation: Conversation) -> [ThreadKey:
        [Correction]]
    {
        Dictionary(grouping: self) { correction in
            threads.first { thread in
                thread.key.network == conversation.thread.network
                    && thread.posts.contains { $0.remoteID == correction.post }
            }?.key ?? conversation.thread
        }
    }
}
