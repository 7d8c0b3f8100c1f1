import Foundation
import HTTPTypes
import StandIns
import Testing
import Transfers

@Suite struct `Exchanges that break` {
    struct Case: CustomTestStringConvertible, Sendable {
        let name: String
        let faults: [Fault]
        let code: TransferError.Code
        let status: Int?
        var testDescription: String { name }
    }

    static let cases = [
        Case(name: "ignored", faults: [.ignore], code: .emptyAnswer, status: nil),
        Case(name: "ignored and reset", faults: [.ignoreAndReset], code: .receiveFailed, status: nil),
        Case(name: "closed before the answer", faults: [.closeBeforeAnswer], code: .emptyAnswer, status: nil),
        Case(name: "reset before the answer", faults: [.resetBeforeAnswer], code: .receiveFailed, status: nil),
        Case(
            name: "an interim answer only", faults: [.interim(102), .cut(afterBytes: 3)], code: .bodyCut, status: 200),
        Case(name: "garbage", faults: [.garbage], code: .garbage, status: nil),
        Case(name: "cut body", faults: [.cut(afterBytes: 3)], code: .bodyCut, status: 200),
        Case(name: "reset body", faults: [.reset(afterBytes: 3)], code: .receiveFailed, status: 200),
        Case(
            name: "cut chunk", faults: [.chunked(bytes: 5, trailer: nil), .cut(afterBytes: 6)], code: .bodyCut,
            status: 200),
        Case(name: "silence", faults: [.hang], code: .timedOut, status: nil),
        Case(name: "silence after the head", faults: [.hangAfterHead], code: .timedOut, status: 200),
        Case(name: "drip", faults: [.drip(bytes: 1, everyMilliseconds: 40)], code: .timedOut, status: nil),
        Case(
            name: "damaged compression",
            faults: [.answer(StandInAnswer(headers: [("Content-Encoding", "gzip")], text: "no"))],
            code: .badEncoding, status: 200),
    ]

    @Test(arguments: cases)
    func `a fault on the wire is named, with what was sent and seen`(_ fault: Case) async throws {
        let server = try StandInServer(plan: .always()) { _ in StandInAnswer(text: "0123456789") }
        server.follow(FaultPlan([.init(fault.faults)]))
        let driver = TransferDriver()
        let error = await failure(
            of: try await driver.perform(
                TransferRequest(
                    method: .post, url: server.url, body: Data("x".utf8), limits: .init(totalMilliseconds: 700),
                    purpose: .publish)))
        #expect(error?.code == fault.code)
        #expect(error?.statusSeen == fault.status)
        #expect(error?.isNotSent == false)
        #expect(error?.curlCode != nil)
        #expect(server.requests.count == 1)
        await driver.shutdown()
        server.stop()
    }

    @Test func `a port that refuses proves that nothing was sent`() async throws {
        let server = try StandInServer()
        let url = server.url
        server.stop()
        let error = await failure(
            of: try await TransferDriver().perform(TransferRequest(method: .post, url: url, purpose: .publish)))
        #expect(error?.code == .connectFailed)
        #expect(error?.isNotSent == true)
    }

    @Test func `a server without TLS proves that nothing was sent`() async throws {
        let server = try StandInServer()
        let error = await failure(
            of: try await TransferDriver().perform(
                TransferRequest(method: .post, url: "https://127.0.0.1:\(server.port)/", purpose: .publish)))
        #expect(error?.code == .tlsFailed)
        #expect(error?.isNotSent == true)
    }

    @Test func `a proxy that refuses the tunnel proves that nothing was sent`() async throws {
        let proxy = try StandInServer { _ in StandInAnswer(status: 502, text: "no") }
        let request = TransferRequest(
            method: .post, url: "https://far.invalid/", purpose: .publish, proxy: proxy.url)
        let error = await TransferDriver().failure(performing: request)
        #expect(error?.code == .proxyFailed)
        #expect(error?.isNotSent == true)
        #expect(error?.statusSeen == nil)
        #expect(proxy.requests.map(\.method) == ["CONNECT"])
    }

    @Test func `an unknown host is named`() async throws {
        let error = await failure(
            of: try await TransferDriver().perform(TransferRequest(url: "https://nowhere.invalid/")))
        #expect(error?.code == .hostNotFound)
        #expect(error?.isNotSent == true)
        #expect(error?.place == "https://nowhere.invalid")
    }

    @Test func `every code has advice and a word of its own`() {
        let codes = TransferError.Code.allCases
        #expect(Set(codes.map(\.rawValue)).count == codes.count)
        for code in codes {
            #expect(!TransferError(code, place: "").advice.isEmpty)
            #expect(code.rawValue.utf8.allSatisfy { $0 == UInt8(ascii: "-") || (97...122).contains($0) })
        }
    }

    @Test func `no failure repeats a secret`() async throws {
        let secret = "s3cr3t-canary"
        let server = try StandInServer { request in
            StandInAnswer(
                status: 302, headers: [("Location", "/\(secret)?\(secret)"), ("X-Secret", secret)],
                text: "0123456789")
        }
        let closed = try StandInServer()
        closed.stop()
        let driver = TransferDriver()

        func request(_ base: String) -> TransferRequest {
            TransferRequest(
                url: "\(base)/\(secret)/p?token=\(secret)#\(secret)",
                headers: [.authorization: "Bearer \(secret)", HTTPField.Name("X-Key")!: secret],
                limits: .init(totalMilliseconds: 500, answerBytes: 20))
        }
        let userinfo = "http://user:\(secret)@127.0.0.1:"
        var requests = [
            request("\(userinfo)\(closed.port)"), request("http://user:\(secret)@192.0.2.1"),
            request("ftp://user:\(secret)@127.0.0.1"), request("https://user:\(secret)@127.0.0.1:\(server.port)"),
            request("https://user:\(secret)@nowhere.invalid"), request("http//\(secret)"),
        ]
        var followed = request("\(userinfo)\(server.port)")
        followed.redirects = .follow(max: 2)
        var posted = request("\(userinfo)\(closed.port)")
        posted.method = .post
        posted.body = Data(secret.utf8)
        var proxied = request("http://far.invalid")
        proxied.allowsPlainHTTP = .always
        proxied.proxy = "\(userinfo)\(closed.port)"
        requests += [followed, posted, proxied]
        var errors: [TransferError?] = []
        for request in requests {
            errors.append(await failure(of: try await driver.perform(request)))
        }

        for fault in Self.cases {
            server.follow(FaultPlan([.init(fault.faults)]))
            let request = request("\(userinfo)\(server.port)")
            errors.append(await failure(of: try await driver.perform(request)))
        }
        let mail = MailRequest(
            url: "smtp://user:\(secret)@127.0.0.1:\(closed.port)", sender: "\(secret)@example.org",
            recipients: ["\(secret)@example.org"], message: Data(secret.utf8), user: secret, password: secret)
        errors.append(await failure(of: try await driver.send(mail)))

        for error in errors {
            let error = try #require(error)
            var dumped = ""
            dump(error, to: &dumped)
            for text in ["\(error)", String(reflecting: error), dumped, error.advice, error.localizedDescription] {
                #expect(!text.contains(secret), "\(error.code)")
            }
        }
        await driver.shutdown()
        server.stop()
    }
}
