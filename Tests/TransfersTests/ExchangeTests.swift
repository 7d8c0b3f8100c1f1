import Foundation
import HTTPTypes
import StandIns
import Testing
import Transfers

@Suite struct `Exchanges over HTTP` {
    let driver = TransferDriver()

    @Test func `method, headers and body arrive as they were given, and nothing is made up`() async throws {
        let server = try StandInServer { request in
            StandInAnswer(status: 201, headers: [("X-Echo", request.method)], body: request.body)
        }
        let body = Data((0..<3_000_000).map { UInt8(truncatingIfNeeded: $0) })
        for method in [HTTPRequest.Method.post, .put, .patch] {
            let response = try await driver.perform(
                TransferRequest(
                    method: method, url: server.url + "/a/b?c=d",
                    headers: [.authorization: "Bearer t", .accept: ""], body: body))
            #expect(response.status == .created)
            #expect(response.fields[HTTPField.Name("X-Echo")!] == method.rawValue)
            #expect(response.body == body)
            #expect(response.bytesSent > 0)
        }
        let seen = try #require(server.requests.first)
        #expect(seen.target == "/a/b?c=d")
        #expect(seen["authorization"] == "Bearer t")
        #expect(seen["accept"] == "")
        #expect(seen["content-type"] == nil)
        #expect(seen["expect"] == nil)
        #expect(seen["cookie"] == nil)
    }

    @Test func `requests without a body are sent as such`() async throws {
        let server = try StandInServer { _ in StandInAnswer(headers: [("X-A", "1")], text: "12345") }
        #expect(try await driver.perform(TransferRequest(url: server.url)).body == Data("12345".utf8))
        #expect(try await driver.perform(TransferRequest(method: .head, url: server.url)).body.isEmpty)
        _ = try await driver.perform(TransferRequest(method: .delete, url: server.url))
        _ = try await driver.perform(TransferRequest(method: .post, url: server.url))
        #expect(server.requests.map(\.method) == ["GET", "HEAD", "DELETE", "POST"])
        #expect(server.requests.map { $0["content-length"] } == [nil, nil, nil, "0"])
    }

    @Test func `a connector's request keeps its parts`() async throws {
        let server = try StandInServer()
        var request = HTTPRequest(
            method: .post, scheme: "http", authority: "127.0.0.1:\(server.port)", path: "/p?q",
            headerFields: [.accept: "x/y"])
        _ = try await driver.perform(TransferRequest(request, body: Data("b".utf8)))
        #expect(server.requests.first?.target == "/p?q")
        #expect(server.requests.first?.body == Data("b".utf8))
        request.authority = nil
        let error = await failure(of: try await driver.perform(TransferRequest(request)))
        #expect(error?.code == .badURL)
    }

    @Test func `the head is the final answer's alone`() async throws {
        let server = try StandInServer(plan: .always(.interim(103), .chunked(bytes: 2, trailer: "X-Trailer: late"))) {
            _ in StandInAnswer(headers: [("X-A", "1"), ("X-A", "2")], text: "hello")
        }
        let response = try await driver.perform(TransferRequest(url: server.url))
        #expect(response.status == .ok)
        #expect(response.fields[values: HTTPField.Name("X-A")!] == ["1", "2"])
        #expect(response.fields[HTTPField.Name("X-Interim")!] == nil)
        #expect(response.fields[HTTPField.Name("X-Trailer")!] == nil)
        #expect(response.body == Data("hello".utf8))
        #expect(response.head.url == server.url + "/")
        #expect(response.timing.total > 0)
    }

    @Test func `every status is an answer`() async throws {
        let server = try StandInServer { request in
            StandInAnswer(status: Int(request.path.dropFirst()) ?? 0, headers: [("Location", "/")])
        }
        for status in [200, 204, 301, 304, 400, 401, 404, 407, 429, 500, 503] {
            let response = try await driver.perform(TransferRequest(url: "\(server.url)/\(status)"))
            #expect(response.status.code == status)
        }
    }

    @Test func `compressed answers come decoded`() async throws {
        let text = Data("Grüße aus dem Zug".utf8)
        let server = try StandInServer { request in
            StandInAnswer(headers: [("Content-Encoding", "gzip")], body: Gzip.stored(text))
        }
        #expect(try await driver.perform(TransferRequest(url: server.url)).body == text)
        #expect(server.requests.first?["accept-encoding"] == "gzip, deflate")
    }

