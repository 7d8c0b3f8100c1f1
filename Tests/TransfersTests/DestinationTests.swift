import Foundation
import HTTPTypes
import StandIns
import Testing
import Transfers

@Suite struct `Where a transfer may go` {
    let driver = TransferDriver()

    @Test(
        "plain http stays on this machine",
        arguments: [
            ("http://127.0.0.1/", true), ("http://127.255.3.4:81/x", true), ("http://LOCALHOST:8080/", true),
            ("http://[::1]:80/", true), ("http://user:pw@localhost/", true), ("http://192.0.2.1/", false),
            ("http://128.0.0.1/", false), ("http://127.0.0.1.example.org/", false),
            ("http://localhost.example.org/", false), ("http://127.0.0.1@example.org/", false),
            ("http://example.org/?127.0.0.1", false), ("http://[::2]/", false), ("http://0.0.0.0/", false),
            ("http://[::ffff:127.0.0.1]/", false), ("http://127.0.0.+1/", false),
        ])
    func loopback(url: String, isLoopback: Bool) throws {
        #expect((try? TransferTarget(url))?.isLoopback ?? false == isLoopback)
    }

    @Test(
        "what is refused is refused before anything is opened",
        arguments: [
            ("http://192.0.2.1/", TransferError.Code.plainHTTPRefused),
            ("http://example.org@192.0.2.1/", .plainHTTPRefused), ("ftp://127.0.0.1/", .schemeRefused),
            ("gopher://127.0.0.1/", .schemeRefused), ("smtp://127.0.0.1/", .schemeRefused),
            ("dict://127.0.0.1/", .schemeRefused), ("ldap://127.0.0.1/", .schemeRefused),
            ("HTTP://192.0.2.1", .plainHTTPRefused), ("", .badURL), ("127.0.0.1/", .badURL), ("https://", .badURL),
            ("https://a b/", .badURL), ("https://a\u{0}b/", .badURL), ("https://a/\r\nX: y", .badURL),
            ("https://a:99999/", .badURL), ("://a/", .badURL), ("https:///\u{7F}", .badURL),
        ])
    func refused(url: String, code: TransferError.Code) async {
        let start = ContinuousClock.now
        let error = await failure(of: try await driver.perform(TransferRequest(url: url)))
        #expect(error?.code == code)
        #expect(error?.curlCode == nil)
        #expect(error?.isNotSent == true)
        #expect(ContinuousClock.now - start < .seconds(5))
    }

    @Test func `localhost is this machine`() async throws {
        let server = try StandInServer()
        let response = try await driver.perform(TransferRequest(url: "http://localhost:\(server.port)/"))
        #expect(response.body == Data("ok".utf8))
    }

    @Test func `a redirect is an answer unless following is asked for`() async throws {
        let server = try StandInServer { _ in StandInAnswer(status: 302, headers: [("Location", "/there")]) }
        #expect(try await driver.perform(TransferRequest(url: server.url)).status == .found)
        let published = TransferRequest(
            method: .post, url: server.url, purpose: .publish, redirects: .follow(max: 5))
        #expect(try await driver.perform(published).status == .found)
        let posted = TransferRequest(method: .post, url: server.url, redirects: .follow(max: 5))
        #expect(try await driver.perform(posted).status == .found)
        #expect(server.requests.count == 3)
    }

    @Test func `credentials go along to the same place only`() async throws {
        let other = try StandInServer { _ in StandInAnswer(headers: [("X-Here", "1")], text: "other") }
        let elsewhere = other.url + "/end"
        let server = try StandInServer { request in
            switch request.path {
            case "/": StandInAnswer(status: 301, headers: [("X-Old", "1"), ("Location", "second?x=1")], text: "moved")
            default: StandInAnswer(status: 307, headers: [("Location", elsewhere)])
            }
        }
        let key = HTTPField.Name("X-Api-Key")!
        let request = TransferRequest(
            url: "http://user:pw@127.0.0.1:\(server.port)/",
            headers: [.authorization: "Bearer t", key: "k", .cookie: "c=1", .accept: "a/b"],
            redirects: .follow(max: 5))
        for isStream in [false, true] {
            let head: TransferHead
            if isStream {
                let stream = try await driver.stream(request)
                head = stream.head
                var body: [UInt8] = []
                for try await chunk in stream { body += chunk }
                #expect(body == Array("other".utf8))
            } else {
                head = try await driver.perform(request).head
            }
            #expect(head.url == elsewhere)
            #expect(head.fields[HTTPField.Name("X-Old")!] == nil)
        }
        let second = try #require(server.requests.first { $0.path == "/second" })
        #expect(second["x-api-key"] == "k")
        #expect(second["authorization"] == "Bearer t")
        #expect(second.query == "x=1")
        for seen in other.requests {
            #expect(seen["authorization"] == nil)
            #expect(seen["x-api-key"] == nil)
            #expect(seen["cookie"] == nil)
            #expect(seen["accept"] == "a/b")
        }
        #expect(other.requests.count == 2)
    }

    @Test func `redirects in circles end`() async throws {
        let server = try StandInServer { _ in StandInAnswer(status: 302, headers: [("Location", "/again")]) }
        let error = await failure(
            of: try await driver.perform(TransferRequest(url: server.url, redirects: .follow(max: 3))))
        #expect(error?.code == .tooManyRedirects)
        #expect(error?.statusSeen == 302)
        #expect(server.requests.count == 4)
    }

    @Test(
        "a redirect neither loses TLS nor comes home from outside",
        arguments: [
            ("https://a.example/", "https://b.example/", true), ("https://a.example/", "/x", true),
            ("http://a.example/", "https://a.example/", true), ("http://127.0.0.1/", "http://localhost/", true),
            ("https://a.example/", "http://a.example/", false), ("https://a.example/", "https://127.0.0.1/", false),
            ("http://a.example/", "http://localhost/", false), ("https://a.example/", "file:///etc/passwd", false),
            ("https://a.example/", "ftp://b.example/", false), ("https://a.example/", "https://", false),
        ])
    func mayFollow(from: String, to location: String, isAllowed: Bool) throws {
        let request = TransferRequest(url: from, redirects: .follow(max: 1))
        let head = TransferHead(status: .found, fields: [.location: location], url: from)
        let target = try TransferTarget(from)
        let next = try? Redirect.next(after: request, to: target, answered: head, hop: 0)
        #expect((next != nil) == isAllowed)
    }

    @Test func `a redirect to plain http elsewhere is refused by the request's own permission`() async throws {
        let server = try StandInServer { _ in
            StandInAnswer(status: 302, headers: [("Location", "http://192.0.2.1/")])
        }
        let error = await failure(
            of: try await driver.perform(TransferRequest(url: server.url, redirects: .follow(max: 3))))
        #expect(error?.code == .plainHTTPRefused)
    }
}
