import Foundation
import Testing

@Suite struct `Hostile words` {
    /// Clears screens, sets titles, turns the reading direction, fakes lines, rings.
    private static let attack =
        "Wo bleibt\u{1B}[2J\u{1B}]0;x\u{07} der Zug\rantwort: error: gefälscht\u{9B}31m\u{202E}gnuhcsuat\u{2066}\u{200F}\u{0}\u{7F}\u{85}\u{2028}Ende?\u{FEFF}\u{E0041}"

    @Test func `move nothing on the terminal, wherever they are shown`() async throws {
        try await AntwortCommand.withHome { antwort in
            try await Self.watch(at: antwort)
            let commands = [
                ["conversations", "list"], ["conversations", "show", "böse"], ["sla", "list"], ["quarantine", "list"],
                ["quarantine", "show", "1"], ["status"], ["triage", Self.attack.replacing("\u{0}", with: "")],
                ["doctor"],
            ]
            for command in commands {
                for words in [command, command + ["--json"]] {
                    let said = try await antwort.run(words: words)
                    #expect(said.status == 0, "\(words): \(said.complaints)")
                    #expect(!said.text.isEmpty, "\(words)")
                    #expect(Self.active(in: said.output).isEmpty, "\(words)")
                    #expect(Self.active(in: said.errors).isEmpty, "\(words)")
                }
            }
        }
    }

    @Test func `do not act from an error line either`() async throws {
        try await AntwortCommand.withHome { antwort in
            let attack = Self.attack.replacing("\u{0}", with: "")
            try antwort.settings { $0.read("page", "path: page.jsonl") }
            let commands = [
                ["conversations", "show", attack], ["import", attack, "--format", "twcs"],
                ["watch", "--config", attack],
                [attack], ["watch", "--now", attack], ["hours", "check", attack],
                ["conversations", "list", "--intent", attack],
                ["sla", "list", "--within", attack], ["status", attack],
            ]
            for words in commands {
                let said = try await antwort.run(words: words)
                #expect(said.status != 0, "\(words)")
                #expect(said.errorLines.count == 1, "\(words): \(said.complaints)")
                #expect(said.complaints.hasPrefix("antwort: error: "), "\(words)")
                #expect(Self.active(in: said.errors).isEmpty, "\(words)")
            }
        }
    }

    @Test func `stand whole and escaped in JSON`() async throws {
        try await AntwortCommand.withHome { antwort in
            try await Self.watch(at: antwort)
            let shown = try await antwort.run("conversations", "show", "böse", "--json")
            #expect(try shown.json.count == 1)
            let post = try shown.json[0]["timeline"][0]
            // A store of texts keeps no NUL; everything else is as it was written.
            #expect(
                post["text"].string?.unicodeScalars.filter { $0 != "\u{0}" && $0 != "\u{FFFD}" }.map(\.value)
                    == Self.attack.unicodeScalars.filter { $0 != "\u{0}" }.map(\.value))
            #expect(post["author"]["name"].string?.contains("\u{1B}") == true)
        }
    }

    @Test func `in a record that cannot be read come out only where bytes are asked for`() async throws {
        try await AntwortCommand.withHome { antwort in
            try await Self.watch(at: antwort)
            let raw = try await antwort.run("quarantine", "show", "1", "--raw")
            #expect(raw.output == Data(Self.broken.utf8))
            let shown = try await antwort.run("quarantine", "show", "1", "--json").json[0]
            #expect(Data(base64Encoded: shown["raw_base64"].string ?? "") == Data(Self.broken.utf8))
        }
    }

    private static let broken = "{\"id\":\"\(attack)\n"

    /// A desk that has read them, as a post, a name and a broken record.
    private static func watch(at antwort: AntwortCommand) async throws {
        let post = try Lines.post("böse", by: "u-böse", at: "2026-03-06T16:30:00+01:00", attack)
        let named = post.replacing(
            "\"handle\":\"@u-böse\"", with: "\"handle\":\"@u-böse\",\"name\":\"\\u001b[31mRot\\u202e\"")
        try Data((named + broken).utf8).write(to: antwort.home.appending(path: "page.jsonl"))
        try antwort.settings { $0.read("page", "path: page.jsonl", "live_since: 2026-03-01T00:00:00Z") }
        let watched = try await antwort.run("watch")
        #expect(watched.status == 2)
        #expect(watched.errorLines.count == 1)
        #expect(active(in: watched.errors).isEmpty)
    }

    /// What could act on a terminal, besides line feeds.
    private static func active(in bytes: Data) -> [Unicode.Scalar] {
        String(decoding: bytes, as: UTF8.self).unicodeScalars.filter { scalar in
            switch scalar.value {
            case 0x0A: false
            case 0x00...0x1F, 0x7F...0x9F, 0x061C, 0x200E...0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF,
                0xE0000...0xE007F:
                true
            default: false
            }
        }
    }
}
