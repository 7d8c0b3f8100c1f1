import HTTPTypes

/// Decides whether and how a request goes on to where its answer points.
package enum Redirect {
    /// Header fields that may be told to anybody.
    private static let harmless: Set<HTTPField.Name> = [.accept, .acceptLanguage, .userAgent, .cacheControl]

    /// The request to send next; nil when the answer is final.
    ///
    /// `hop` is how many redirects were followed already. A host that is not this machine cannot send us to this
    /// machine, https does not become http, and another origin learns nothing of the credentials.
    ///
    /// - Throws: `redirect-refused`, `too-many-redirects`.
    package static func next(
        after request: TransferRequest, to target: TransferTarget, answered head: TransferHead, hop: Int
    ) throws(TransferError) -> TransferRequest? {
        guard case .follow(let max) = request.redirects, request.purpose == .read,
            [.get, .head].contains(request.method), [301, 302, 303, 307, 308].contains(head.status.code),
            let location = head.fields[.location]
        else { return nil }

        func failure(_ code: TransferError.Code) -> TransferError {
            // How much was sent is not known here; that it was not nothing is.
            TransferError(code, place: target.place, bytesSent: 1, statusSeen: head.status.code)
        }
        guard hop < max else { throw failure(.tooManyRedirects) }
        guard let next = try? target.resolving(location), ["http", "https"].contains(next.scheme),
            target.scheme == "http" || next.scheme == "https", target.isLoopback || !next.isLoopback
        else { throw failure(.redirectRefused) }

        var request = request
        request.url = next.url
        if next.origin != target.origin {
            request.headers = HTTPFields(request.headers.filter { harmless.contains($0.name) })
        }
        return request
    }
}
