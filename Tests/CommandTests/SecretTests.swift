import Foundation
import StandIns
import Testing

@Suite struct `Secrets in addresses and settings` {
    private static let canary = "kanarienvogel4711"

    @Test func `are not printed by any command, whatever goes wrong`() async throws {
        let server = try StandInServer(plan: .always(.answer(StandInAnswer(status: 500))))
        let query = "?token=\(Self.canary)"
        try await AntwortCommand.withHome { antwort in
            try antwort.settings {
                $0.account("timeouts: {total: 500ms}")
                $0.read("dead", "url: \"http://127.0.0.1:1/hooks/\(Self.canary)/x\(query)\"")
                $0.read("ill", "url: \"\(server.url)/\(Self.canary)\(query)\"")
            }
            let address = "\(server.url)/\(Self.canary)\(query)"
            let commands = [
                ["watch"], ["watch", "--json", "-v"], ["config", "check"], ["config", "check", "--json"], ["doctor"],
                ["doctor", "--json"], ["status"], ["status", "--json"], ["import", address, "--format", "twcs"],
                ["import", address, "--format", "twcs", "--account", "acme"],
                ["import", "http://anna:\(Self.canary)@127.0.0.1:1/x", "--format", "twcs"],
                ["import", "gopher://127.0.0.1/\(Self.canary)", "--format", "twcs"],
            ]
            for words in commands {
                let said = try await antwort.run(words: words)
                #expect(!said.text.contains(Self.canary), "\(words): \(said.text)")
                #expect(!said.complaints.contains(Self.canary), "\(words): \(said.complaints)")
            }
            for name in try FileManager.default.contentsOfDirectory(atPath: antwort.data.path) {
                let file = antwort.data.appending(path: name)
                let mode = try FileManager.default.attributesOfItem(atPath: file.path)[.posixPermissions] as? Int
                let holdsIt = try Data(contentsOf: file).range(of: Data(Self.canary.utf8)) != nil
                #expect(!holdsIt || (mode ?? 0o777) & 0o077 == 0, "others can read it in \(name)")
            }
        }
    }

    @Test(
        arguments: [
            "password: \(canary)", "api_token: \(canary)", "proxy: \"http://anna:\(canary)@proxy.example:3128\"",
            "accounts:\n  - {name: a, platform: mastodon, handle: a, url: \"https://a:\(canary)@b.example\"}",
            "accounts:\n  - {name: a, platform: mastodon, handle: a, url: \"https://b.example?key=\(canary)\"}",
            "sources:\n  - {name: s, account: a, kind: export, format: twcs, url: \"ftp://b.example/?key=\(canary)\"}",
            "sources:\n  - {name: s, account: a, kind: export, format: twcs, url: \"http://b.example/?key=\(canary)\"}",
        ])
    func `are not printed by the mistakes they stand in`(_ text: String) async throws {
        try await AntwortCommand.withHome { antwort in
            try Data("brand: Silberbahn\n\(text)\n".utf8).write(to: antwort.home.appending(path: "antwort.yaml"))
            let refused = try await antwort.run("config", "check")
            #expect(refused.status == 78)
            #expect(!refused.errorLines.isEmpty)
            #expect(!refused.complaints.contains(Self.canary), "\(refused.complaints)")
        }
    }
}
