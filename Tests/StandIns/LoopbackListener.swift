import Foundation

/// Accepts connections on a free port of 127.0.0.1 and serves each on a thread of its own.
final class LoopbackListener: Sendable {
    private struct State {
        var open: Set<Int32> = []
        var serving = 0
        var isStopped = false
    }

    let port: Int
    /// Bytes written on all connections.
    let sent = Shared(0)
    private let descriptor: Int32
    private let state = Shared(State())
    /// Readable once stopped, so that every wait can end early.
    private let stopPipe: (read: Int32, write: Int32)

    /// - Throws: ``StandInError`` when no socket could be had.
    init() throws(StandInError) {
        var ends: [Int32] = [-1, -1]
        guard unsafe pipe(&ends) == 0 else { throw StandInError(call: "pipe") }
        stopPipe = (ends[0], ends[1])
        #if canImport(Darwin)
            descriptor = socket(AF_INET, SOCK_STREAM, 0)
        #else
            descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        #endif
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let fd = descriptor
        let isListening = unsafe withUnsafeMutablePointer(to: &address) { address in
            unsafe address.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
                unsafe bind(fd, address, size) == 0 && listen(fd, 1024) == 0 && getsockname(fd, address, &size) == 0
            }
        }
        guard isListening else { throw StandInError(call: "listen") }
        port = Int(UInt16(bigEndian: address.sin_port))
    }

    deinit {
        for end in [stopPipe.read, stopPipe.write] { close(end) }
    }

    /// Serves until ``stop()``; `serve` may block, its connection's waits end when stopped.
    func start(serve: @escaping @Sendable (StandInConnection) -> Void) {
        begin { listener in
            var number = 0
            while listener.wait(for: listener.descriptor) {
                let accepted = accept(listener.descriptor, nil, nil)
                guard accepted >= 0 else { continue }
                let connection = StandInConnection(accepted, number: number, listener: listener)
                number += 1
                listener.state.withLock { state in
                    state.open.insert(accepted)
                    if state.isStopped { shutdown(accepted, Int32(SHUT_RDWR)) }
                }
                listener.begin { listener in
                    serve(connection)
                    listener.state.withLock { _ = $0.open.remove(accepted) }
                    connection.close()
                }
            }
            close(listener.descriptor)
        }
    }

    /// Ends all waits and connections and returns when every thread is done.
    func stop() {
        let isFirst = state.withLock { state in
            defer { state.isStopped = true }
            for connection in state.open where !state.isStopped { shutdown(connection, Int32(SHUT_RDWR)) }
            return !state.isStopped
        }
        if isFirst { _ = unsafe write(stopPipe.write, "x", 1) }
        while state.withLock({ $0.serving }) > 0 { usleep(500) }
    }

    var isStopped: Bool { state.withLock { $0.isStopped } }

    /// Waits until `descriptor` can be read, for `milliseconds` or for ever; false when time or this listener ended.
    func wait(for descriptor: Int32?, milliseconds: Int? = nil) -> Bool {
        let deadline = milliseconds.map { ContinuousClock.now + .milliseconds($0) }
        while !isStopped {
            var polled = [pollfd(fd: stopPipe.read, events: Int16(POLLIN), revents: 0)]
            if let descriptor { polled.append(pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)) }
            let left = deadline.map { max(0, Int32(ContinuousClock.now.duration(to: $0) / .milliseconds(1))) }
            let ready = unsafe poll(&polled, nfds_t(polled.count), left ?? -1)
            if polled[0].revents != 0 { return false }
            if ready > 0 { return true }
            if ready == 0, left == 0 { return false }
        }
        return false
    }

    private func begin(_ work: @escaping @Sendable (LoopbackListener) -> Void) {
        state.withLock { $0.serving += 1 }
        let thread = Thread {
            work(self)
            self.state.withLock { $0.serving -= 1 }
        }
        thread.stackSize = 512 << 10
        thread.start()
    }
}