    @Test func `an unchanged resource costs no body`() async throws {
        let server = try StandInServer { request in
            request["if-none-match"] == "\"v1\"" && request["if-modified-since"] != nil
                ? StandInAnswer(status: 304, headers: [("ETag", "\"v1\"")])
                : StandInAnswer(
                    headers: [("ETag", "\"v1\""), ("Last-Modified", "Sun, 06 Nov 1994 08:49:37 GMT")], text: "all")
        }
        let request = TransferRequest(url: server.url)
        let first = try await driver.perform(request)
        #expect(
            first.head.validators
                == TransferValidators(entityTag: "\"v1\"", lastModified: "Sun, 06 Nov 1994 08:49:37 GMT"))
        let second = try await driver.perform(request.revalidating(first.head.validators))
        #expect(second.status == .notModified)
        #expect(second.body.isEmpty)
    }

    @Test func `a range begins where the last reading ended`() async throws {
        let server = try StandInServer { request in
            request["range"] == "bytes=5-" ? StandInAnswer(status: 206, text: "rest") : StandInAnswer(text: "all")
        }
        let response = try await driver.perform(TransferRequest(url: server.url, offset: 5))
        #expect(response.status == .partialContent)
        #expect(response.body == Data("rest".utf8))
        #expect(server.requests.first?["accept-encoding"] == nil)
    }

    @Test func `reads share connections`() async throws {
        let server = try StandInServer()
        for index in 0..<20 {
            let response = try await driver.perform(TransferRequest(url: server.url))
            #expect(response.connectionsOpened == (index == 0 ? 1 : 0))
        }
        #expect(server.connections == 1)
    }

    @Test func `publishing and any other unsafe method take a fresh connection each`() async throws {
        let server = try StandInServer()
        _ = try await driver.perform(TransferRequest(url: server.url))
        for _ in 0..<3 {
            _ = try await driver.perform(TransferRequest(method: .post, url: server.url, purpose: .publish))
        }
        #expect(server.connections == 4)
        _ = try await driver.perform(TransferRequest(method: .post, url: server.url))
        #expect(server.connections == 5)
        #expect(server.requests.allSatisfy { $0.method == "GET" || $0.connection > 0 })
    }

    @Test func `a post that is cut off is not said twice`() async throws {
        let server = try StandInServer()
        _ = try await driver.perform(TransferRequest(url: server.url))
        server.follow(.always(.closeBeforeAnswer))
        for purpose in [TransferPurpose.publish, .read] {
            let error = await failure(
                of: try await driver.perform(TransferRequest(method: .post, url: server.url, purpose: purpose)))
            #expect(error?.code == .emptyAnswer)
            #expect(error?.isNotSent == false)
        }
        #expect(server.requests.count { $0.method == "POST" } == 2)
    }

    @Test func `two thousand requests at once keep to the limits and all arrive`() async throws {
        let server = try StandInServer { StandInAnswer(text: $0.path) }
        let driver = TransferDriver(.init(parallel: 20, parallelPerHost: 6))
        let url = server.url
        let bodies = try await withThrowingTaskGroup(of: Data.self) { group in
            for index in 0..<2000 {
                group.addTask { try await driver.perform(TransferRequest(url: "\(url)/\(index)")).body }
            }
            return try await group.reduce(into: Set<Data>()) { $0.insert($1) }
        }
        #expect(bodies.count == 2000)
        #expect(server.connections <= 6)
        await driver.shutdown()
        server.stop()
    }

    @Test func `a proxy is used when given, never for this machine`() async throws {
        let proxy = try StandInServer { _ in StandInAnswer(text: "by proxy") }
        let server = try StandInServer()
        let far = TransferRequest(url: "http://far.invalid/x", allowsPlainHTTP: .always, proxy: proxy.url)
        #expect(try await driver.perform(far).body == Data("by proxy".utf8))
        #expect(proxy.requests.first?.target == "http://far.invalid/x")
        let near = TransferRequest(url: server.url, proxy: proxy.url)
        #expect(try await driver.perform(near).body == Data("ok".utf8))
    }
}
