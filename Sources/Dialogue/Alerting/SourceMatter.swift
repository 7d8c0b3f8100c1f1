package import ServiceHours

/// What a notice says about a source.
package struct SourceMatter: Hashable, Sendable {
    package let name: String
    /// Since when it has failed without a break.
    package let since: Instant
    /// The fixed word of the last failure.
    package let code: String
    /// What was wrong, for people.
    package let message: String

    package init(name: String, since: Instant, code: String, message: String) {
        self.name = name
        self.since = since
        self.code = code
        self.message = message
    }

    /// 24 hex digits: one for each stretch of failing.
    package var id: String {
        var digest = PartsDigest("source-trouble/1")
        digest.add(name)
        digest.add(since.seconds)
        return String(digest.hex.prefix(24))
    }
}
