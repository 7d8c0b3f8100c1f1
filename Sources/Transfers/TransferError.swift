/// Why there is no complete answer.
///
/// Nothing of it repeats what was sent: of the URL only scheme, host and port (a web hook's path is as secret as its
/// query), of headers and body nothing.
package struct TransferError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What went wrong, as a fixed word that is safe as a metric label.
    package enum Code: String, Hashable, Sendable, CaseIterable {
        // Refused before anything was opened.
        case badURL = "bad-url"
        case badRequest = "bad-request"
        case schemeRefused = "scheme-refused"
        case plainHTTPRefused = "plain-http-refused"
        // No connection.
        case hostNotFound = "host-not-found"
        case proxyFailed = "proxy-failed"
        case connectFailed = "connect-failed"
        case tlsFailed = "tls-failed"
        // The exchange broke.
        case timedOut = "timed-out"
        case tooSlow = "too-slow"
        case sendFailed = "send-failed"
        case receiveFailed = "receive-failed"
        case emptyAnswer = "empty-answer"
        case bodyCut = "body-cut"
        case garbage = "garbage"
        case badEncoding = "bad-encoding"
        case answerTooLarge = "answer-too-large"
        // Redirects.
        case redirectRefused = "redirect-refused"
        case tooManyRedirects = "too-many-redirects"
        // Mail.
        case loginRefused = "login-refused"
        case mailRefused = "mail-refused"
        // Files.
        case fileUnreadable = "file-unreadable"
        case fileShrunk = "file-shrunk"
        // Ourselves.
        case cancelled
        case stopped
        case outOfMemory = "out-of-memory"
        case other
    }

    package let code: Code
    /// Scheme, host and port, for a file its path; empty when the URL could not be read.
    package let place: String
    /// libcurl's number for it; nil when libcurl was not asked.
    package let curlCode: Int?
    /// Bytes of the request (of a mail: of its text) that may have left this machine, at least; a proxy's CONNECT may be
    /// among them.
    package let bytesSent: Int64
    /// The status line (or the mail server's last reply code) that was seen before it broke; 1xx do not count.
    package let statusSeen: Int?

    package init(
        _ code: Code, place: String, curlCode: Int? = nil, bytesSent: Int64 = 0, statusSeen: Int? = nil
    ) {
        self.code = code
        self.place = place
        self.curlCode = curlCode
        self.bytesSent = bytesSent
        self.statusSeen = statusSeen
    }

    /// Proved: no byte of the request left, so nothing can have come of it.
    package var isNotSent: Bool { bytesSent == 0 }

    /// What went wrong and what to do next, in a sentence for the operator.
    package var description: String {
        let seen = statusSeen.map { " after status \($0)" } ?? ""
        return "\(place.isEmpty ? "URL" : place): \(code.rawValue)\(seen); \(advice)"
    }
}
