package import Foundation

/// A Mastodon server that we did not write: `mastodon-mock` from PyPI, in a process of its own, behind a gateway that errs by a plan.
///
/// Its clock is that of the machine. The brand is the account that the server makes by itself.
package final class MastodonPeer: Sendable {
    /// The handle of the brand, without `@`.
    package static let handle = "testuser"
    /// The brand's bearer token.
    package static let token = "mock_token"

    /// What the brand said, as its server tells it.
    package struct Reply: Hashable, Sendable {
        package let id: String
        package let parent: String?
        package let visibility: String

        package init(id: String, parent: String?, visibility: String) {
            self.id = id
            self.parent = parent
            self.visibility = visibility
        }
    }

    private let process: Process
    private let client: LoopbackClient
    private let gateway: StandInServer
    private let people = Shared<[String: (handle: String, token: String)]>([:])

    /// Starts it and waits until it answers.
    /// - Parameter program: the command `mastodon_mock`.
    /// - Throws: ``StandInError``, or what kept the program from starting.
    package init(program: URL) throws {
        let port = try Self.freePort()
        let client = LoopbackClient(port: port)
        self.client = client
        process = Process()
        process.executableURL = program
        process.arguments = [
            "serve", "--in-memory", "--host", "127.0.0.1", "--port", "\(port)", "--log-level", "critical",
        ]
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        gateway = try StandInServer { request in
            let passed = try? client.ask(request.method, request.target, headers: request.headers, body: request.body)
            guard var answer = passed else { return StandInAnswer(status: 502, text: "the peer does not answer") }
            answer.headers.removeAll {
                ["content-length", "connection", "date", "server"].contains($0.name.lowercased())
            }
            return answer
        }
        try process.run()
        for _ in 0..<300 where process.isRunning {
            if let answer = try? client.ask("GET", "/api/v2/instance"), answer.status == 200 { return }
            usleep(100_000)
        }
        end()
        throw StandInError(call: "waiting for \(program.path)")
    }

    /// The server's base URL, as the gateway serves it.
    package var url: String { gateway.url }
    /// Every request that reached the gateway.
    package var requests: [StandInRequest] { gateway.requests }
    /// Errs by another plan from now on.
    package func follow(_ plan: FaultPlan) { gateway.follow(plan) }

    /// Ends the server.
    package func stop() {
        gateway.stop()
        end()
    }

    /// SIGKILL: a program that is started from a worker thread inherits its mask, in which SIGTERM is blocked.
    private func end() {
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
    }

    // MARK: - What people do

    /// The handle under which somebody is registered there.
    package func handle(of name: String) throws -> String {
        try account(of: name).handle
    }

    /// Somebody writes a post. Answers its id.
    package func post(_ text: String, by name: String, to parent: String?, visibility: String) throws -> String {
        var fields = ["status": text, "visibility": visibility]
        fields["in_reply_to_id"] = parent
        let post = try ask("POST", "/api/v1/statuses", fields, token: try account(of: name).token)
        guard let id = post["id"] as? String else { throw StandInError(call: "posting at the peer") }
        return id
    }

    /// Everything the brand has said, the oldest first.
    package func replies() throws -> [Reply] {
        let account = try object(
            client.ask("GET", "/api/v1/accounts/verify_credentials", headers: [Self.bearer(Self.token)]))
        guard let id = account["id"] as? String else { throw StandInError(call: "asking who the brand is") }
        let answer = try client.ask(
            "GET", "/api/v1/accounts/\(id)/statuses?limit=40", headers: [Self.bearer(Self.token)])
        let posts = try JSONSerialization.jsonObject(with: answer.body) as? [[String: Any]] ?? []
        return posts.reversed().compactMap { post in
            guard let id = post["id"] as? String, let visibility = post["visibility"] as? String else { return nil }
            return Reply(id: id, parent: post["in_reply_to_id"] as? String, visibility: visibility)
        }
    }

    // MARK: - Accounts

    private func account(of name: String) throws -> (handle: String, token: String) {
        if let known = people.withLock({ $0[name] }) { return known }
        let handle = String(name.prefix { $0 != "@" })
        let redirect = "urn:ietf:wg:oauth:2.0:oob"
        let app = try ask(
            "POST", "/api/v1/apps", ["client_name": "people", "redirect_uris": redirect, "scopes": "read write"])
        let granted = try ask(
            "POST", "/oauth/token",
            [
                "grant_type": "client_credentials", "client_id": app["client_id"] as? String ?? "",
                "client_secret": app["client_secret"] as? String ?? "", "redirect_uri": redirect, "scope": "read write",
            ])
        let made = try ask(
            "POST", "/api/v1/accounts",
            [
                "username": handle, "email": "\(handle)@bahn.example", "password": "geheim-genug", "agreement": "true",
                "locale": "de",
            ], token: granted["access_token"] as? String ?? "")
        guard let token = made["access_token"] as? String else { throw StandInError(call: "registering at the peer") }
        people.withLock { $0[name] = (handle, token) }
        return (handle, token)
    }

    private func ask(
        _ method: String, _ path: String, _ fields: [String: String], token: String? = nil
    ) throws -> [String: Any] {
        let form = fields.map { name, value in
            "\(name)=\(value.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? "")"
        }.joined(separator: "&")
        var headers = [StandInRequest.Header(name: "Content-Type", value: "application/x-www-form-urlencoded")]
        if let token { headers.append(Self.bearer(token)) }
        return try object(client.ask(method, path, headers: headers, body: Data(form.utf8)))
    }

    private func object(_ answer: StandInAnswer) throws -> [String: Any] {
        try JSONSerialization.jsonObject(with: answer.body) as? [String: Any] ?? [:]
    }

    private static func bearer(_ token: String) -> StandInRequest.Header {
        .init(name: "Authorization", value: "Bearer \(token)")
    }

    /// A port that was free a moment ago.
    private static func freePort() throws(StandInError) -> Int {
        let listener = try LoopbackListener()
        let port = listener.port
        listener.start { _ in }
        listener.stop()
        return port
    }
}
