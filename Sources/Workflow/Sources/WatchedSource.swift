package import Connectors
package import Dialogue
package import ServiceHours
package import Transfers

/// A source as `watch` reads it: where it is, how it is written, whom it is for.
package struct WatchedSource: Sendable {
    package let name: String
    package let account: Account
    package let format: ExportFormat
    /// An absolute URL.
    package let url: String
    /// The path behind a `file:` URL; it ends in a slash for a drop folder.
    package let filePath: String?
    /// nil: since the source was added.
    package let liveSince: Instant?
    package let budget: Budget
    package let limits: TransferLimits
    package let allowsPlainHTTP: PlainHTTPPermission
    package let proxy: String

    /// How much one run may take from a source, so that a full one cannot starve the others.
    package struct Budget: Hashable, Sendable {
        package let seconds: Seconds
        package let requests: Int
        package let items: Int

        package init(seconds: Seconds = 60, requests: Int = 100, items: Int = 200_000) {
            self.seconds = seconds
            self.requests = requests
            self.items = items
        }

        /// What is left of it when so many records have been read.
        func less(records: Int) -> Budget {
            Budget(seconds: seconds, requests: requests, items: max(0, items - records))
        }

        /// For an import, which reads until the end.
        package static let unlimited = Budget(seconds: .max, requests: .max, items: .max)
    }

    package init(
        name: String, account: Account, format: ExportFormat, url: String, filePath: String? = nil,
        liveSince: Instant? = nil, budget: Budget = Budget(), limits: TransferLimits = .bulk,
        allowsPlainHTTP: PlainHTTPPermission = .loopbackOnly, proxy: String = ""
    ) {
        self.name = name
        self.account = account
        self.format = format
        self.url = url
        self.filePath = filePath
        self.liveSince = liveSince
        self.budget = budget
        self.limits = limits
        self.allowsPlainHTTP = allowsPlainHTTP
        self.proxy = proxy
    }

    var isDropFolder: Bool { filePath?.hasSuffix("/") ?? false }
}
