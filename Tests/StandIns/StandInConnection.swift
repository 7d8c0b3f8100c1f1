import Foundation

/// One accepted connection, used by the one thread that serves it.
final class StandInConnection: @unchecked Sendable {  // handed from the accepting to the serving thread, never shared
    /// 0 for the first connection the stand-in accepted.
    let number: Int
    private let descriptor: Int32
    private let sent: Shared<Int>
    private let listener: LoopbackListener
    private var buffer: [UInt8] = []
    private var position = 0

    init(_ descriptor: Int32, number: Int, listener: LoopbackListener) {
        sent = listener.sent
        self.descriptor = descriptor
        self.number = number
        self.listener = listener
        var on: Int32 = 1
        let size = socklen_t(MemoryLayout<Int32>.size)
        _ = unsafe setsockopt(descriptor, Int32(IPPROTO_TCP), TCP_NODELAY, &on, size)
    }

    // MARK: Reading

    /// The next line without its end; nil when the other side is gone.
    func readLine() -> String? {
        var searched = position
        while true {
            if let end = buffer[searched...].firstIndex(of: UInt8(ascii: "\n")) {
                var line = buffer[position..<end]
                if line.last == UInt8(ascii: "\r") { line.removeLast() }
                position = end + 1
                return String(decoding: line, as: UTF8.self)
            }
            searched = buffer.count - position
            guard fill() else { return nil }
        }
    }

    func read(count: Int) -> [UInt8]? {
        while buffer.count - position < count { guard fill() else { return nil } }
        defer { position += count }
        return Array(buffer[position..<position + count])
    }

    /// Reads and forgets until the other side is gone or the stand-in stops.
    func drain() {
        repeat { (buffer, position) = ([], 0) } while fill()
    }

    private func fill() -> Bool {
        buffer.removeFirst(position)
        position = 0
        guard listener.wait(for: descriptor) else { return false }
        var piece = [UInt8](repeating: 0, count: 64 << 10)
        let got = unsafe recv(descriptor, &piece, piece.count, 0)
        guard got > 0 else { return false }
        buffer += piece[..<got]
        return true
    }

    // MARK: Writing

    /// False when the other side is gone.
    @discardableResult
    func write(_ bytes: some Collection<UInt8>) -> Bool {
        let bytes = Array(bytes)
        var position = 0
        while position < bytes.count {
            let count = unsafe bytes[position...].withUnsafeBytes { rest in
                unsafe send(descriptor, rest.baseAddress, rest.count, Int32(StandInConnection.noSignal))
            }
            guard count > 0 else { return false }
            position += count
            sent.withLock { $0 += count }
        }
        return true
    }

    #if canImport(Darwin)
        private static let noSignal = 0
    #else
        private static let noSignal = MSG_NOSIGNAL
    #endif

    @discardableResult
    func write(_ text: String) -> Bool {
        write(text.utf8)
    }

    /// False when the stand-in stopped meanwhile.
    func pause(milliseconds: Int) -> Bool {
        _ = listener.wait(for: nil, milliseconds: milliseconds)
        return !listener.isStopped
    }

    /// Makes the coming ``close()`` tear the connection down (RST) instead of ending it.
    func tearDown() {
        var linger = linger(l_onoff: 1, l_linger: 0)
        _ = unsafe setsockopt(descriptor, SOL_SOCKET, SO_LINGER, &linger, socklen_t(MemoryLayout<linger>.size))
    }

    func close() {
        Foundation.close(descriptor)
    }
}
