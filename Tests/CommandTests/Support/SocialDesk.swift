import Foundation
import TestSupport
import Testing

/// A desk that serves a Mastodon account, with the program as a user has it.
struct SocialDesk: Sendable {
    let antwort: AntwortCommand
    let server: any SocialServer

    /// Sets the desk up.
    /// - Parameter alerts: lines of the settings' `channels`, without indentation.
    init(_ antwort: AntwortCommand, at server: any SocialServer, alerts: [String] = []) throws {
        self.antwort = antwort
        self.server = server
        let token = antwort.home.appending(path: "social.token")
        try Data((server.token + "\n").utf8).write(to: token)
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: token.path)
        var text = """
            brand: Silberbahn
            language: de
            register: sie
            calendars:
              service: {hours: "\(server.hours)", timezone: Europe/Berlin}
            targets:
              - {name: standard, calendar: service, first_response: 30m, next_response: 1h, warn_at: [50%, 80%]}
            accounts:
              - name: social
                platform: mastodon
                url: \(server.url)
                handle: "@\(server.brand)"
                token_file: social.token
            sources:
              - {name: social, account: social, kind: api, live_since: 2026-03-01T00:00:00Z}

            """
        if !alerts.isEmpty {
            text += "alerts:\n  channels:\n" + alerts.map { "    \($0)\n" }.joined()
        }
        try Data(text.utf8).write(to: antwort.home.appending(path: "antwort.yaml"))
    }

    private init(antwort: AntwortCommand, server: any SocialServer) {
        self.antwort = antwort
        self.server = server
    }

    /// The same desk in a copy of its home.
    func copied(to home: URL) throws -> SocialDesk {
        try FileManager.default.copyItem(at: antwort.home, to: home)
        return SocialDesk(antwort: AntwortCommand(home: home), server: server)
    }

    /// The words that say where the desk is and what time it is.
    var place: [String] {
        [
            "--config", antwort.home.appending(path: "antwort.yaml").path, "--now", server.now, "--templates",
            ProjectFiles.root.appending(path: "templates").path,
        ]
    }

    /// Runs a command at the server's time.
    func run(_ words: String...) async throws -> ProgramRun.Outcome {
        try await antwort.bare(words: words + place)
    }

    /// Runs a command that asks.
    func run(_ words: String..., typing lines: String...) async throws -> ProgramRun.Outcome {
        try await antwort.bare(words: words + place, input: Data(lines.map { $0 + "\n" }.joined().utf8))
    }

    /// What can be decided on.
    func drafts() async throws -> [JSON] {
        try await run("drafts", "list", "--json").json
    }

    /// Every approved reply on its way or at its end.
    func outbox() async throws -> [JSON] {
        try await run("outbox", "list", "--json").json
    }

    /// Lets the first draft through in a name.
    @discardableResult
    func approveFirstDraft(by person: String = "Anna") async throws -> ProgramRun.Outcome {
        let draft = try #require(try await drafts().first)
        let (id, hash) = (try #require(draft["id"].string), try #require(draft["hash"].string))
        return try await run("drafts", "approve", id, "--expect", hash, "--as", person, "--json")
    }
}
