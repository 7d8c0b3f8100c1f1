package import Dialogue

/// Reads every arriving post once, before it is stored.
package struct TriageStep: Sendable {
    private let triage: TriageInUse
    private var contexts: [String: TriageContext] = [:]

    package init(_ triage: TriageInUse) {
        self.triage = triage
    }

    /// What triage reads in the reports of a page.
    /// - Parameters:
    ///   - account: the account whose source delivered them; nil for an import that finds its accounts itself.
    ///   - accounts: to see whom a post names.
    /// - Throws: what making the engine threw.
    package mutating func read(_ reports: [PostReport], from account: Account?, accounts: AccountBook) async throws
        -> [Arrival]
    {
        guard !reports.isEmpty else { return [] }
        let engine = try await triage.engine
        return reports.compactMap { report in
            switch report {
            case .deleted: Arrival(deletion: report)
            case .said(let post): read(addressed(post, to: account), from: account, accounts: accounts, with: engine)
            }
        }
    }

    /// A post on the page of an account speaks to that account.
    private func addressed(_ post: Post, to account: Account?) -> Post {
        guard post.standsOnPage, let account, account.network == post.key.network else { return post }
        return post.naming(account.author)
    }

    /// What is read in a post now: everything that is not kept beside it, too.
    mutating func read(_ post: Post, accounts: AccountBook) async throws -> Triage {
        triage(of: post, from: nil, accounts: accounts, with: try await triage.engine)
    }

    private mutating func read(
        _ post: Post, from account: Account?, accounts: AccountBook, with engine: TriageEngine
    ) -> Arrival {
        Arrival(
            post, triage: triage(of: post, from: account, accounts: accounts, with: engine).summary,
            hash: ContentHash(of: post.text))
    }

    private mutating func triage(
        of post: Post, from account: Account?, accounts: AccountBook, with engine: TriageEngine
    ) -> Triage {
        let named = post.mentions.lazy.compactMap { accounts.account(meantBy: $0, on: post.key.network) }.first
        var context = context(of: named ?? account)
        context.addressesBrand = named != nil || post.standsOnPage || post.parent != nil
        context.isReply = post.parent != nil
        context.platformLanguage = post.language
        return engine.read(post.text, context: context)
    }

    private mutating func context(of account: Account?) -> TriageContext {
        guard let account else { return TriageContext() }
        if let known = contexts[account.name] { return known }
        let context = TriageContext(accountHandles: [account.author.handle ?? account.author.id])
        contexts[account.name] = context
        return context
    }
}

extension Post {
    /// The post with `author` among those it names.
    fileprivate func naming(_ author: Author) -> Post {
        guard !mentions.contains(where: { author.isMeant(by: $0) }) else { return self }
        return Post(
            key: key, parent: parent, author: self.author, at: at, nanoseconds: nanoseconds, text: text,
            standsOnPage: standsOnPage, mentions: mentions + [Mention.normalised(author.id)], url: url,
            language: language, visibility: visibility, editedAt: editedAt)
    }
}
