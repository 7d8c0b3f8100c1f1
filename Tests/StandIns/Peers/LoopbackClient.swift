import Foundation

/// Asks a server on 127.0.0.1 one thing per connection, and waits for the answer.
struct LoopbackClient: Sendable {
    let port: Int

    /// - Throws: ``StandInError`` when nobody answers there, or what answers is no HTTP.
    func ask(
        _ method: String, _ target: String, headers: [StandInRequest.Header] = [], body: Data = Data()
    ) throws(StandInError) -> StandInAnswer {
        let descriptor = try connected()
        defer { close(descriptor) }
        let kept = headers.filter { header in
            !["connection", "content-length", "accept-encoding"].contains(header.name.lowercased())
        }
        // HTTP/1.0: the answer comes whole and ends with the connection.
        var bytes = Data("\(method) \(target) HTTP/1.0\r\nContent-Length: \(body.count)\r\n".utf8)
        for header in kept { bytes += Data("\(header.name): \(header.value)\r\n".utf8) }
        try send(bytes + Data("\r\n".utf8) + body, to: descriptor)
        return try answer(in: try receive(from: descriptor))
    }

    private func connected() throws(StandInError) -> Int32 {
        #if canImport(Darwin)
            let descriptor = socket(AF_INET, SOCK_STREAM, 0)
        #else
            let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        #endif
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        address.sin_port = UInt16(port).bigEndian
        let size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isConnected = unsafe withUnsafePointer(to: &address) { address in
            unsafe address.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                unsafe connect(descriptor, $0, size) == 0
            }
        }
        guard isConnected else {
            let error = StandInError(call: "connect")
            close(descriptor)
            throw error
        }
        return descriptor
    }

    private func send(_ data: Data, to descriptor: Int32) throws(StandInError) {
        var rest = [UInt8](data)[...]
        while !rest.isEmpty {
            let count = unsafe rest.withUnsafeBytes { unsafe write(descriptor, $0.baseAddress, $0.count) }
            guard count > 0 else { throw StandInError(call: "write") }
            rest = rest.dropFirst(count)
        }
    }

    private func receive(from descriptor: Int32) throws(StandInError) -> [UInt8] {
        var all: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 64 << 10)
        while true {
            let count = unsafe recv(descriptor, &piece, piece.count, 0)
            guard count >= 0 else { throw StandInError(call: "recv") }
            if count == 0 { return all }
            all += piece[..<count]
        }
    }

    private func answer(in bytes: [UInt8]) throws(StandInError) -> StandInAnswer {
        let end = Array("\r\n\r\n".utf8)
        let starts = bytes.indices.dropLast(end.count - 1)
        guard let start = starts.first(where: { bytes[$0] == end[0] && Array(bytes[$0..<$0 + end.count]) == end })
        else {
            throw StandInError(call: "reading the head of an answer")
        }
        let lines = String(decoding: bytes[..<start], as: UTF8.self).split(separator: "\r\n")
        guard let status = lines.first?.split(separator: " ").dropFirst().first.flatMap({ Int($0) }) else {
            throw StandInError(call: "reading the status of an answer")
        }
        let headers = lines.dropFirst().compactMap { line -> (name: String, value: String)? in
            let parts = line.split(separator: ":", maxSplits: 1)
            guard parts.count == 2 else { return nil }
            return (String(parts[0]), parts[1].trimmingCharacters(in: .whitespaces))
        }
        return StandInAnswer(status: status, headers: headers, body: Data(bytes[(start + end.count)...]))
    }
}
