import Connectors
import Dialogue
import Foundation
import HTTPTypes
import ServiceHours
import Transfers

/// One export file or URL that is being read for a source.
struct ExportFeed: Sendable {
    let source: WatchedSource
    let url: String
    /// The export's own cursor.
    let cursor: String?
    /// Posts at or after it are live; nil when none is.
    let liveSince: Instant?
    /// What it may take of this run.
    var budget: WatchedSource.Budget
    /// What the store holds as the source's cursor now.
    var stored: String?
    /// What the file is called where the source has several.
    var label = ""
    /// Whether the pages move the source's cursor; an import keeps none.
    var keepsCursor = true
    /// Which of its posts are wanted; nil for all.
    var selection: ExportSelection?
    /// Whether brands found in it become accounts.
    var findsAccounts = false
    /// Accounts to be kept with the first page, because the settings do not name them.
    var firstAccounts: [Account] = []

    init(source: WatchedSource, url: String, cursor: String?, liveSince: Instant?) {
        self.source = source
        self.url = url
        self.cursor = cursor
        self.liveSince = liveSince
        budget = source.budget
        stored = cursor
    }

    var isLocalFile: Bool { url.hasPrefix("file:") }

    /// The request for what a poll asks.
    func request(_ fetch: ExportFetch) -> TransferRequest {
        var request = TransferRequest(url: url)
        request.limits = source.limits
        request.proxy = source.proxy
        request.allowsPlainHTTP = source.allowsPlainHTTP
        request.redirects = .follow(max: 5)
        request.offset = fetch.rangeStart ?? 0
        if fetch.wantsIdentityEncoding { request.headers[.acceptEncoding] = "identity" }
        return request.revalidating(TransferValidators(entityTag: fetch.etag, lastModified: fetch.lastModified))
    }
}

extension ExportHead {
    /// The head as a poll reads it.
    init(_ head: TransferHead) {
        let range = head.fields[.contentRange].flatMap { text -> Int64? in
            guard text.hasPrefix("bytes ") else { return nil }
            return Int64(text.dropFirst(6).prefix { $0 != "-" })
        }
        let isCoded = head.fields[.contentEncoding].map { $0 != "identity" } ?? false
        self.init(
            status: head.status.code, etag: head.validators.entityTag, lastModified: Self.strongDate(head),
            contentLength: isCoded ? nil : head.fields[.contentLength].flatMap { Int64($0) }, contentRangeStart: range)
    }

    /// The time of the last change, unless it is so fresh that another change could hide in the same second (RFC 9110, 8.8.2.2).
    private static func strongDate(_ head: TransferHead) -> String? {
        guard let text = head.validators.lastModified, let changed = HTTPDate(text) else { return nil }
        guard let answered = head.fields[.date].flatMap({ HTTPDate($0) }) else { return text }
        return answered.secondsSince1970 - changed.secondsSince1970 >= 2 ? text : nil
    }
}
