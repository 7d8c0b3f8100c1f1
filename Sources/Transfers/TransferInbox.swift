import CCurl
import Foundation

/// What other threads ask of the driver's thread.
///
/// `curl_multi_wakeup` is the only thing of libcurl another thread may touch, and only while the multi handle lives:
/// both are decided under the one lock.
final class TransferInbox: Sendable {
    struct Orders {
        var started: [Exchange] = []
        var cancelled: [Exchange] = []
        var resumed: [Exchange] = []
        /// Set by a shutdown: until when running transfers may go on.
        var closing: ContinuousClock.Instant?
    }

    @safe
    private struct State {
        var orders = Orders()
        var multi: UnsafeMutableRawPointer?
        var isSignalled = false
        var isClosed = false
        var isGone = false
        var mourners: [CheckedContinuation<Void, Never>] = []

        mutating func signal() {
            guard !isSignalled, let multi = unsafe multi else { return }
            isSignalled = true
            _ = unsafe curl_multi_wakeup(multi)
        }
    }

    private let state = Guarded(State())

    // MARK: Any thread

    func submit(_ exchange: Exchange) {
        let refusal: TransferError.Code? = state.withLock { state in
            if state.isClosed { return .stopped }
            if exchange.isCancelled { return .cancelled }
            state.orders.started.append(exchange)
            state.signal()
            return nil
        }
        if let refusal { exchange.end(because: refusal) }
    }

    func cancel(_ exchange: Exchange) {
        state.withLock { state in
            exchange.isCancelled = true
            guard !state.isGone else { return }
            state.orders.cancelled.append(exchange)
            state.signal()
        }
    }

    func resume(_ exchange: Exchange) {
        state.withLock { state in
            guard !state.isGone else { return }
            state.orders.resumed.append(exchange)
            state.signal()
        }
    }

    /// Refuses new transfers and lets those under way go on until `deadline`; an earlier deadline wins.
    func close(by deadline: ContinuousClock.Instant) {
        state.withLock { state in
            state.isClosed = true
            state.orders.closing = min(state.orders.closing ?? deadline, deadline)
            state.signal()
        }
    }

    func waitUntilGone() async {
        await withCheckedContinuation { continuation in
            let isGone = state.withLock { state in
                if !state.isGone { state.mourners.append(continuation) }
                return state.isGone
            }
            if isGone { continuation.resume() }
        }
    }

    // MARK: The driver's thread

    /// Opens the way for wake-ups; what was asked before is taken by the first ``take()``.
    func attach(_ multi: UnsafeMutableRawPointer) {
        state.withLock { state in unsafe state.multi = multi }
    }

    func take() -> Orders {
        state.withLock { state in
            defer {
                state.orders = Orders(closing: state.orders.closing)
                state.isSignalled = false
            }
            return state.orders
        }
    }

    /// Ends wake-ups for good; whatever was asked too late is handed back.
    func detach() -> [Exchange] {
        state.withLock { state in
            unsafe state.multi = nil
            state.isClosed = true
            defer { state.orders = Orders() }
            return state.orders.started
        }
    }

    /// The thread's last word.
    func leave() {
        let mourners = state.withLock { state in
            state.isGone = true
            defer { state.mourners = [] }
            return state.mourners
        }
        for mourner in mourners { mourner.resume() }
    }
}
