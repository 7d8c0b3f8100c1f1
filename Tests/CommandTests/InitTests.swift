import Foundation
import Testing

@Suite struct `antwort init` {
    @Test func `writes settings and a store that only their owner can read`() async throws {
        try await AntwortCommand.withHome { antwort in
            let made = try await antwort.bare("init", "--no-input", "--brand", "Silberbahn")
            #expect(made.status == 0)
            #expect(made.text.isEmpty)

            let settings = antwort.home.appending(path: ".config/antwort/antwort.yaml")
            #expect(try String(contentsOf: settings, encoding: .utf8).contains("brand: \"Silberbahn\""))
            #expect(try permissions(of: antwort.data.appending(path: "antwort.sqlite")) == 0o600)
            #expect(try permissions(of: antwort.data) == 0o700)
            for name in try FileManager.default.contentsOfDirectory(atPath: antwort.data.path) {
                #expect(try permissions(of: antwort.data.appending(path: name)) & 0o077 == 0, "\(name)")
            }
            #expect(try await antwort.run("config", "check").status == 0)
        }
    }

    @Test func `leaves an existing settings file as it is and makes the missing store`() async throws {
        try await AntwortCommand.withHome { antwort in
            let file = try antwort.bring("demo/antwort.yaml", as: "conf/mine.yaml")
            let before = try Data(contentsOf: file)
            let made = try await antwort.bare(
                "init", "--no-input", "--config", file.path, "--data", antwort.home.appending(path: "store").path,
                "--json")
            #expect(made.status == 0)
            #expect(try Data(contentsOf: file) == before)
            let said = try made.json[0]
            #expect(said["settings"].string == file.path)
            #expect(said["settings_written"] == false)
            #expect(FileManager.default.fileExists(atPath: try #require(said["store"].string)))
        }
    }

    @Test func `can be run twice`() async throws {
        try await AntwortCommand.withHome { antwort in
            #expect(try await antwort.bare("init", "--no-input").status == 0)
            let again = try await antwort.bare("init", "--no-input", "--json")
            #expect(again.status == 0)
            #expect(try again.json[0]["settings_written"] == false)
        }
    }

    @Test func `says which options changed nothing, and finds mistakes in them all the same`() async throws {
        try await AntwortCommand.withHome { antwort in
            #expect(try await antwort.bare("init", "--no-input").status == 0)
            let again = try await antwort.bare("init", "--brand", "Other", "--language", "en")
            #expect(again.status == 0)
            #expect(again.complaints.contains("--brand, --language changed nothing, edit the file instead"))
            for option in [["--language", "fr"], ["--timezone", "Foo"]] {
                let refused = try await antwort.bare("init", option[0], option[1])
                #expect(refused.status == 64)
                #expect(refused.complaints.contains("'\(option[1])'"))
            }
        }
    }

    @Test func `follows the XDG folders where they are set`() async throws {
        try await AntwortCommand.withHome { antwort in
            let places = [
                "XDG_CONFIG_HOME": antwort.home.appending(path: "c").path,
                "XDG_DATA_HOME": antwort.home.appending(path: "d").path,
            ]
            let made = try await antwort.bare("init", "--no-input", environment: places)
            #expect(made.status == 0)
            for path in ["c/antwort/antwort.yaml", "d/antwort/antwort.sqlite"] {
                #expect(FileManager.default.fileExists(atPath: antwort.home.appending(path: path).path))
            }
        }
    }

    @Test func `says where it cannot write`() async throws {
        try await AntwortCommand.withHome { antwort in
            try Data().write(to: antwort.home.appending(path: "file"))
            let refused = try await antwort.bare("init", "--config", "file/antwort.yaml")
            #expect(refused.status == 73)
            #expect(refused.errorLines.count == 1)
            #expect(refused.complaints.contains("file/antwort.yaml"))
        }
    }

    @Test(arguments: [["--language", "fr"], ["--timezone", "Europe/Atlantis"]])
    func `refuses a language or zone that there is none of`(_ option: [String]) async throws {
        try await AntwortCommand.withHome { antwort in
            let refused = try await antwort.bare("init", option[0], option[1])
            #expect(refused.status == 64)
            #expect(refused.complaints.contains(option[1]))
            #expect(!FileManager.default.fileExists(atPath: antwort.home.appending(path: ".config").path))
        }
    }

    private func permissions(of file: URL) throws -> Int {
        try #require(try FileManager.default.attributesOfItem(atPath: file.path)[.posixPermissions] as? Int)
    }
}
