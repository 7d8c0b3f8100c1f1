package import Foundation
package import HTTPTypes

/// One HTTP exchange, or one reading of a `file:` URL, to be performed by a ``TransferDriver``.
package struct TransferRequest: Hashable, Sendable {
    package var method: HTTPRequest.Method
    /// `https:`, `http:` (see ``allowsPlainHTTP``) or `file:` (GET only).
    package var url: String
    package var headers: HTTPFields
    package var body: Data
    package var limits: TransferLimits
    package var purpose: TransferPurpose
    package var redirects: RedirectPolicy
    package var allowsPlainHTTP: PlainHTTPPermission
    /// The proxy's URL; empty for none. The environment's proxy variables are never looked at, and this machine itself
    /// is never reached through a proxy.
    package var proxy: String
    /// Where in the resource to begin, in bytes: for a file or an export that has grown since it was last read.
    ///
    /// Over HTTP this asks for a range of the undecoded resource; a server that ignores it answers 200 and sends
    /// everything, so look at the status (206 begins at the offset).
    package var offset: Int64

    package init(
        method: HTTPRequest.Method = .get, url: String, headers: HTTPFields = [:], body: Data = Data(),
        limits: TransferLimits = TransferLimits(), purpose: TransferPurpose = .read,
        redirects: RedirectPolicy = .refuse, allowsPlainHTTP: PlainHTTPPermission = .loopbackOnly, proxy: String = "",
        offset: Int64 = 0
    ) {
        self.method = method
        self.url = url
        self.headers = headers
        self.body = body
        self.limits = limits
        self.purpose = purpose
        self.redirects = redirects
        self.allowsPlainHTTP = allowsPlainHTTP
        self.proxy = proxy
        self.offset = offset
    }

    /// A request as a connector wrote it, with the limits and permissions of the account still to be set.
    ///
    /// A request without scheme or authority becomes a URL that ``TransferDriver/perform(_:)`` refuses.
    package init(_ request: HTTPRequest, body: Data = Data()) {
        var url = ""
        if let scheme = request.scheme, let authority = request.authority, !authority.isEmpty {
            url = "\(scheme)://\(authority)\(request.path ?? "/")"
        }
        self.init(method: request.method, url: url, headers: request.headerFields, body: body)
    }

    /// The same question, answered with 304 and no body if nothing changed since `validators` were received.
    package func revalidating(_ validators: TransferValidators) -> TransferRequest {
        var request = self
        if let entityTag = validators.entityTag { request.headers[.ifNoneMatch] = entityTag }
        if let lastModified = validators.lastModified { request.headers[.ifModifiedSince] = lastModified }
        return request
    }

    /// Whether a repetition by libcurl on a reused connection would be harmless.
    var isSafe: Bool { [.get, .head, .options].contains(method) }

    var answerBytes: Int {
        purpose == .publish ? min(limits.answerBytes, TransferPurpose.publishAnswerBytes) : limits.answerBytes
    }
}
