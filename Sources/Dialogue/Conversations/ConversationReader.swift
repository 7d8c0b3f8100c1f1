import ServiceHours

/// Reads the conversations out of a thread: a pure function of its posts, what people said of
/// them, the accounts and the promises made.
///
/// The rules, in short:
/// - A customer's post that addresses the brand opens a conversation, unless its author has one with this account in this thread.
/// - What the brand answers is a conversation, whether or not it addressed the brand.
/// - A brand post answers the conversation whose post it replies to, and those whose openers it names.
/// - Everybody else's post belongs to the conversation it hangs below, in a role of its own.
package struct ConversationReader: Sendable {
    private let accounts: AccountBook
    private let policies: ResponsePolicies

    package init(accounts: AccountBook, policies: ResponsePolicies) {
        self.accounts = accounts
        self.policies = policies
    }

    /// All conversations of a thread about which nobody decided anything, by account and time of opening.
    package func conversations(in key: ThreadKey, posts: [ThreadPost]) -> [Conversation] {
        conversations(in: [ThreadFacts(key: key, version: 0, posts: posts)])
    }

    /// All conversations of threads, by thread, account and time of opening.
    /// - Parameter threads: a thread with every other that its ``ThreadFacts/links`` lead to, however far: what was merged is whole only then.
    package func conversations(in threads: [ThreadFacts]) -> [Conversation] {
        MergedReadings(threads.flatMap(readings)).conversations(under: policies)
    }

    private func readings(of thread: ThreadFacts) -> [ConversationReading] {
        let tree = ThreadTree(thread)
        guard !tree.posts.isEmpty else { return [] }
        let network = thread.key.network
        let writers = tree.posts.map { accounts.account(writingAs: $0.author, on: network) }
        return involvedAccounts(in: tree, writers: writers, network: network).flatMap { account in
            var reading = ThreadReading(of: tree, writers: writers, key: thread.key, for: account)
            return reading.readings(decisions: thread.decisions)
        }
    }

    /// The accounts that speak or are named in the thread, by name.
    ///
    /// Where an import made accounts of the brands that speak (and one for the rest), being named makes nobody involved: whether a thread
    /// is a brand's must not depend on which file was read first.
    private func involvedAccounts(in tree: ThreadTree, writers: [Account?], network: Network) -> [Account] {
        var involved: [String: Account] = [:]
        for case let writer? in writers { involved[writer.name] = writer }
        if let catchAll = accounts.catchAll(on: network) {
            return involved.isEmpty ? [catchAll] : involved.values.sorted { $0.name < $1.name }
        }
        for post in tree.posts {
            for mention in post.mentions {
                if let account = accounts.account(meantBy: mention, on: network) { involved[account.name] = account }
            }
        }
        return involved.values.sorted { $0.name < $1.name }
    }
}
