import Foundation
import TestSupport
import Testing

@Suite struct `antwort hours` {
    @Test func `answers every shared question as its book says`() async throws {
        guard let vectors = ProjectFiles.shared("data/service-hours-vectors.jsonl") else { return }
        let questions = try Data(contentsOf: vectors)
        let expected = try questions.split(separator: 0x0A).map { try JSON(Data($0)) }
        #expect(expected.count == 600)
        try await AntwortCommand.withHome { antwort in
            let answered = try await antwort.bare("hours", "--jsonl", input: questions)
            #expect(answered.status == 0)
            #expect(answered.complaints.isEmpty)
            let answers = try answered.json
            #expect(answers.count == expected.count)
            for (answer, question) in zip(answers, expected) {
                #expect(answer["id"] == question["id"])
                let code = question["expected"]["error"]
                if code.isNull {
                    #expect(answer["result"] == question["expected"], "\(question)")
                    #expect(answer.keys.subtracting(["id", "warnings"]) == ["result"], "\(question)")
                } else {
                    #expect(answer["error"]["code"] == code, "\(question)")
                    #expect(answer.keys == ["id", "error"], "\(question)")
                    #expect(answer["error"].keys == ["code", "position", "message"])
                }
            }
        }
    }

    @Test func `answers the four desks' questions as worked out by hand`() async throws {
        let lines = try String(contentsOf: ProjectFiles.fixture("hours/four-desks.jsonl"), encoding: .utf8)
            .split(separator: "\n").filter { !$0.contains("\"op\":\"explain\"") }
        try await AntwortCommand.withHome { antwort in
            let answered = try await antwort.bare(
                "hours", "--jsonl", input: Data(lines.joined(separator: "\n").utf8))
            let expected = try lines.map { try JSON(Data($0.utf8)) }
            #expect(expected.count > 35)
            #expect(try answered.json.map { $0["result"] } == expected.map { $0["expected"] })
        }
    }

    /// Four thousand desks, each with hours of its own, asked about a whole year; the benchmark asks about ten.
    @Test func `remembers no more than it may, however many calendars come by`() async throws {
        var questions = ""
        for number in 0..<4_000 {
            let (hour, minute) = (6 + number / 600, number / 10 % 60)
            let hours =
                "Mo-Fr \(hour):\(minute / 10)\(minute % 10)-13:00,13:30-\(17 + number % 5):\(10 + number % 10); PH off"
            questions +=
                Self.question(
                    hours, "elapsed", "{\"from\":\"2026-01-01T00:00:00Z\",\"to\":\"2027-01-01T00:00:00Z\"}",
                    holidays: "{\"region\":\"DE-BE\"}") + "\n"
        }
        let input = Data(questions.utf8)
        try await AntwortCommand.withHome { antwort in
            let run = try antwort.start("hours", "--jsonl", input: input)
            let peak = try await run.peakMemory()
            let answered = try await run.outcome()
            #expect(answered.status == 0)
            #expect(Set(try answered.json.compactMap { $0["result"].int }).count > 300)
            #expect(answered.text.split(separator: "\n").count == 4_000)
            #expect(peak > 0 && peak < 256 << 20, "\(peak >> 20) MB")
        }
    }

    @Test(
        arguments: [
            ("no JSON at all", "json"), ("[1,2]", "json"), ("{\"id\":7,\"op\":\"isOpen\"}", "args"),
            (question("24/7", zone: "Europe/Atlantis", "isOpen", "{\"at\":\"2026-03-06T15:40:00Z\"}"), "zone"),
            (question("24/7", zone: "../../etc/passwd", "isOpen", "{\"at\":\"2026-03-06T15:40:00Z\"}"), "zone"),
            (
                question("24/7", "isOpen", "{\"at\":\"2026-03-06T15:40:00Z\"}", holidays: "{\"region\":\"DE-XX\"}"),
                "region"
            ),
            (question("24/7", "isOpen", "{}"), "args"), (question("24/7", "isOpen", "{\"at\":\"heute\"}"), "args"),
            (question("24/7", "dance", "{}"), "args"),
            (question("24/7", "deadline", "{\"from\":\"2026-03-06T15:40:00Z\"}"), "args"),
            (question("off", "deadline", "{\"from\":\"2026-03-06T15:40:00Z\",\"seconds\":1}"), "neverReached"),
            (question("Mo-Fr 08:00+", "validate", "{}"), "unsupported"), (question("", "validate", "{}"), "empty"),
        ])
    func `answers a question it cannot with a code, and goes on`(_ line: String, _ code: String) async throws {
        try await AntwortCommand.withHome { antwort in
            let good = Self.question("24/7", "isOpen", "{\"at\":\"2026-03-06T15:40:00Z\"}")
            let answered = try await antwort.bare("hours", "--jsonl", input: Data("\(line)\r\n\n\(good)".utf8))
            #expect(answered.status == 0, "every line was answered")
            let answers = try answered.json
            #expect(answers.count == 2)
            #expect(answers[0]["error"]["code"].string == code, "\(answers[0])")
            #expect(answers[0].keys == ["id", "error"])
            #expect(answers[0]["error"]["message"].string?.isEmpty == false)
            #expect(answers[1] == .object(["id": "q", "result": true]))
        }
    }

    @Test func `shows the week of a calendar and says when it opens next`() async throws {
        try await AntwortCommand.withHome { antwort in
            try antwort.bring("demo/antwort.yaml", as: "antwort.yaml")
            let week = try await antwort.run("hours", "show", "--json")
            #expect(
                try week.json.map { $0["open"].string } == Array(repeating: "06:00-22:00", count: 5)
                    + Array(repeating: "10:00-22:00", count: 2))
            let next = try await antwort.run("hours", "next", "service", "--json", now: "2026-03-06T22:05:00+01:00")
                .json[0]
            #expect(next["open"] == false)
            #expect(next["next_opening"] == "2026-03-07T09:00:00Z")
            let unknown = try await antwort.run("hours", "next", "nachts")
            #expect(unknown.status != 0)
            #expect(unknown.errorLines.count == 1)
            #expect(unknown.complaints.contains("nachts"))
        }
    }

    @Test func `checks a text before it goes into the settings`() async throws {
        try await AntwortCommand.withHome { antwort in
            #expect(try await antwort.bare("hours", "check", "Mo-Fr 08:00-12:00,13:00-18:00; PH off").status == 0)
            let wrong = try await antwort.bare("hours", "check", "Mo-Fr 08:00-25:99")
            #expect(wrong.status == 65)
            #expect(wrong.complaints.hasPrefix("antwort: error: character "))
            let warned = try await antwort.bare("hours", "check", "Fr 22:00-03:00; Sa 10:00-14:00")
            #expect(warned.status == 0)
            #expect(warned.complaints.hasPrefix("antwort: warning: "))
        }
    }

    static func question(
        _ hours: String, zone: String = "Europe/Berlin", _ operation: String, _ arguments: String,
        holidays: String = "null"
    ) -> String {
        "{\"id\":\"q\",\"calendar\":{\"hours\":\"\(hours)\",\"timezone\":\"\(zone)\",\"holidays\":\(holidays)},\"op\":\"\(operation)\",\"args\":\(arguments)}"
    }
}
