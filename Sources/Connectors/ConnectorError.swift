/// Why a source could not be read, and what the operator can do about it.
package struct ConnectorError: Error, Hashable, Sendable {
    /// What happened, in a word that never changes and holds no values: a metric label, and what code branches on.
    package enum Code: String, Hashable, Sendable, CaseIterable {
        /// 401 or 403: the credentials are missing, wrong or not enough.
        case credentials
        /// 404 or 410: nothing lives at the address.
        case gone
        /// 429: the server asks for a pause; how long stands in its `Retry-After`.
        case limited
        /// 5xx, 408 or 425: the server cannot answer now.
        case unavailable
        /// Any other status.
        case refused
        /// What came is not text, or not in the format the source is declared to have.
        case format
        /// A column the format needs is not in the header.
        case column
        /// The settings of the format contradict themselves.
        case mapping
        /// The saved place in the source cannot be read.
        case cursor
    }

    package let code: Code
    /// Where: a status, a line, a column, a field of the settings. Never holds an address, a secret or a post's text.
    package let place: String
    /// What is wrong and what to do next, in one sentence each.
    package let advice: String

    package init(_ code: Code, at place: String, advice: String) {
        self.code = code
        self.place = place
        self.advice = advice
    }
}
