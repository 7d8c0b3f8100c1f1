package import HTTPTypes

/// What a server said about the version it sent, kept to ask "has it changed?" next time (RFC 9110, section 8.8).
package struct TransferValidators: Hashable, Sendable {
    /// The `ETag`, quotes and `W/` included, to be sent back byte for byte.
    package let entityTag: String?
    /// The `Last-Modified` date as text, to be sent back byte for byte.
    package let lastModified: String?

    package init(entityTag: String?, lastModified: String?) {
        self.entityTag = entityTag
        self.lastModified = lastModified
    }

    package init(_ fields: HTTPFields) {
        self.init(entityTag: fields[.eTag], lastModified: fields[.lastModified])
    }
}
