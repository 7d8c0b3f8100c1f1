import Foundation
import Testing

@Suite struct `antwort config check` {
    @Test func `is content with the demo's settings and counts what they name`() async throws {
        try await AntwortCommand.withHome { antwort in
            let file = try antwort.bring("demo/antwort.yaml", as: "antwort.yaml")
            let checked = try await antwort.run("config", "check", "--json")
            #expect(checked.status == 0)
            #expect(checked.complaints.isEmpty)
            let counts: [String: JSON] = [
                "settings": .text(file.path), "valid": true, "calendars": 1, "targets": 1, "accounts": 1, "sources": 1,
                "channels": 0, "topics": 0,
                "names": .object([
                    "calendars": .list(["service"]), "targets": .list(["standard"]),
                    "accounts": .list(["silberbahn-page"]), "sources": .list(["page"]), "channels": .list([]),
                    "topics": .list([]),
                ]),
            ]
            let found = try #require(try checked.json.first)
            for (name, count) in counts { #expect(found[name] == count) }
            #expect(found["promises"][0]["first_response_seconds"] == 1800)
            #expect(found["promises"][0]["when"].isNull)
        }
    }

    @Test func `lists the names that other commands take`() async throws {
        try await AntwortCommand.withHome { antwort in
            try antwort.bring("demo/antwort.yaml", as: "antwort.yaml")
            let checked = try await antwort.run("config", "check")
            #expect(checked.text.contains("accounts: silberbahn-page\n"))
            #expect(checked.text.contains("channels: none\n"))
            #expect(checked.complaints.contains("is in order."))
        }
    }

    @Test func `names every mistake of a file in one run, each with line, column and a way out`() async throws {
        try await AntwortCommand.withHome { antwort in
            let file = antwort.home.appending(path: "antwort.yaml")
            try Data(Self.mistaken.utf8).write(to: file)
            let refused = try await antwort.run("config", "check")
            #expect(refused.status == 78)
            #expect(refused.text.isEmpty)

            let lines = refused.errorLines
            #expect(lines.count == Self.mistakes.count)
            for (line, mistake) in zip(lines, Self.mistakes) {
                #expect(line.hasPrefix("antwort: error: \(file.path):\(mistake.place): \(mistake.field): "), "\(line)")
                for word in mistake.words { #expect(line.contains(word), "\(line)") }
                #expect(line.contains("; "), "what to do next is missing: \(line)")
            }
        }
    }

    @Test(arguments: ["watch", "status"]) func `every other command finds the same mistakes`(_ command: String)
        async throws
    {
        try await AntwortCommand.withHome { antwort in
            try Data(Self.mistaken.utf8).write(to: antwort.home.appending(path: "antwort.yaml"))
            let checked = try await antwort.run("config", "check")
            let refused = try await antwort.run(command)
            #expect(refused.status == 78)
            #expect(refused.complaints == checked.complaints)
        }
    }

    @Test(
        arguments: [
            ("reports: {}", "reports"), ("people: []", "people"), ("interface: de", "interface"),
        ])
    func `refuses a key of what is not built yet`(_ text: String, _ key: String) async throws {
        try await AntwortCommand.withHome { antwort in
            try Data("brand: Silberbahn\n\(text)\n".utf8).write(to: antwort.home.appending(path: "antwort.yaml"))
            let refused = try await antwort.run("config", "check")
            #expect(refused.status == 78)
            #expect(
                refused.errorLines.contains { $0.contains("antwort.yaml:2:1: \(key): not yet") },
                "\(refused.complaints)")
        }
    }

    @Test func `says so when there are no settings at all`() async throws {
        try await AntwortCommand.withHome { antwort in
            let refused = try await antwort.run("config", "check")
            #expect(refused.status == 78)
            #expect(refused.errorLines.count == 1)
            #expect(refused.complaints.contains("antwort init"))
        }
    }

    @Test func `a settings file that is named but not there is an error, not a reason for defaults`() async throws {
        try await AntwortCommand.withHome { antwort in
            for words in [["config", "check"], ["watch"], ["status"]] {
                let refused = try await antwort.run(words: words + ["--config", "gone.yaml"])
                #expect(refused.status == 78)
                #expect(refused.errorLines.count == 1)
                #expect(refused.complaints.contains("gone.yaml"))
            }
        }
    }

    @Test func `flag comes before environment, environment before the folder's own file`() async throws {
        try await AntwortCommand.withHome { antwort in
            for name in ["antwort.yaml", "flag.yaml", "environment.yaml"] {
                try antwort.bring("demo/antwort.yaml", as: name)
            }
            let environment = ["ANTWORT_CONFIG": "environment.yaml"]
            let byFlag = try await antwort.run(
                "config", "check", "--json", "--config", "flag.yaml", environment: environment)
            #expect(try byFlag.json[0]["settings"].string?.hasSuffix("/flag.yaml") == true)
            let byEnvironment = try await antwort.run("config", "check", "--json", environment: environment)
            #expect(try byEnvironment.json[0]["settings"].string?.hasSuffix("/environment.yaml") == true)
            let byFolder = try await antwort.run("config", "check", "--json")
            #expect(try byFolder.json[0]["settings"].string?.hasSuffix("/antwort.yaml") == true)
        }
    }

    /// Where each mistake of ``mistaken`` stands and what has to be said about it.
    private static let mistakes: [(place: String, field: String, words: [String])] = [
        ("2:1", "languge", ["language"]),
        ("5:19", "calendars.service.hours", []),
        ("6:15", "calendars.service.timezone", ["Europe/Berlni"]),
        ("9:15", "targets[0].calendar", ["servcie", "service"]),
        ("14:15", "accounts[0].platform", ["facebok", "facebook"]),
        ("16:21", "accounts[0].publish.hold", []),
        ("18:65", "sources[0].kind", ["not yet", "webhook"]),
    ]

    private static let mistaken = """
        brand: Silberbahn
        languge: de
        calendars:
          service:
            hours: "Mo-Fr 26:00-28:00"
            timezone: Europe/Berlni
        targets:
          - name: standard
            calendar: servcie
            first_response: 30m
            next_response: 1h
        accounts:
          - name: page
            platform: facebok
            handle: "@silberbahn"
            publish: {hold: 10}
        sources:
          - {name: social, account: page, url: https://a.example, kind: webhook}
        """
}
