import Foundation
import Testing

/// `antwort source login`, from the address to the token.
@Suite struct `Logging in` {
    private func withoutToken(_ body: (SocialDesk) async throws -> Void) async throws {
        let server = try OurServer()
        defer { server.stop() }
        try await AntwortCommand.withHome { antwort in
            let desk = try SocialDesk(antwort, at: server)
            try FileManager.default.removeItem(at: antwort.home.appending(path: "social.token"))
            try await body(desk)
        }
    }

    @Test func `a script does it in two steps`() async throws {
        try await withoutToken { desk in
            let home = desk.antwort.home
            let begun = try await desk.run("source", "login", "social", "--no-input")
            #expect(begun.status == 0, "\(begun.complaints)")
            #expect(begun.text.contains("\(desk.server.url)/oauth/authorize?"))
            #expect(!begun.text.contains("client-secret"))
            #expect(begun.complaints.contains("Next: antwort source login social --code CODE"))
            let kept = home.appending(path: "social.token.login").path
            #expect(try FileManager.default.attributesOfItem(atPath: kept)[.posixPermissions] as? Int == 0o600)

            let wrong = try await desk.run("source", "login", "social", "--code", "bad-code")
            #expect(wrong.status == 77)
            #expect(FileManager.default.fileExists(atPath: kept), "another try is possible")

            let done = try await desk.run("source", "login", "social", "--code", "good-code", "--no-input")
            #expect(done.status == 0, "\(done.complaints)")
            #expect(!FileManager.default.fileExists(atPath: kept))
            let token = try String(contentsOf: home.appending(path: "social.token"), encoding: .utf8)
            #expect(token == desk.server.token + "\n")
            #expect(try await desk.run("source", "test", "social").status == 0)
        }
    }

    @Test func `a person types the code`() async throws {
        try await withoutToken { desk in
            let done = try await desk.run("source", "login", "social", typing: "good-code")
            #expect(done.status == 0, "\(done.complaints)")
            #expect(done.complaints.contains("Next: antwort source test social"))
            #expect(try await desk.run("source", "test", "social").status == 0)
            let given = try await desk.run("source", "login", "social", typing: "")
            #expect(given.status == 130)
        }
    }

    @Test func `a code without a login is refused, and says how to begin one`() async throws {
        try await withoutToken { desk in
            let tested = try await desk.run("source", "test", "social")
            #expect(tested.status == 77)
            #expect(tested.complaints.contains("no such file; run 'antwort source login social'"))
            let refused = try await desk.run("source", "login", "social", "--code", "good-code")
            #expect(refused.status == 66)
            #expect(refused.complaints.contains("antwort source login social --no-input"))
            #expect(try await desk.run("source", "login", "social", "--code", " ").status == 64)
            #expect(try await desk.run("source", "login", "nobody", "--no-input").status == 78)
        }
    }

    @Test func `prints objects for programs`() async throws {
        try await withoutToken { desk in
            let begun = try await desk.run("source", "login", "social", "--no-input", "--json")
            #expect(try begun.json[0]["account"] == "social")
            #expect(try begun.json[0]["page"].string?.hasPrefix(desk.server.url) == true)
            let done = try await desk.run("source", "login", "social", "--code", "good-code", "--json")
            #expect(try done.json[0]["token_file"].string == desk.antwort.home.appending(path: "social.token").path)
        }
    }
}
