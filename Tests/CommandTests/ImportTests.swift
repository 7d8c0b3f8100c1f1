import Foundation
import StandIns
import TestSupport
import Testing

@Suite struct `antwort import` {
    @Test func `says when nobody is addressed, and that history is nobody's to answer`() async throws {
        try await AntwortCommand.withHome { antwort in
            try antwort.settings { $0.read("page", "path: none.jsonl") }
            for (name, text) in [("nobody", "Hallo in die Runde."), ("brand", "@silberbahn Wann fährt der RE 7?")] {
                let line = try Lines.post(name, by: "u-anna", at: "2026-03-05T10:00:00Z", text, page: false)
                try Data(line.utf8).write(to: antwort.home.appending(path: "\(name).jsonl"))
                let imported = try await antwort.run(
                    "import", "\(name).jsonl", "--format", "antwort-posts", "--account", "page")
                #expect(imported.status == 0, "\(imported.complaints)")
                #expect(imported.complaints.contains("No conversation began.") == (name == "nobody"))
            }
            let explained = try await antwort.run("sla", "explain", "brand")
            #expect(explained.complaints.contains("It is history"))
        }
    }

    @Test func `makes an account of every brand it finds, and one for what no brand takes part in`() async throws {
        try await AntwortCommand.withHome { antwort in
            let file = try antwort.bring("exports/twcs-mini.csv")
            let imported = try await antwort.run("import", file.path, "--format", "twcs", "--json")
            #expect(imported.status == 0, "\(imported.complaints)")
            #expect(try imported.summary.keys == `antwort watch`.counts)
            #expect(try imported.summary["new"] == 27)
            #expect(try imported.summary["quarantined"] == 0)
            #expect(
                try await antwort.run("status", "--json").json[0]["posts"] == 27,
                "two brands in a thread share its posts")

            let conversations = try await antwort.conversations()
            let byAccount = Dictionary(grouping: conversations) { $0["account"].string ?? "" }
            #expect(Set(byAccount.keys) == ["SilberbahnHilft", "FlinkbusTeam", "unassigned"])
            #expect(byAccount["unassigned"]?.compactMap { $0["thread"].string }.sorted() == ["9020", "9070"])
            #expect(byAccount["FlinkbusTeam"]?.compactMap { $0["thread"].string }.sorted() == ["9010", "9050"])
            let both = conversations.filter { $0["thread"] == "9010" && $0["opener"]["id"] == "70388" }
            #expect(Set(both.compactMap { $0["account"].string }) == ["SilberbahnHilft", "FlinkbusTeam"])
            for conversation in conversations {
                #expect(conversation["history"] == true)
                #expect(!["SilberbahnHilft", "FlinkbusTeam"].contains(conversation["opener"]["id"].string))
            }
            #expect(try await antwort.run("sla", "list", "--json").json.isEmpty, "history is never due")
        }
    }

    @Test func `reads what pandas made of it as the same posts`() async throws {
        try await AntwortCommand.withHome { antwort in
            let first = try antwort.bring("exports/twcs-mini.csv")
            let again = try antwort.bring("exports/twcs-mini-pandas.csv")
            let imported = try await antwort.run("import", first.path, "--format", "twcs")
            #expect(imported.status == 0)
            let before = try await antwort.conversations()
            for file in [again, first] {
                let repeated = try await antwort.run("import", file.path, "--format", "twcs", "--json")
                #expect(repeated.status == 0)
                #expect(try repeated.summary["duplicate"] == 27)
                #expect(try repeated.summary["new"] == 0)
            }
            #expect(try await antwort.conversations() == before)

            try await AntwortCommand.withHome { other in
                let alone = try await other.run("import", again.path, "--format", "twcs", "--json")
                #expect(try alone.summary["new"] == 27)
                #expect(try await other.conversations() == before)
            }
        }
    }

    @Test func `with an account keeps that brand's threads and no others`() async throws {
        try await AntwortCommand.withHome { antwort in
            let file = try antwort.bring("exports/twcs-mini.csv")
            let imported = try await antwort.run(
                "import", file.path, "--format", "twcs", "--account", "FlinkbusTeam", "--json")
            #expect(imported.status == 0)
            // 9010 to 9015 and 9050 to 9053; 9053 is named by its parent and not in the file.
            #expect(try imported.summary["new"] == 9)
            let conversations = try await antwort.conversations()
            #expect(Set(conversations.compactMap { $0["account"].string }) == ["FlinkbusTeam"])
            #expect(Set(conversations.compactMap { $0["thread"].string }) == ["9010", "9050"])
        }
    }

    @Test func `reads standard input, and leaves no copy of it`() async throws {
        try await AntwortCommand.withHome { antwort in
            let bytes = try Data(contentsOf: ProjectFiles.fixture("exports/twcs-mini.csv"))
            let imported = try await antwort.run("import", "-", "--format", "twcs", "--json", input: bytes)
            #expect(imported.status == 0)
            #expect(try imported.summary["new"] == 27)
            #expect(try FileManager.default.contentsOfDirectory(atPath: antwort.home.path) == [".local"])
        }
    }

    @Test func `is history unless it is said to be live`() async throws {
        try await AntwortCommand.withHome { antwort in
            let file = try antwort.bring("exports/twcs-mini.csv")
            let now = "2026-03-02T08:00:00+01:00"
            let first = try await antwort.run("import", file.path, "--format", "twcs", now: now)
            #expect(first.status == 0)
            #expect(try await antwort.run("sla", "list", "--json", now: now).json.isEmpty)
            let live = try await antwort.run("import", file.path, "--format", "twcs", "--live", now: now)
            #expect(live.status == 0)
            let due = try await antwort.run("sla", "list", "--json", now: now).json
            #expect(!due.isEmpty)
            #expect(
                due.contains { $0["started_at"] == "2026-03-02T05:51:11Z" && $0["due_at"] == "2026-03-02T06:21:11Z" })
        }
    }

    @Test func `takes format and account of a source`() async throws {
        try await AntwortCommand.withHome { antwort in
            let file = try antwort.bring("exports/silberbahn-reviews.csv", as: "reviews.csv")
            try antwort.settings { $0.reviews() }
            let imported = try await antwort.run("import", file.path, "--source", "reviews", "--json")
            #expect(imported.status == 0)
            #expect(try imported.summary["new"] == 15)
            // The source itself has not been read yet, and brings nothing twice.
            let watched = try await antwort.run("watch", "--json")
            #expect(try watched.summary["duplicate"] == 15)
        }
    }

    @Test func `reads posts in our own format for an account of the settings`() async throws {
        try await AntwortCommand.withHome { antwort in
            let file = try antwort.bring("exports/broken.jsonl")
            try antwort.settings { $0.read("page", "path: none.jsonl") }
            let imported = try await antwort.run(
                "import", file.path, "--format", "antwort-posts", "--account", "page", "--json")
            #expect(imported.status == 2)
            #expect(try imported.summary["new"] == 15)
            #expect(try imported.summary["quarantined"] == 5)
            #expect(imported.errorLines.count == 5)
            let again = try await antwort.run(
                "import", file.path, "--format", "antwort-posts", "--account", "page", "--json")
            #expect(try again.summary["duplicate"] == 15)
        }
    }

    @Test(
        arguments: [
            (["gone.csv", "--format", "twcs"], 66, "gone.csv"), ([".", "--format", "twcs"], 66, "a folder"),
            (["x.csv"], 64, "--format"), (["x.csv", "--source", "a", "--format", "twcs"], 64, "--source"),
            (["x.csv", "--format", "csv"], 64, "--source"),
            (["x.csv", "--format", "xml"], 64, "xml"), (["x.csv", "--format", "antwort-posts"], 64, "--account"),
            (["x.csv", "--format", "antwort-posts", "--account", "nobody"], 78, "nobody"),
            (["x.csv", "--source", "nothing"], 78, "nothing"),
            (["http://127.0.0.1:1/x.csv", "--format", "twcs"], 69, "connect-failed"),
            (["x.csv", "--format", "twcs"], 65, "column"),
        ] as [([String], Int32, String)])
    func `says what is missing or wrong`(_ words: [String], _ status: Int32, _ word: String) async throws {
        try await AntwortCommand.withHome { antwort in
            try Data("a,b\n1,2\n".utf8).write(to: antwort.home.appending(path: "x.csv"))
            let refused = try await antwort.run(words: ["import"] + words)
            #expect(refused.status == status)
            let errors = refused.errorLines.filter { $0.hasPrefix("antwort: error: ") }
            #expect(errors.count == 1)
            #expect(errors.first?.contains(word) == true, "\(refused.complaints)")
        }
    }

    @Test func `stores all rows of a real sample`() async throws {
        guard let sample = ProjectFiles.shared("data/twcs-sample.csv") else { return }
        try await AntwortCommand.withHome { antwort in
            let now = "2017-11-01T12:00:00Z"
            let imported = try await antwort.run(
                "import", sample.path, "--format", "twcs", "--live", "--json", now: now)
            #expect(imported.status == 0, "\(imported.complaints)")
            #expect(try imported.summary["new"] == 93)
            #expect(try imported.summary["quarantined"] == 0)
            let listed = try await antwort.run("conversations", "list", "--json", now: now).json
            #expect(listed.count > 10)
            for conversation in listed {
                let first = conversation["first_response"]
                guard let seconds = first["seconds"].int else { continue }
                #expect(seconds >= 0 && seconds < 90 * 86_400)
            }
        }
    }
}
