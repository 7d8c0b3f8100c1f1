import Foundation
import HTTPTypes

/// Performs transfers, many at once, on one thread of its own that owns libcurl's multi handle.
///
/// Thread and libcurl begin with the first transfer that needs the network: a command that stays at home, or reads only
/// `file:` URLs, pays nothing. One driver per process is enough. Transfers beyond the configured number wait their turn,
/// a stream counts until it is read or dropped.
package final class TransferDriver: Sendable {
    package struct Configuration: Hashable, Sendable {
        /// Transfers at once.
        package var parallel: Int
        /// Transfers at once with the same scheme, host and port.
        package var parallelPerHost: Int
        /// A file of certificates (PEM) to trust instead of the machine's own.
        package var trustedCertificates: String?

        package init(parallel: Int = 50, parallelPerHost: Int = 8, trustedCertificates: String? = nil) {
            self.parallel = parallel
            self.parallelPerHost = parallelPerHost
            self.trustedCertificates = trustedCertificates
        }
    }

    private enum Phase {
        case idle
        case running(TransferInbox)
        case stopped(TransferInbox?)
    }

    private let configuration: Configuration
    private let phase = Guarded(Phase.idle)

    package init(_ configuration: Configuration = Configuration()) {
        self.configuration = configuration
    }

    deinit {
        _ = close(after: .zero)
    }

    // MARK: Transfers

    /// Performs `request` and gathers the whole answer, whatever its status.
    ///
    /// Cancelling the task ends the transfer.
    ///
    /// - Throws: ``TransferError`` when there is no complete answer within the request's limits.
    package func perform(_ request: TransferRequest) async throws(TransferError) -> TransferResponse {
        var (request, hop) = (request, 0)
        while true {
            let target = try checked(request)
            if target.scheme == "file" {
                let file = try FileSource(request, target)
                return TransferResponse(head: file.head, body: try file.whole(atMost: request.answerBytes))
            }
            let response = try await exchange(request, target)
            guard var next = try Redirect.next(after: request, to: target, answered: response.head, hop: hop)
            else { return response }
            next.limits.spend(.microseconds(response.timing.total))
            (request, hop) = (next, hop + 1)
        }
    }

    /// Performs `request` and returns as soon as the answer's head is there; the body follows as it is read.
    ///
    /// Give ``TransferLimits/bulk`` for a long one. Cancelling a task that waits for it ends the transfer, and so does
    /// letting go of the stream.
    ///
    /// - Throws: ``TransferError`` when there is no head within the request's limits.
    package func stream(_ request: TransferRequest) async throws(TransferError) -> TransferStream {
        var (request, hop) = (request, 0)
        while true {
            let target = try checked(request)
            if target.scheme == "file" {
                let file = try FileSource(request, target)
                return TransferStream(head: file.head, source: .file(file))
            }
            let inbox = try openInbox(for: target)
            let (exchange, buffer) = (Exchange(.web(request), to: target), ChunkBuffer())
            exchange.recipient = .stream(buffer)
            let lease = StreamLease(exchange, buffer: buffer, inbox: inbox)
            let start = ContinuousClock.now
            inbox.submit(exchange)
            let head = try await lease.head()
            guard var next = try Redirect.next(after: request, to: target, answered: head, hop: hop)
            else { return TransferStream(head: head, source: .network(lease)) }
            next.limits.spend(ContinuousClock.now - start)
            (request, hop) = (next, hop + 1)
        }
    }

    /// Hands `mail` to its mail server.
    ///
    /// - Throws: ``TransferError`` when the server did not take it over; it may have arrived all the same when
    ///   ``TransferError/isNotSent`` is false.
    package func send(_ mail: MailRequest) async throws(TransferError) -> MailReceipt {
        let target = try TransferTarget(mail.url)
        try target.checkMail()
        guard mail.isWellFormed else { throw TransferError(.badRequest, place: target.place) }
        let inbox = try openInbox(for: target)
        let exchange = Exchange(.mail(mail), to: target)
        let result = await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                exchange.recipient = .receipt(continuation)
                inbox.submit(exchange)
            }
        } onCancel: {
            inbox.cancel(exchange)
        }
        return try result.get()
    }

    private func exchange(
        _ request: TransferRequest, _ target: TransferTarget
    ) async throws(TransferError) -> TransferResponse {
        let inbox = try openInbox(for: target)
        let exchange = Exchange(.web(request), to: target)
        let result = await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                exchange.recipient = .response(continuation)
                inbox.submit(exchange)
            }
        } onCancel: {
            inbox.cancel(exchange)
        }
        return try result.get()
    }

    private func checked(_ request: TransferRequest) throws(TransferError) -> TransferTarget {
        let target = try TransferTarget(request.url)
        if target.scheme != "file" { try target.checkWeb(plainHTTP: request.allowsPlainHTTP) }
        let isBodyAllowed = ![.get, .head].contains(request.method)
        guard request.offset >= 0, isBodyAllowed || request.body.isEmpty, !request.proxy.utf8.contains(0) else {
            throw TransferError(.badRequest, place: target.place)
        }
        return target
    }

    // MARK: Life

    /// Refuses new transfers, lets those under way go on for at most `grace`, ends the rest and returns when the thread
    /// is gone.
    package func shutdown(after grace: Duration = .zero) async {
        await close(after: grace)?.waitUntilGone()
    }

    private func close(after grace: Duration) -> TransferInbox? {
        let inbox = phase.withLock { phase in
            let inbox: TransferInbox? =
                switch phase {
                case .idle: nil
                case .running(let inbox): inbox
                case .stopped(let inbox): inbox
                }
            phase = .stopped(inbox)
            return inbox
        }
        inbox?.close(by: .now + grace)
        return inbox
    }

    private func openInbox(for target: TransferTarget) throws(TransferError) -> TransferInbox {
        try phase.withLock { (phase) throws(TransferError) -> TransferInbox in
            switch phase {
            case .running(let inbox): return inbox
            case .stopped: throw TransferError(.stopped, place: target.place)
            case .idle:
                let inbox = TransferInbox()
                TransferLoop.start(inbox, configuration)
                phase = .running(inbox)
                return inbox
            }
        }
    }
}
