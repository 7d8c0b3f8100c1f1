/// What to ask for next.
package struct ExportFetch: Hashable, Sendable {
    /// For `If-None-Match`; nil: do not send it.
    package let etag: String?
    /// For `If-Modified-Since`; nil: do not send it.
    package let lastModified: String?
    /// The first byte wanted; nil: everything. It lies a little before the place reached, so that a grown file proves
    /// to be the same one.
    package let rangeStart: Int64?
    /// Whether the answer must come without a content coding, because offsets count the bytes of the file itself.
    package let wantsIdentityEncoding: Bool

    package init(etag: String?, lastModified: String?, rangeStart: Int64?, wantsIdentityEncoding: Bool) {
        self.etag = etag
        self.lastModified = lastModified
        self.rangeStart = rangeStart
        self.wantsIdentityEncoding = wantsIdentityEncoding
    }
}
