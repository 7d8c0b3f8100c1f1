import Foundation

/// Writes one answer the way its faults say.
struct AnswerWriter {
    let connection: StandInConnection
    let request: StandInRequest
    let faults: [Fault]

    /// Says whether the connection serves another request.
    func write(_ respond: (StandInRequest) -> StandInAnswer) -> Bool {
        strike(at: .request)
        for fault in faults {
            switch fault {
            case .ignore: return false
            case .ignoreAndReset:
                connection.tearDown()
                return false
            default: break
            }
        }

        var answer = respond(request)
        strike(at: .commit)
        for fault in faults {
            switch fault {
            case .closeBeforeAnswer: return false
            case .resetBeforeAnswer:
                connection.tearDown()
                return false
            case .hang:
                connection.drain()
                return false
            case .garbage:
                connection.write("\u{1}\u{2} this is not the protocol you are looking for\r\n\r\n")
                return false
            case .answer(let other): answer = other
            case .delay(let milliseconds): guard connection.pause(milliseconds: milliseconds) else { return false }
            case .interim(let status): connection.write("HTTP/1.1 \(status) Interim\r\nX-Interim: yes\r\n\r\n")
            default: break
            }
        }
        return send(answer)
    }

    private func send(_ answer: StandInAnswer) -> Bool {
        let isBodiless = request.method == "HEAD" || [204, 304].contains(answer.status)
        var head = "HTTP/1.1 \(answer.status) Status\r\n"
        for (name, value) in answer.headers { head += "\(name): \(value)\r\n" }
        var body = isBodiless ? Data() : answer.body
        var (keepsOpen, isChunked) = (request["connection"]?.lowercased() != "close", false)

        for fault in faults {
            switch fault {
            case .chunked(let bytes, let trailer):
                head += "Transfer-Encoding: chunked\r\n"
                body = AnswerWriter.chunked(body, bytes: bytes, trailer: trailer)
                isChunked = true
            case .close:
                head += "Connection: close\r\n"
                keepsOpen = false
            default: break
            }
        }
        if !isChunked, answer.status != 304 { head += "Content-Length: \(answer.body.count * answer.repetitions)\r\n" }
        head += "\r\n"

        for fault in faults {
            switch fault {
            case .cut(let count):
                connection.write(Data(head.utf8) + body.prefix(count))
                return false
            case .reset(let count):
                connection.write(Data(head.utf8) + body.prefix(count))
                // The client shall see these bytes before the reset overtakes them.
                _ = connection.pause(milliseconds: 50)
                connection.tearDown()
                return false
            case .hangAfterHead:
                connection.write(head)
                connection.drain()
                return false
            case .drip(let bytes, let milliseconds):
                return drip(Data(head.utf8) + body, bytes: bytes, everyMilliseconds: milliseconds) && keepsOpen
            default: break
            }
        }
        let half = body.count / 2
        guard connection.write(Data(head.utf8) + body.prefix(half)) else { return false }
        strike(at: .halfAnswer)
        guard connection.write(body.dropFirst(half)) else { return false }
        for _ in 1..<max(2, answer.repetitions) where answer.repetitions > 1 {
            guard connection.write(body) else { return false }
        }
        strike(at: .answer)
        return keepsOpen
    }

    private func strike(at moment: Fault.Moment) {
        for case .strike(moment, let act) in faults { act() }
    }

    private func drip(_ data: Data, bytes: Int, everyMilliseconds: Int) -> Bool {
        var rest = data[...]
        while !rest.isEmpty {
            guard connection.write(rest.prefix(bytes)) else { return false }
            rest = rest.dropFirst(bytes)
            guard rest.isEmpty || connection.pause(milliseconds: everyMilliseconds) else { return false }
        }
        return true
    }

    private static func chunked(_ body: Data, bytes: Int, trailer: String?) -> Data {
        var chunked = Data()
        var rest = body[...]
        while !rest.isEmpty {
            let chunk = rest.prefix(max(1, bytes))
            chunked += Data((String(chunk.count, radix: 16) + "\r\n").utf8) + chunk + Data("\r\n".utf8)
            rest = rest.dropFirst(chunk.count)
        }
        return chunked + Data("0\r\n\(trailer.map { $0 + "\r\n" } ?? "")\r\n".utf8)
    }
}
