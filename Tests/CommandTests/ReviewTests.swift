import Foundation
import Testing

/// `antwort review`, as a person works through it: one key and Return per decision.
@Suite struct `Going through drafts` {
    private func withThreeDrafts(_ body: (SocialDesk) async throws -> Void) async throws {
        let server = try OurServer()
        defer { server.stop() }
        try await AntwortCommand.withHome { antwort in
            let desk = try SocialDesk(antwort, at: server)
            for (name, text) in [
                ("kathrin", "Seit 45 Minuten stehe ich in der Kälte und keiner sagt was."),
                ("ben", "Wann fährt der RE 7 heute?"), ("dörte", "Mein Koffer ist weg, wo melde ich mich?"),
            ] {
                _ = try await server.post("@silberbahn \(text)", by: "\(name)@bahn.example")
            }
            let watched = try await desk.run("watch", "--json")
            #expect(try watched.summary["drafts"] == 3)
            try await body(desk)
        }
    }

    @Test func `approving takes a key and another one to confirm`() async throws {
        try await withThreeDrafts { desk in
            let stopped = try await desk.run("review", "--as", "Anna", typing: "y", "y", "y", "", "q")
            #expect(stopped.status == 0)
            #expect(stopped.text.contains("Not approved."))
            #expect(try await desk.outbox().isEmpty)

            let done = try await desk.run("review", "--as", "Anna", typing: "y", "p", "n", "Der Ton passt nicht.", "s")
            #expect(done.complaints.contains("1 approved, 1 rejected, 1 left."))
            #expect(try await desk.outbox().map { $0["approved_by"] } == ["Anna"])
            #expect(try await desk.drafts().count == 1)
            let published = try await desk.run("publish", "--json")
            #expect(try published.summary["sent"] == 1)
        }
    }

    @Test func `the most urgent stands first, and shows what a person must know`() async throws {
        try await withThreeDrafts { desk in
            let shown = try await desk.run("review", "--as", "Anna", typing: "q").text
            for expected in [
                "1 of 3", "public, as social on mastodon", "@kathrin@bahn.example", "Seit 45 Minuten",
                "due Fr 2026-03-06",
                "of 500 characters",
            ] {
                #expect(shown.contains(expected), "\(expected)")
            }
        }
    }

    @Test func `what is skipped comes again with the next review only`() async throws {
        try await withThreeDrafts { desk in
            let skipped = try await desk.run("review", "--as", "Anna", typing: "s", "s", "s", "y")
            #expect(skipped.complaints.contains("0 approved, 0 rejected, 3 left."))
            #expect(skipped.text.contains("3 of 3"))
            let back = try await desk.run("review", "--as", "Anna", typing: "s", "k", "y", "p", "q")
            #expect(back.complaints.contains("1 approved"))
            #expect(try await desk.drafts().allSatisfy { $0["text"].string?.contains("@kathrin@") == false })
        }
    }

    @Test func `a number and a search lead to a draft`() async throws {
        try await withThreeDrafts { desk in
            let numbered = try await desk.run("review", "--as", "Anna", typing: "g", "3", "g", "9", "q")
            #expect(numbered.text.contains("3 of 3"))
            #expect(numbered.text.contains("no draft of this number"))
            let found = try await desk.run("review", "--as", "Anna", typing: "/", "koffer", "n", "falsch", "q")
            #expect(found.text.contains("3 of 3"))
            #expect(found.complaints.contains("1 rejected"))
            #expect(try await desk.drafts().allSatisfy { $0["text"].string?.contains("dörte") == false })
            let lost = try await desk.run("review", "--as", "Anna", typing: "/", "fahrrad", "q")
            #expect(lost.text.contains("No other draft"))
        }
    }

    @Test func `what needs no answer is resolved in the name of whoever says so`() async throws {
        try await withThreeDrafts { desk in
            let done = try await desk.run("review", "--as", "Anna", typing: "x", "q")
            #expect(done.complaints.contains("0 approved, 0 rejected, 1 resolved without an answer, 2 left."))
            #expect(try await desk.drafts().count == 2)
            #expect(try await desk.run("sla", "list", "--json").json.count == 2)
            let conversations = try await desk.run("conversations", "list", "--json").json
            let resolved = try #require(conversations.first { $0["state"] == "resolved" })
            let id = try #require(resolved["id"].string)
            let decision = try await desk.run("conversations", "show", id, "--json").json[0]["decisions"][0]
            #expect(decision["by"] == "Anna" && decision["reason"] == "no answer needed", "\(decision)")
        }
    }

    @Test func `a merged matter is drafted anew, and status counts what can be decided on`() async throws {
        try await withThreeDrafts { desk in
            let ids = try await desk.run("sla", "list", "--json").json.compactMap { $0["conversation"].string }
            let merged = try await desk.run("conversations", "merge", ids[1], ids[0], "--as", "Anna")
            #expect(merged.status == 0, "\(merged.complaints)")
            #expect(try await desk.drafts().count == 1)
            desk.server.wait(seconds: 60)
            let watched = try await desk.run("watch", "--json")
            #expect(try watched.summary["drafts"] == 1)
            #expect(try await Set(desk.drafts().map { $0["conversation"].string }) == [ids[0], ids[2]])
            #expect(try await desk.run("status", "--json").json.first?["drafts"] == 2)
            desk.server.wait(seconds: 60)
            #expect(try await desk.run("watch", "--json").summary["drafts"] == 0)
        }
    }

    @Test func `the end of the input decides nothing`() async throws {
        try await withThreeDrafts { desk in
            let ended = try await desk.run("review", "--as", "Anna", typing: "y")
            #expect(ended.status == 0)
            #expect(try await desk.outbox().isEmpty)
            #expect(try await desk.drafts().count == 3)
            let nameless = try await desk.run("review")
            #expect(nameless.status == 64)
            let asked = try await desk.run("review", "--as", "Anna", "--no-input")
            #expect(asked.status == 64)
        }
    }

    @Test func `an editor is started as from a shell, and hears its signals`() async throws {
        let terminal = URL(filePath: "/usr/bin/script")
        guard FileManager.default.isExecutableFile(atPath: terminal.path) else {
            print("skipped: script(1) is not installed, so no editor is opened in a terminal in this run")
            return
        }
        try await withThreeDrafts { desk in
            let home = desk.antwort.home
            let editor = home.appending(path: "editor")
            try Data("#!/bin/sh\ngrep SigBlk /proc/self/status >mask\necho 'Guten Tag, Rosi.' >\"$1\"\n".utf8).write(
                to: editor)
            try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: editor.path)
            let id = try #require(try await desk.drafts().first?["id"].string)
            let words = [AntwortCommand.executable.path, "drafts", "edit", id, "--as", "Anna"] + desk.place
            let edited = try await ProgramRun(
                terminal, ["-qec", words.map { "'\($0)'" }.joined(separator: " "), "/dev/null"],
                environment: desk.antwort.environment.merging(["ANTWORT_EDITOR": editor.path]) { $1 },
                workingFolder: home, input: nil, seconds: 60
            ).outcome()
            #expect(edited.status == 0, "\(edited.text)")
            #expect(try await desk.drafts().contains { $0["text"].string?.contains("Rosi") == true })
            let mask = try String(contentsOf: home.appending(path: "mask"), encoding: .utf8)
            #expect(mask.contains("0000000000000000"), "\(mask)")
        }
    }
}
