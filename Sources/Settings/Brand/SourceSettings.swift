package import ServiceHours

/// Something that is read for an account. This release reads exports: files, folders of files, and URLs that serve one.
package struct SourceSettings: Hashable, Sendable {
    /// Lower-case letters, digits, `.`, `_`, `-`; unique.
    package let name: String
    /// The name of its account.
    package let account: String
    package let format: SourceFormat
    /// An absolute `https:`, `http:` or `file:` URL.
    package let url: String
    /// The absolute path behind a `file:` URL; it ends in a slash for a drop folder.
    package let filePath: String?
    /// Posts before it are history: they are threaded and never alarm. nil: since the source was added.
    package let liveSince: Instant?
    package let budget: SourceBudget

    package init(
        name: String, account: String, format: SourceFormat, url: String, filePath: String? = nil,
        liveSince: Instant? = nil,
        budget: SourceBudget = SourceBudget()
    ) {
        self.name = name
        self.account = account
        self.format = format
        self.url = url
        self.filePath = filePath
        self.liveSince = liveSince
        self.budget = budget
    }

    /// Whether every file of a folder is read as it appears.
    package var isDropFolder: Bool { filePath?.hasSuffix("/") ?? false }
}

/// How an export is written.
package enum SourceFormat: Hashable, Sendable {
    /// The columns of the Customer Support on Twitter data set.
    case twcs
    /// Antwort's own posts, one JSON object a line.
    case antwortPosts
    case csv(CSVSettings)
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
