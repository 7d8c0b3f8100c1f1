/// What a transfer is for, which decides what libcurl may do on its own.
package enum TransferPurpose: Hashable, Sendable {
    /// Looking: connections are reused, HTTP/2 is used where TLS offers it.
    case read
    /// Saying something in public: one fresh connection, HTTP/1.1, no redirect, an answer of at most 1 MB.
    ///
    /// libcurl silently repeats a request that fails on a reused connection; a reply must never be said twice.
    case publish

    /// The most bytes an answer to a publish request may have.
    static let publishAnswerBytes = 1 << 20
}
