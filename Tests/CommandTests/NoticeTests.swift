import Foundation
import StandIns
import Testing

/// What on-call hears, through every channel, with the program.
@Suite struct `Notices to on-call` {
    /// A desk with two people who have waited too long.
    private func withTwoLate(
        _ channels: [String], secret: String? = nil, _ body: (SocialDesk) async throws -> Void
    ) async throws {
        let server = try OurServer()
        defer { server.stop() }
        _ = try await server.post("@silberbahn Wo ist mein Koffer?", by: "kathrin@bahn.example")
        server.wait(seconds: 1_200)
        _ = try await server.post("@silberbahn Wann fährt der RE 7 <heute> & morgen?", by: "ben@bahn.example")
        server.wait(seconds: 7_200)
        try await AntwortCommand.withHome { antwort in
            if let secret {
                let file = antwort.home.appending(path: "hook.url")
                try Data(secret.utf8).write(to: file)
                try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file.path)
            }
            try await body(try SocialDesk(antwort, at: server, alerts: channels))
        }
    }

    @Test(arguments: ["generic", "slack", "teams"])
    func `a web hook gets one message about all of them, in the form of its service`(_ form: String) async throws {
        let hook = try StandInServer()
        defer { hook.stop() }
        let channel = "- {name: chat, kind: webhook, url: \"\(hook.url)/in/geheim\", format: \(form)}"
        try await withTwoLate([channel]) { desk in
            let told = try await desk.run("watch", "--json")
            #expect(told.status == 0, "\(told.complaints)")
            #expect(try told.summary["alerts"] == 2)
            let request = try #require(hook.requests.first)
            #expect(hook.requests.count == 1)
            #expect(request.method == "POST" && request.path == "/in/geheim")
            #expect(request["content-type"] == "application/json")
            let body = try JSON(request.body)
            let text = String(decoding: request.body, as: UTF8.self)
            #expect(text.contains("@kathrin@bahn.example") && text.contains("@ben@bahn.example"))
            switch form {
            case "slack": #expect(body["text"].string?.contains("2 breaches") == true, "\(body)")
            case "teams": #expect(body["attachments"][0]["content"]["type"] == "AdaptiveCard")
            default: #expect(Set(body["notices"].items.map { $0["level"] }) == ["breach"])
            }
            desk.server.wait(seconds: 60)
            _ = try await desk.run("watch")
            #expect(hook.requests.count == 1)
        }
    }

    @Test func `a crisis is told at once and not drafted, whoever it was said to`() async throws {
        let hook = try StandInServer()
        defer { hook.stop() }
        let server = try OurServer()
        defer { server.stop() }
        try await AntwortCommand.withHome { antwort in
            let desk = try SocialDesk(
                antwort, at: server, alerts: ["- {name: chat, kind: webhook, url: \"\(hook.url)/in\", format: generic}"]
            )
            let cry = try await server.post(
                "@silberbahn Am Bahnsteig 3 liegt ein Mann und reagiert nicht, hier ist niemand!",
                by: "kim@bahn.example")
            let law = try await server.post(
                "@silberbahn Das geht jetzt an meine Anwältin, die Frist ist um.", by: "ben@bahn.example")
            let told = try await desk.run("watch", "--json")
            #expect(told.status == 0, "\(told.complaints)")
            #expect(try told.summary["alerts"] == 2)
            #expect(try told.summary["drafts"] == 0)
            let body = try JSON(try #require(hook.requests.first).body)
            #expect(body["notices"].items.map { $0["level"] } == ["crisis", "crisis"])
            for (post, reason) in [(cry, "crisis"), (law, "legal")] {
                #expect(
                    try await desk.run("conversations", "show", post, "--json").json[0]["no_draft"].string == reason)
            }
            #expect(try await desk.run("drafts", "list", "--json").json.isEmpty)
        }
    }

    @Test func `a channel that is down is tried again, and takes nothing from the others`() async throws {
        let hook = try StandInServer(plan: .always(.answer(StandInAnswer(status: 503))))
        defer { hook.stop() }
        let sink = try SMTPSink()
        defer { sink.stop() }
        let channels = [
            "- {name: chat, kind: webhook, url_file: hook.url}",
            "- {name: mail, kind: email, url: \"\(sink.url)\", from: a@example.org, to: [b@example.org]}",
        ]
        try await withTwoLate(channels, secret: "\(hook.url)/in/geheim\n") { desk in
            let first = try await desk.run("watch")
            #expect(first.status == 2)
            #expect(first.complaints.contains("chat") && first.complaints.contains("503"))
            #expect(!first.complaints.contains("geheim") && !first.text.contains("geheim"))
            #expect(sink.mails.count == 1)
            hook.follow(.none)
            desk.server.wait(seconds: 60)
            let second = try await desk.run("watch")
            #expect(second.status == 0, "\(second.complaints)")
            #expect(hook.requests.count == 2)
            let keys = try hook.requests.map { try JSON($0.body)["notices"].items.compactMap { $0["key"].string } }
            #expect(keys[0] == keys[1] && keys[0].count == 2)
            #expect(sink.mails.count == 1)
        }
    }

    @Test func `a drill goes the way of every notice and says that it is one`() async throws {
        let hook = try StandInServer()
        defer { hook.stop() }
        try await withTwoLate(["- {name: chat, kind: webhook, url: \"\(hook.url)/in\"}"]) { desk in
            let drilled = try await desk.run("alerts", "test")
            #expect(drilled.status == 0, "\(drilled.complaints)")
            let body = String(decoding: try #require(hook.requests.first).body, as: UTF8.self)
            #expect(body.lowercased().contains("drill"))
        }
    }
}
