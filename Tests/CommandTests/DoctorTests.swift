import Foundation
import Testing

@Suite struct `antwort doctor` {
    @Test func `finds nothing wrong with a desk that has been watched`() async throws {
        try await AntwortCommand.withHome { antwort in
            try antwort.bring("exports/silberbahn.jsonl", as: "page.jsonl")
            try antwort.settings { $0.read("page", "path: page.jsonl") }
            #expect(try await antwort.run("watch").status == 0)
            let looked = try await antwort.run("doctor", "--json")
            #expect(looked.status == 0)
            let findings = try looked.json
            #expect(
                Set(findings.compactMap { $0["check"].string })
                    == ["settings", "time zones", "calendars", "lexicons", "store", "permissions", "sources"])
            for finding in findings { #expect(finding["level"] == "well", "\(finding)") }
        }
    }

    @Test func `names everything that is broken, with what to do about it`() async throws {
        try await AntwortCommand.withHome { antwort in
            try antwort.settings { $0.read("page", "path: gone.jsonl") }
            try FileManager.default.createDirectory(at: antwort.data, withIntermediateDirectories: true)
            let store = antwort.data.appending(path: "antwort.sqlite")
            try Data("this is no store".utf8).write(to: store)
            try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: store.path)

            let looked = try await antwort.run("doctor", "--json")
            #expect(looked.status == 78)
            let broken = try looked.json.filter { $0["level"] == "broken" }
            #expect(Set(broken.compactMap { $0["check"].string }) == ["store", "permissions", "sources"])
            for finding in broken { #expect(finding["next"].string?.isEmpty == false, "\(finding)") }
        }
    }

    @Test func `warns where there is nothing to watch yet and makes nothing`() async throws {
        try await AntwortCommand.withHome { antwort in
            let looked = try await antwort.run("doctor", "--json")
            #expect(looked.status == 0)
            #expect(try looked.json.contains { $0["check"] == "settings" && $0["level"] == "warning" })
            #expect(try FileManager.default.contentsOfDirectory(atPath: antwort.home.path).isEmpty)
        }
    }

    @Test func `sees a zone folder without zones`() async throws {
        try await AntwortCommand.withHome { antwort in
            let looked = try await antwort.run(
                "doctor", "--json", environment: ["ANTWORT_ZONEINFO": antwort.home.path])
            #expect(looked.status == 78)
            #expect(try looked.json.contains { $0["check"] == "time zones" && $0["level"] == "broken" })
        }
    }
}
