package import Dialogue
import Storage

/// Reads posts once more that are stored already, for what is not kept beside them: how sure each label is.
package struct Rereading: Sendable {
    private let triage: TriageInUse
    private let accounts: AccountBook

    package init(_ triage: TriageInUse, accounts: AccountBook) {
        self.triage = triage
        self.accounts = accounts
    }

    /// What triage reads now in the current wording of a post of a conversation.
    /// - Throws: what making the engine threw.
    package func triage(of post: ThreadPost, in opened: OpenedConversation) async throws(Problem) -> Triage {
        let post = Post(
            key: PostKey(network: opened.conversation.thread.network, remoteID: post.remoteID), parent: post.parent,
            author: post.author, at: post.at, text: opened.text(of: post), standsOnPage: post.standsOnPage,
            mentions: post.mentions, language: opened.wordings(of: post).last { $0.isCurrent }?.language)
        do {
            var step = TriageStep(triage)
            return try await step.read(post, accounts: accounts)
        } catch {
            throw Problem(any: error)
        }
    }
}
