import Foundation

/// An HTTP/1.1 server on a free port of 127.0.0.1 that answers by a closure and errs by a plan.
package final class StandInServer: Sendable {
    private struct Record {
        var plan: FaultPlan
        var requests: [StandInRequest] = []
        var connections = 0
    }

    private let listener: LoopbackListener
    private let record: Shared<Record>

    /// Starts at once; `answer` is called on many threads.
    ///
    /// - Throws: ``StandInError``.
    package init(
        plan: FaultPlan = .none,
        answer: @escaping @Sendable (StandInRequest) -> StandInAnswer = { _ in StandInAnswer(text: "ok") }
    ) throws(StandInError) {
        listener = try LoopbackListener()
        record = Shared(Record(plan: plan))
        let record = record
        listener.start { connection in
            record.withLock { $0.connections += 1 }
            while let request = StandInServer.readRequest(from: connection) {
                let faults = record.withLock { record in
                    record.requests.append(request)
                    return record.plan.faults(method: request.method, path: request.path)
                }
                let writer = AnswerWriter(connection: connection, request: request, faults: faults)
                guard writer.write(answer) else { return }
            }
        }
    }

    deinit {
        listener.stop()
    }

    /// Ends every connection and thread.
    package func stop() {
        listener.stop()
    }

    package var port: Int { listener.port }
    /// `http://127.0.0.1:PORT`
    package var url: String { "http://127.0.0.1:\(port)" }
    /// In the order their reading was complete.
    package var requests: [StandInRequest] { record.withLock { $0.requests } }
    package var connections: Int { record.withLock { $0.connections } }

    /// Bytes of answers that the operating system took over so far.
    package var bytesSent: Int { listener.sent.withLock { $0 } }

    /// Puts another plan in force, its counts at zero.
    package func follow(_ plan: FaultPlan) {
        record.withLock { $0.plan = plan }
    }

    private static func readRequest(from connection: StandInConnection) -> StandInRequest? {
        guard let line = connection.readLine() else { return nil }
        let words = line.split(separator: " ", maxSplits: 2)
        guard words.count == 3 else { return nil }
        var headers: [StandInRequest.Header] = []
        while let line = connection.readLine(), !line.isEmpty {
            let parts = line.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
            guard parts.count == 2 else { return nil }
            headers.append(.init(name: String(parts[0]), value: parts[1].trimmingCharacters(in: .whitespaces)))
        }
        let length = headers.first { $0.name.lowercased() == "content-length" }.flatMap { Int($0.value) } ?? 0
        guard let body = connection.read(count: length) else { return nil }
        return StandInRequest(
            method: String(words[0]), target: String(words[1]), headers: headers, body: Data(body),
            connection: connection.number)
    }
}
