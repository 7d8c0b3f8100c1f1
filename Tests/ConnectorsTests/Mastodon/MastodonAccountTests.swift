import Connectors
import Dialogue
import Foundation
import ServiceHours
import StandIns
import Testing
import Transfers

@Suite struct `A Mastodon account` {
    private func check(_ server: MastodonStandIn) async throws -> MastodonCheck.Finding {
        let shell = MastodonShell(server)
        var check = MastodonCheck()
        while let request = check.request {
            let response = try await shell.perform(request)
            check.receive(response.head.httpResponse, body: response.body, at: shell.now)
        }
        return check.finding
    }

    @Test(
        "lives on a server that its address names",
        arguments: [
            ("https://Social.Example", "social.example"), ("https://social.example:443/", "social.example"),
            ("http://127.0.0.1:3100/x?y", "127.0.0.1:3100"), ("https://user:word@social.example/", "social.example"),
            ("https:///x", nil), ("https://:80", nil), ("social.example", nil), ("ftp://social.example", nil),
            ("", nil),
        ])
    func server(url: String, host: String?) {
        let server = MastodonServer(url: url)
        #expect(server?.host == host)
        #expect(server?.network.name == host.map { "mastodon:\($0)" })
    }

    @Test func `has a handle without its own server`() throws {
        let server = try #require(MastodonServer(url: "https://social.example"))
        for (written, handle) in [
            ("@Silberbahn", "silberbahn"), ("silberbahn@social.example", "silberbahn"),
            ("@silberbahn@other.example", "silberbahn@other.example"),
            ("@silberbahn@xsocial.example", "silberbahn@xsocial.example"),
        ] {
            #expect(server.localHandle(written) == handle)
        }
    }

    @Test func `that can be served lacks nothing`() async throws {
        let server = try MastodonStandIn(now: MastodonWorld.now.seconds)
        defer { server.stop() }
        let finding = try await check(server)
        #expect(finding.facts == MastodonWorld.facts)
        #expect(finding.missingScopes.isEmpty && finding.unknownScopes.isEmpty)
        #expect(finding.trouble == nil)
    }

    @Test(
        "whose token may too little is told what is missing",
        arguments: [
            (Set(["read"]), Set(["write:statuses"])),
            (Set(["read:accounts", "read:statuses", "write"]), Set(["read:notifications"])),
        ])
    func scopes(granted: Set<String>, missing: Set<String>) async throws {
        let server = try MastodonStandIn(now: MastodonWorld.now.seconds)
        defer { server.stop() }
        server.grant(granted)
        #expect(try await check(server).missingScopes == missing)
    }

    @Test func `of a server that lists no scopes writing stays open`() async throws {
        for kind in [MastodonStandInKind.goToSocial, .snac] {
            let server = try MastodonStandIn(kind, now: MastodonWorld.now.seconds)
            defer { server.stop() }
            let finding = try await check(server)
            #expect(finding.unknownScopes == ["write:statuses"])
            #expect(finding.facts?.isKeyed == false)
        }
    }

    @Test func `whose token was revoked, or whose server is none`() async throws {
        let server = try MastodonStandIn(now: MastodonWorld.now.seconds)
        defer { server.stop() }
        server.revokeToken()
        let refused = try await check(server)
        #expect(refused.isTokenRefused)
        #expect(refused.trouble?.code == .credentials)

        server.follow(.always(.answer(StandInAnswer(text: "<html>Willkommen</html>"))))
        #expect(try await check(server).trouble?.code == .format)
        server.follow(.always(.answer(StandInAnswer(status: 404))))
        #expect(try await check(server).trouble?.code == .gone)
    }

    @Test func `gets its token through a page in the browser`() async throws {
        let server = try MastodonStandIn(now: MastodonWorld.now.seconds)
        defer { server.stop() }
        let shell = MastodonShell(server)
        let registered = try await shell.perform(MastodonLogin.register(name: "Antwort", website: nil))
        let application = try MastodonLogin.application(registered.head.httpResponse, body: registered.body)
        #expect(
            MastodonLogin.authorizePath(application)
                == "/oauth/authorize?response_type=code&client_id=client-1&redirect_uri=urn%3Aietf%3Awg%3Aoauth%3A2.0%3Aoob&scope=read%3Aaccounts%20read%3Anotifications%20read%3Astatuses%20write%3Astatuses&force_login=true"
        )
        let request = MastodonLogin.exchange(code: " good-code\n", for: application)
        #expect(!request.isAuthorized)
        let granted = try await shell.perform(request)
        #expect(try MastodonLogin.token(granted.head.httpResponse, body: granted.body) == MastodonStandIn.token)

        let refused = try await shell.perform(MastodonLogin.exchange(code: "bad", for: application))
        let error = #expect(throws: ConnectorError.self) {
            try MastodonLogin.token(refused.head.httpResponse, body: refused.body)
        }
        #expect(error?.code == .credentials)
        #expect(server.requests.allSatisfy { $0["authorization"] == nil })
        for body in ["{}", #"{"access_token":""}"#, #"{"access_token":"a\nb"}"#, "<html>"] {
            #expect(throws: ConnectorError.self) {
                _ = try MastodonLogin.token(MastodonWorld.answer(), body: Data(body.utf8))
            }
        }
    }
}
