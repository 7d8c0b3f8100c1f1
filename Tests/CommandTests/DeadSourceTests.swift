import Foundation
import StandIns
import Testing

@Suite struct `A dead source beside a good one` {
    /// A way for a server to fail, and the word under which `status` knows it.
    struct Death: Sendable, CustomTestStringConvertible {
        let name: String
        let fault: Fault?
        let code: String
        var testDescription: String { name }
    }

    private static let deaths = [
        Death(name: "refused port", fault: nil, code: "connect-failed"),
        Death(name: "status 404", fault: .answer(StandInAnswer(status: 404)), code: "gone"),
        Death(name: "status 500", fault: .answer(StandInAnswer(status: 500)), code: "unavailable"),
        Death(name: "status 401", fault: .answer(StandInAnswer(status: 401)), code: "credentials"),
        Death(name: "cut in the head", fault: .closeBeforeAnswer, code: "empty-answer"),
        Death(name: "no HTTP", fault: .garbage, code: "garbage"),
        Death(name: "no export", fault: .answer(StandInAnswer(status: 302)), code: "refused"),
        Death(name: "too slow", fault: .hang, code: "timed-out"),
    ]

    @Test(arguments: deaths) func `costs only itself, is shown failing, and recovers`(_ death: Death) async throws {
        let lines = try Lines.question("far")
        let server = try StandInServer { _ in StandInAnswer(text: lines) }
        var url = "\(server.url)/export.jsonl"
        if let fault = death.fault { server.follow(.always(fault)) } else { url = "http://127.0.0.1:1/export.jsonl" }
        try await AntwortCommand.withHome { antwort in
            try antwort.bring("exports/broken.jsonl", as: "good.jsonl")
            let good = try String(contentsOf: antwort.home.appending(path: "good.jsonl"), encoding: .isoLatin1)
                .split(separator: "\n").prefix(3).map { $0 + "\n" }.joined()
            try Data(good.unicodeScalars.map { UInt8($0.value) }).write(to: antwort.home.appending(path: "good.jsonl"))
            try antwort.settings {
                $0.account("timeouts: {connect: 400ms, total: 800ms}")
                $0.read("far", "url: \"\(url)\"")
                $0.read("good", "path: good.jsonl")
            }
            let watched = try await antwort.run("watch", "--json")
            #expect(watched.status == 2)
            #expect(try watched.summary["new"] == 3)
            #expect(try watched.summary["failed"] == 1)
            #expect(watched.errorLines.count == 1)
            #expect(watched.complaints.hasPrefix("antwort: error: far: "), "\(watched.complaints)")

            let failing = try await antwort.status(of: "far")
            #expect(failing["last_success"].isNull)
            #expect(failing["cursor_age_seconds"].isNull)
            #expect(failing["last_error"]["code"].string == death.code)
            #expect(failing["last_error"]["since"] == "2026-03-06T15:40:00Z")
            #expect(try await antwort.status(of: "good")["last_error"].isNull)
            #expect(try await antwort.run("status").text.contains("failing since"))

            server.follow(.none)
            if death.fault == nil {
                try antwort.settings {
                    $0.read("far", "url: \"\(server.url)/export.jsonl\"")
                    $0.read("good", "path: good.jsonl")
                }
            }
            let again = try await antwort.run("watch", "--json", now: "2026-03-06T16:45:00+01:00")
            #expect(again.status == 0)
            #expect(try again.summary["new"] == 1)
            let well = try await antwort.status(of: "far")
            #expect(well["last_error"].isNull)
            #expect(well["last_success"] == "2026-03-06T15:45:00Z")
        }
    }

    @Test func `keeps what came whole before the line was cut, and goes on behind it`() async throws {
        let lines = try (1...6).map { try Lines.question("post-\($0)", by: "u-\($0)") }
        let body = lines.joined()
        let server = try StandInServer { _ in StandInAnswer(headers: [("ETag", "\"1\"")], text: body) }
        server.follow(.always(.cut(afterBytes: lines.prefix(2).joined().utf8.count + 40)))
        try await AntwortCommand.withHome { antwort in
            try antwort.settings { $0.read("far", "url: \"\(server.url)/export.jsonl\"") }
            let cut = try await antwort.run("watch", "--json")
            #expect(cut.status == 69, "no source could be read to its end")
            #expect(try cut.summary["new"] == 2)
            #expect(try cut.summary["quarantined"] == 0)
            #expect(try await antwort.status(of: "far")["last_error"]["code"] == "body-cut")

            server.follow(.none)
            let whole = try await antwort.run("watch", "--json")
            #expect(whole.status == 0)
            #expect(try whole.summary["new"] == 4)
            #expect(try whole.summary["duplicate"] == 0)
            #expect(try await antwort.conversations().count == 6)
        }
    }

    @Test func `when all are dead the run says that remotes are unavailable`() async throws {
        try await AntwortCommand.withHome { antwort in
            try antwort.settings {
                $0.read("one", "url: \"http://127.0.0.1:1/a\"")
                $0.read("two", "url: \"http://127.0.0.1:1/b\"")
            }
            let watched = try await antwort.run("watch", "--json")
            #expect(watched.status == 69)
            #expect(watched.errorLines.count == 2)
            #expect(try watched.summary["failed"] == 2)
        }
    }

    @Test func `failing since is when it began, not when it was last seen`() async throws {
        try await AntwortCommand.withHome { antwort in
            try antwort.settings { $0.read("far", "url: \"http://127.0.0.1:1/a\"") }
            for minute in [40, 45, 50] {
                let watched = try await antwort.run("watch", now: "2026-03-06T16:\(minute):00+01:00")
                #expect(watched.status == 69)
            }
            let error = try await antwort.status(of: "far")["last_error"]
            #expect(error["since"] == "2026-03-06T15:40:00Z")
            #expect(error["last"] == "2026-03-06T15:50:00Z")
        }
    }

    @Test func `a file that is not there is such a source too`() async throws {
        try await AntwortCommand.withHome { antwort in
            try antwort.settings {
                $0.read("gone", "path: gone.jsonl")
                $0.read("good", "path: good.jsonl")
            }
            try Data(try Lines.question("near").utf8).write(to: antwort.home.appending(path: "good.jsonl"))
            let watched = try await antwort.run("watch", "--json")
            #expect(watched.status == 2)
            #expect(try watched.summary["new"] == 1)
            #expect(watched.complaints.hasPrefix("antwort: error: gone: "))
        }
    }

    @Test func `so is a file in another format, which is told by its code`() async throws {
        try await AntwortCommand.withHome { antwort in
            try antwort.bring("exports/silberbahn.jsonl", as: "wrong.csv")
            try antwort.settings { $0.read("wrong", "path: wrong.csv", format: "twcs") }
            let watched = try await antwort.run("watch")
            #expect(watched.status != 0)
            #expect(watched.errorLines.count == 1)
            #expect(try await antwort.status(of: "wrong")["last_error"]["code"] == "column")
            #expect(try await antwort.run("status", "--json").json[0]["posts"] == 0)
        }
    }
}
