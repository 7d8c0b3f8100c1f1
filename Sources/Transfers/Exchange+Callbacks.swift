import CCurl
import Foundation

/// What libcurl calls, on the driver's thread; the context is the ``Exchange`` itself, which the thread keeps alive.
extension Exchange {
    static let onBody: ccurl_bytes_callback = { bytes, size, count, context in
        guard let bytes = unsafe bytes, let exchange = unsafe Exchange.from(context) else { return 0 }
        switch unsafe exchange.receive(body: UnsafeRawBufferPointer(start: bytes, count: size * count)) {
        case .taken: return size * count
        case .pause: return ccurl_WRITEFUNC_PAUSE
        // Fewer than were offered: libcurl ends the transfer.
        case .stop: return 0
        }
    }

    static let onHeadLine: ccurl_bytes_callback = { bytes, size, count, context in
        guard let bytes = unsafe bytes, let exchange = unsafe Exchange.from(context) else { return 0 }
        let line = unsafe UnsafeRawBufferPointer(start: bytes, count: size * count)
        return unsafe exchange.receive(headLine: line) ? size * count : 0
    }

    static let onUpload: ccurl_bytes_callback = { space, size, count, context in
        guard let space = unsafe space, let exchange = unsafe Exchange.from(context) else {
            return ccurl_READFUNC_ABORT
        }
        return unsafe exchange.nextUpload(into: UnsafeMutableRawBufferPointer(start: space, count: size * count))
    }

    static let onOpenSocket: ccurl_socket_callback = { context, _, address in
        guard let address = unsafe address, let exchange = unsafe Exchange.from(context) else {
            return ccurl_SOCKET_BAD
        }
        // A name that means this machine must also lead to it.
        if exchange.target.isLoopback, !(unsafe Exchange.isLoopback(address)) { return ccurl_SOCKET_BAD }
        return unsafe socket(
            address.pointee.family, address.pointee.socktype | ccurl_SOCKET_FLAGS, address.pointee.protocol)
    }

    private static func from(_ context: UnsafeMutableRawPointer?) -> Exchange? {
        unsafe context.map { unsafe Unmanaged<Exchange>.fromOpaque($0).takeUnretainedValue() }
    }

    private static func isLoopback(_ address: UnsafePointer<curl_sockaddr>) -> Bool {
        guard let raw = unsafe UnsafeRawPointer(ccurl_address(address)) else { return false }
        switch unsafe address.pointee.family {
        case AF_INET:
            let ip = unsafe raw.loadUnaligned(as: sockaddr_in.self).sin_addr
            return unsafe withUnsafeBytes(of: ip) { unsafe $0.first == 127 }
        case AF_INET6:
            let ip = unsafe raw.loadUnaligned(as: sockaddr_in6.self).sin6_addr
            return unsafe withUnsafeBytes(of: ip) { unsafe $0.dropLast().allSatisfy { $0 == 0 } && $0.last == 1 }
        default: return false
        }
    }
}
