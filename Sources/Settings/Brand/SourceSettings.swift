package import ServiceHours

/// Something that is read for an account.
package struct SourceSettings: Hashable, Sendable {
    /// Lower-case letters, digits, `.`, `_`, `-`; unique.
    package let name: String
    /// The name of its account.
    package let account: String
    package let kind: SourceKind
    /// Posts before it are history: they are threaded and never alarm. nil: since the source was added.
    package let liveSince: Instant?
    package let budget: SourceBudget

    package init(
        name: String, account: String, kind: SourceKind, liveSince: Instant? = nil,
        budget: SourceBudget = SourceBudget()
    ) {
        self.name = name
        self.account = account
        self.kind = kind
        self.liveSince = liveSince
        self.budget = budget
    }

    /// The export that is read; nil for a source of another kind.
    package var export: ExportSettings? {
        guard case .export(let export) = kind else { return nil }
        return export
    }
}

/// How a source is read.
package enum SourceKind: Hashable, Sendable {
    case export(ExportSettings)
    /// From the account's server, with its token.
    case api(APISettings)
}

/// What is read from an account's server beside the posts that mention it.
package struct APISettings: Hashable, Sendable {
    /// How old a post of the brand's own may be whose thread is still looked through for answers that mention nobody: 0 to 30.
    package let contextDays: Int

    package init(contextDays: Int = 7) {
        self.contextDays = contextDays
    }
}

/// How much one run may take from a source.
package struct SourceBudget: Hashable, Sendable {
    package let seconds: Seconds
    package let requests: Int
    package let items: Int

    package init(seconds: Seconds = 60, requests: Int = 100, items: Int = 200_000) {
        self.seconds = seconds
        self.requests = requests
        self.items = items
    }
}
