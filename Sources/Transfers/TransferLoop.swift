import CCurl
import Foundation

/// The driver's thread: the only one that touches libcurl's handles.
@safe
final class TransferLoop {
    /// Milliseconds; libcurl wakes earlier for its own timers, we for our inbox.
    private static let longestWait: Int32 = 60_000

    private let inbox: TransferInbox
    private let configuration: TransferDriver.Configuration
    private let multi: UnsafeMutableRawPointer
    private var queue: TurnQueue<Exchange>
    /// Waiting and running.
    private var known: [ObjectIdentifier: Exchange] = [:]
    /// By the address of their easy handles.
    private var running: [UInt: Exchange] = [:]
    private var spare: [EasyHandle] = []

    /// Runs a loop on a thread of its own until its inbox is closed.
    static func start(_ inbox: TransferInbox, _ configuration: TransferDriver.Configuration) {
        let thread = Thread {
            blockBrokenPipes()
            if let loop = TransferLoop(inbox, configuration) { loop.run() }
            for exchange in inbox.detach() { exchange.end(because: .stopped) }
            inbox.leave()
        }
        thread.name = "transfers"
        thread.start()
    }

    /// Writing through TLS to a connection the other side has closed raises SIGPIPE, which libcurl leaves to us when it
    /// is told to leave signals alone. It is meant for the writing thread, so blocking it here is enough.
    private static func blockBrokenPipes() {
        var signals = sigset_t()
        unsafe sigemptyset(&signals)
        unsafe sigaddset(&signals, SIGPIPE)
        unsafe pthread_sigmask(SIG_BLOCK, &signals, nil)
    }

    private init?(_ inbox: TransferInbox, _ configuration: TransferDriver.Configuration) {
        // Counted and thread-safe since libcurl 7.84.
        guard curl_global_init(ccurl_GLOBAL_DEFAULT) == CURLE_OK else { return nil }
        guard let multi = unsafe curl_multi_init() else {
            curl_global_cleanup()
            return nil
        }
        self.inbox = inbox
        self.configuration = configuration
        unsafe self.multi = multi
        queue = TurnQueue(total: configuration.parallel, perHost: configuration.parallelPerHost)
        let kept = Int(Int32(clamping: configuration.parallel))
        _ = unsafe ccurl_multi_set_long(multi, CURLMOPT_PIPELINING, ccurl_PIPE_MULTIPLEX)
        _ = unsafe ccurl_multi_set_long(multi, CURLMOPT_MAXCONNECTS, max(1, kept))
    }

    deinit {
        for easy in spare { unsafe curl_easy_cleanup(easy.pointer) }
        unsafe curl_multi_cleanup(multi)
        curl_global_cleanup()
    }

    private func run() {
        unsafe inbox.attach(multi)
        while true {
            let closing = follow(inbox.take())
            begin()
            var count: Int32 = 0
            unsafe curl_multi_perform(multi, &count)
            collect()
            begin()

            var wait = TransferLoop.longestWait
            if let closing {
                let left = ContinuousClock.now.duration(to: closing)
                if known.isEmpty || left <= .zero { break }
                wait = Int32(min(left, .milliseconds(wait)) / .milliseconds(1)) + 1
            }
            unsafe curl_multi_poll(multi, nil, 0, wait, nil)
        }
        for exchange in known.values { stop(exchange, .stopped) }
        // No wake-up may come after this: the multi handle goes with this object.
        for exchange in inbox.detach() { exchange.end(because: .stopped) }
    }

    /// Says until when to go on, if that has an end.
    private func follow(_ orders: TransferInbox.Orders) -> ContinuousClock.Instant? {
        for exchange in orders.started {
            known[ObjectIdentifier(exchange)] = exchange
            queue.enqueue(exchange, at: exchange.target.origin)
        }
        for exchange in orders.cancelled where known[ObjectIdentifier(exchange)] != nil {
            stop(exchange, .cancelled)
        }
        for exchange in orders.resumed {
            if case .running(let easy) = exchange.stage { unsafe curl_easy_pause(easy.pointer, ccurl_PAUSE_CONT) }
        }
        return orders.closing
    }

    /// Starts whatever may start.
    private func begin() {
        while let exchange = queue.next() {
            guard case .waiting = exchange.stage else {
                queue.release(exchange.target.origin)
                continue
            }
            guard var easy = spare.popLast() ?? EasyHandle() else {
                forget(exchange)
                exchange.end(because: .outOfMemory)
                continue
            }
            let isAccepted =
                unsafe exchange.configure(&easy, trustedCertificates: configuration.trustedCertificates)
                && curl_multi_add_handle(multi, easy.pointer) == CURLM_OK
            guard isAccepted else {
                let code: TransferError.Code = easy.firstRefusal == CURLE_OUT_OF_MEMORY ? .outOfMemory : .other
                recycle(easy)
                forget(exchange)
                exchange.end(because: code)
                continue
            }
            exchange.stage = .running(easy)
            running[easy.address] = exchange
        }
    }

    /// Takes what libcurl has finished.
    private func collect() {
        var left: Int32 = 0
        while let message = unsafe curl_multi_info_read(multi, &left) {
            guard unsafe message.pointee.msg == CURLMSG_DONE, let pointer = unsafe message.pointee.easy_handle else {
                continue
            }
            // The message is gone once the handle is removed.
            let result = unsafe ccurl_message_result(message)
            guard let exchange = running[UInt(bitPattern: pointer)], case .running(let easy) = exchange.stage else {
                continue
            }
            unsafe curl_multi_remove_handle(multi, easy.pointer)
            exchange.end(result)
            forget(exchange)
            recycle(easy)
        }
    }

    private func stop(_ exchange: Exchange, _ reason: TransferError.Code) {
        guard case .running(let easy) = exchange.stage else {
            // The queue drops it when its turn comes.
            known[ObjectIdentifier(exchange)] = nil
            exchange.end(because: reason)
            return
        }
        unsafe curl_multi_remove_handle(multi, easy.pointer)
        exchange.end(because: reason)
        forget(exchange)
        recycle(easy)
    }

    private func forget(_ exchange: Exchange) {
        known[ObjectIdentifier(exchange)] = nil
        queue.release(exchange.target.origin)
    }

    private func recycle(_ easy: EasyHandle) {
        var easy = easy
        running[easy.address] = nil
        easy.reset()
        spare.append(easy)
    }
}
