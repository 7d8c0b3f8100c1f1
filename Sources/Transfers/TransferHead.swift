package import HTTPTypes

/// The status and header fields of the final answer: those of 1xx answers, redirects, proxies and trailers are not in it.
package struct TransferHead: Hashable, Sendable {
    /// For a `file:` URL 200, 206 when it was read from an offset, or 304.
    package let status: HTTPResponse.Status
    package let fields: HTTPFields
    /// Where the answer came from, after redirects. May hold secrets: never log it.
    package let url: String

    package init(status: HTTPResponse.Status, fields: HTTPFields, url: String) {
        self.status = status
        self.fields = fields
        self.url = url
    }

    /// `ETag` and `Last-Modified`, for ``TransferRequest/revalidating(_:)``.
    package var validators: TransferValidators { TransferValidators(fields) }

    /// The same as the currency type connectors read.
    package var httpResponse: HTTPResponse { HTTPResponse(status: status, headerFields: fields) }

    /// How many seconds the server asks us to stay away, counted from `now` (seconds since 1970, UTC).
    ///
    /// `Retry-After` is a number of seconds or an HTTP date (RFC 9110, section 10.2.3); a date in the past is 0, and an
    /// unreadable value is nil: fall back to your own back-off then, never to no limit.
    package func retryAfterSeconds(now: Int64) -> Int64? {
        guard let value = fields[.retryAfter] else { return nil }
        if !value.isEmpty, value.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) {
            return Int64(value) ?? .max
        }
        return HTTPDate(value).map { max(0, $0.secondsSince1970.subtractingReportingOverflow(now).partialValue) }
    }
}
