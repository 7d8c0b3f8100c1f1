import CCurl
import Foundation
import HTTPTypes

/// One transfer on its way through libcurl: what is asked, what has come so far, and who waits for it.
///
/// Whoever asks creates it and sets ``recipient``, then hands it to the ``TransferInbox``; from then on everything that
/// changes belongs to the driver's thread alone, except ``isCancelled``, which the inbox's lock guards.
final class Exchange: @unchecked Sendable {
    enum Question {
        case web(TransferRequest)
        case mail(MailRequest)
    }

    enum Recipient {
        case nobody
        case response(CheckedContinuation<Result<TransferResponse, TransferError>, Never>)
        case receipt(CheckedContinuation<Result<MailReceipt, TransferError>, Never>)
        case stream(ChunkBuffer)
    }

    /// Of all header lines together, interim answers included.
    private static let mostHeadBytes = 256 << 10

    let question: Question
    let target: TransferTarget
    var recipient = Recipient.nobody
    var isCancelled = false

    // The driver's thread only.
    var stage = Stage.waiting
    var lists: [TextList] = []
    var upload: [UInt8] = []
    private var uploaded = 0
    private var head = HeadReader()
    private var headBytes = 0
    private var body = Data()
    private var bodyBytes = 0
    private var stopReason: TransferError.Code?

    enum Stage {
        case waiting
        case running(EasyHandle)
        case ended
    }

    init(_ question: Question, to target: TransferTarget) {
        self.question = question
        self.target = target
    }

    var isStream: Bool {
        if case .stream = recipient { true } else { false }
    }

    // MARK: What libcurl hands over

    /// Says whether to go on.
    func receive(headLine line: UnsafeRawBufferPointer) -> Bool {
        headBytes += line.count
        guard headBytes <= Exchange.mostHeadBytes else {
            stopReason = .answerTooLarge
            return false
        }
        let wasComplete = head.isComplete
        unsafe head.read(line)
        if head.isComplete, !wasComplete, case .stream(let buffer) = recipient, let head = finalHead {
            buffer.deliver(head)
        }
        return true
    }

    enum Verdict {
        case taken
        case pause
        case stop
    }

    func receive(body bytes: UnsafeRawBufferPointer) -> Verdict {
        // libcurl hands mail servers' chatter to nobody.
        guard case .web(let request) = question else { return .taken }
        guard bytes.count <= request.answerBytes - bodyBytes else {
            stopReason = .answerTooLarge
            return .stop
        }
        if case .stream(let buffer) = recipient {
            guard unsafe buffer.offer(bytes) else { return .pause }
        } else {
            unsafe body.append(contentsOf: bytes)
        }
        bodyBytes += bytes.count
        return .taken
    }

    /// Fills `space` with what is still to be sent and says how much that was.
    func nextUpload(into space: UnsafeMutableRawBufferPointer) -> Int {
        let piece = upload[uploaded...].prefix(space.count)
        unsafe space.copyBytes(from: piece)
        uploaded += piece.count
        return piece.count
    }

    // MARK: How it ends

    /// Tells whoever waits; only the first end counts.
    func end(_ result: CURLcode) {
        let easy: EasyHandle? = if case .running(let easy) = stage { easy } else { nil }
        if result == CURLE_OK, stopReason == nil {
            succeed(easy)
        } else {
            let code = stopReason ?? reason(for: result, easy)
            fail(failure(code, curlCode: Int(result.rawValue), easy))
        }
    }

    func end(because code: TransferError.Code) {
        let easy: EasyHandle? = if case .running(let easy) = stage { easy } else { nil }
        fail(failure(code, curlCode: nil, easy))
    }

    private func succeed(_ easy: EasyHandle?) {
        let timing = easy?.timing ?? TransferTiming()
        switch recipient {
        case .nobody: break
        case .receipt(let continuation):
            let receipt = MailReceipt(replyCode: easy?.long(CURLINFO_RESPONSE_CODE) ?? 0, timing: timing)
            continuation.resume(returning: .success(receipt))
        case .response, .stream:
            guard let head = finalHead else { return fail(failure(.garbage, curlCode: 0, easy)) }
            if case .response(let continuation) = recipient {
                let response = TransferResponse(
                    head: head, body: body, timing: timing,
                    bytesSent: bytesSent(easy),
                    connectionsOpened: easy?.long(CURLINFO_NUM_CONNECTS) ?? 0)
                continuation.resume(returning: .success(response))
            } else if case .stream(let buffer) = recipient {
                buffer.deliver(head)
                buffer.finish(nil)
            }
        }
        leave()
    }

    private func fail(_ error: TransferError) {
        switch recipient {
        case .nobody: break
        case .response(let continuation): continuation.resume(returning: .failure(error))
        case .receipt(let continuation): continuation.resume(returning: .failure(error))
        case .stream(let buffer): buffer.finish(error)
        }
        leave()
    }

    private func leave() {
        recipient = .nobody
        stage = .ended
        lists = []
        upload = []
        body = Data()
    }

    private var finalHead: TransferHead? {
        guard head.isComplete, let status = head.status else { return nil }
        return TransferHead(status: HTTPResponse.Status(code: status), fields: head.fields, url: target.url)
    }

    /// What left for the server. libcurl also counts what it said to a proxy; a proxy that refused the tunnel proves that
    /// nothing else was said.
    private func bytesSent(_ easy: EasyHandle?) -> Int64 {
        guard let easy, !isTunnelRefused(easy) else { return 0 }
        return Int64(easy.long(CURLINFO_REQUEST_SIZE))
    }

    private func isTunnelRefused(_ easy: EasyHandle) -> Bool {
        let answer = easy.long(CURLINFO_HTTP_CONNECTCODE)
        return answer != 0 && !(200...299).contains(answer)
    }

    private func failure(_ code: TransferError.Code, curlCode: Int?, _ easy: EasyHandle?) -> TransferError {
        switch question {
        case .web:
            TransferError(
                code, place: target.place, curlCode: curlCode, bytesSent: bytesSent(easy), statusSeen: head.status)
        case .mail:
            TransferError(
                code, place: target.place, curlCode: curlCode, bytesSent: easy?.size(CURLINFO_SIZE_UPLOAD_T) ?? 0,
                statusSeen: easy.map { $0.long(CURLINFO_RESPONSE_CODE) }.flatMap { $0 == 0 ? nil : $0 })
        }
    }

    private func reason(for result: CURLcode, _ easy: EasyHandle?) -> TransferError.Code {
        let code = TransferError.Code(result)
        guard let easy else { return code }
        if isTunnelRefused(easy) { return .proxyFailed }
        switch question {
        case .mail where [.sendFailed, .receiveFailed, .garbage, .other].contains(code):
            return easy.long(CURLINFO_RESPONSE_CODE) >= 400 ? .mailRefused : code
        case .web(let request) where code == .timedOut:
            // Stalled, if the connection stood and the whole time was not yet over. libcurl's two clocks differ a little.
            let isConnected = easy.size(CURLINFO_PRETRANSFER_TIME_T) > 0
            let passed = easy.size(CURLINFO_TOTAL_TIME_T) / 1000 + 50
            return isConnected && passed < request.limits.totalMilliseconds ?? .max ? .tooSlow : .timedOut
        default: return code
        }
    }
}
