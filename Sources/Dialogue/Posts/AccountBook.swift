/// All accounts of a run, found by the author a brand writes as.
package struct AccountBook: Sendable {
    private var byAuthor: [Network: [String: Account]] = [:]
    private var catchAlls: [Network: Account] = [:]

    /// Of two accounts with the same author on one network the first counts; the settings refuse such a pair.
    package init(_ accounts: [Account]) {
        for account in accounts { add(account) }
    }

    /// Adds an account; one whose author is known already changes nothing.
    package mutating func add(_ account: Account) {
        if account.takesUnassigned {
            if catchAlls[account.network] == nil { catchAlls[account.network] = account }
            return
        }
        var names = [Mention.normalised(account.author.id)]
        if let handle = account.author.handle { names.append(Mention.normalised(handle)) }
        for name in names where !name.isEmpty && byAuthor[account.network]?[name] == nil {
            byAuthor[account.network, default: [:]][name] = account
        }
    }

    /// The account that writes as `author`.
    package func account(writingAs author: Author, on network: Network) -> Account? {
        guard let accounts = byAuthor[network] else { return nil }
        if let account = accounts[Mention.normalised(author.id)] { return account }
        guard let handle = author.handle else { return nil }
        return accounts[Mention.normalised(handle)]
    }

    /// The account that `mention`, in normalised form, means.
    package func account(meantBy mention: String, on network: Network) -> Account? {
        byAuthor[network]?[mention]
    }

    /// The account that takes the threads of `network` in which no brand speaks.
    package func catchAll(on network: Network) -> Account? {
        catchAlls[network]
    }
}
