/// What an answer says before its body, as far as reading an export needs it.
package struct ExportHead: Hashable, Sendable {
    /// The HTTP status; 0 for a `file:` URL, when the reader does not make one up.
    package let status: Int
    package let etag: String?
    /// Byte for byte. Leave it out when it lies less than two seconds before the answer's `Date`: a change within
    /// that second would never be seen (RFC 9110, section 8.8.2.2).
    package let lastModified: String?
    /// Bytes of this body, where the answer says so and no content coding was applied.
    package let contentLength: Int64?
    /// The first byte that a partial answer holds, from `Content-Range`.
    package let contentRangeStart: Int64?

    package init(
        status: Int, etag: String? = nil, lastModified: String? = nil, contentLength: Int64? = nil,
        contentRangeStart: Int64? = nil
    ) {
        self.status = status
        self.etag = etag
        self.lastModified = lastModified
        self.contentLength = contentLength
        self.contentRangeStart = contentRangeStart
    }
}
