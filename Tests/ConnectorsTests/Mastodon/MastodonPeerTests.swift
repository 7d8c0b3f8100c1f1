import Connectors
import Dialogue
import Foundation
import HTTPTypes
import ServiceHours
import StandIns
import TestSupport
import Testing
import Transfers

/// A server that we did not write: `mastodon-mock` from PyPI, which `make test` installs.
@Suite struct `A Mastodon server of others` {
    private struct Someone {
        let url: String
        let token: String
        private let driver = TransferDriver()

        init(url: String, token: String) {
            self.url = url
            self.token = token
        }

        func ask(_ method: HTTPRequest.Method, _ path: String, _ fields: [String: String]) async throws -> [String: Any]
        {
            var request = TransferRequest(method: method, url: url + path)
            if !token.isEmpty { request.headers[.authorization] = "Bearer \(token)" }
            if method != .delete {
                request.headers[.contentType] = "application/x-www-form-urlencoded"
                let form = fields.map {
                    "\($0.key)=\($0.value.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? "")"
                }
                request.body = Data(form.joined(separator: "&").utf8)
            }
            let body = try await driver.perform(request).body
            return try JSONSerialization.jsonObject(with: body) as? [String: Any] ?? [:]
        }

        func post(_ text: String, to parent: String? = nil) async throws -> String {
            var fields = ["status": text]
            fields["in_reply_to_id"] = parent
            return try #require(try await ask(.post, "/api/v1/statuses", fields)["id"] as? String)
        }
    }

    private func newPerson(_ url: String) async throws -> Someone {
        let redirect = "urn:ietf:wg:oauth:2.0:oob"
        let nobody = Someone(url: url, token: "")
        let app = try await nobody.ask(
            .post, "/api/v1/apps", ["client_name": "people", "redirect_uris": redirect, "scopes": "read write"])
        let granted = try await nobody.ask(
            .post, "/oauth/token",
            [
                "grant_type": "client_credentials", "client_id": app["client_id"] as? String ?? "",
                "client_secret": app["client_secret"] as? String ?? "", "redirect_uri": redirect, "scope": "read write",
            ])
        let name = "nele\(UInt32.random(in: 0...UInt32.max))"
        let account = try await Someone(url: url, token: granted["access_token"] as? String ?? "").ask(
            .post, "/api/v1/accounts",
            [
                "username": name, "email": "\(name)@bahn.example", "password": "geheim-genug", "agreement": "true",
                "locale": "de",
            ])
        return Someone(url: url, token: try #require(account["access_token"] as? String))
    }

    @Test func `a mention is read, answered once, found again, edited and deleted`() async throws {
        guard let peer = try MastodonPeer.ifInstalled(beside: TestSupport.ProjectFiles.root) else { return }
        defer { peer.stop() }
        let url = peer.url
        var shell = MastodonShell(url: url, token: MastodonPeer.token) { Int64(Date().timeIntervalSince1970) }
        try await shell.poll()
        let cursor = try MastodonCursor(encoded: try #require(shell.cursor))
        let facts = try #require(cursor.facts)
        let nele = try await newPerson(url)

        let root = try await nele.post("Der Zug steht.")
        let question = try await nele.post(
            "@\(facts.handle) Wann geht es weiter? <3 https://bahn.example/a?b=1&c=2", to: root)
        try await shell.poll()
        let read = try #require(shell.post(question))
        #expect(read.text == "@\(facts.handle) Wann geht es weiter? <3 https://bahn.example/a?b=1&c=2")
        #expect(read.parent == root)
        #expect(shell.post(root)?.text == "Der Zug steht.")
        #expect(read.mentions.contains(facts.accountID))

        let publish = MastodonPublish(facts: facts, host: "localhost")
        #expect(publish.profile == .mastodon)
        let handle = try #require(read.author.handle)
        let text =
            "@\(handle) Grüße! Um \"zehn\" & <pünktlich>:\n\nhttps://silberbahn.example/fahrplan?tag=heute&zug=S3"
        let frozen = try publish.freeze(
            MastodonWorld.approved(text),
            answering: .init(remoteID: question, handle: handle, visibility: read.visibility),
            key: "key-\(question)", language: "de")
        let opened = shell.now
        let before = try await shell.look(at: question, by: facts.accountID, since: opened)
        #expect(before == TargetSight(target: .standing(ContentHash(of: read.text)), replies: [], isComplete: true))
        var ids: Set<String> = []
        for _ in 0..<2 {
            let answer = await shell.send(frozen, parent: question)
            guard case .accepted(let reply) = PublishOutcome(of: answer) else {
                Issue.record("\(answer)")
                return
            }
            ids.insert(reply.remoteID)
        }
        #expect(ids.count == 1)
        let matcher = ReplyMatcher(author: facts.accountID, target: question, text: text, openedAt: opened)
        let after = try await shell.look(at: question, by: facts.accountID, since: opened)
        #expect(matcher.matches(among: after.replies, at: shell.now).same.map(\.remoteID) == Array(ids))

        try await shell.poll()
        #expect(shell.post(try #require(ids.first))?.parent == question)
        _ = try await nele.ask(.put, "/api/v1/statuses/\(question)", ["status": "@\(facts.handle) Wann denn?"])
        try await shell.poll(rereading: [question])
        #expect(shell.post(question)?.text == "@\(facts.handle) Wann denn?")
        _ = try await nele.ask(.delete, "/api/v1/statuses/\(question)", [:])
        try await shell.poll(rereading: [question])
        #expect(shell.deleted == [MastodonWorld.key(question)])
        try await shell.poll()
        #expect(shell.commits == 0)
    }
}
