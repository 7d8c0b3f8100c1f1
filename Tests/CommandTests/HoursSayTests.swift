import Foundation
import TestSupport
import Testing

@Suite struct `antwort hours say` {
    private static let settings = """
        brand: Silberbahn
        language: de
        calendars:
          service:
            hours: "Mo-Fr 06:00-22:00; Sa-Su 10:00-22:00; PH off; 2026 Dec 31 10:00-14:00"
            timezone: Europe/Berlin
            holidays: DE-BE
          bar:
            hours: "Fr-Sa 21:00-02:00, 2026 Dec 24 off"
            timezone: Europe/Berlin
            holidays: {file: days.ics}
          shop:
            hours: "Mo-Fr 09:00-17:00; Dec 24-Jan 02 off"
            timezone: Europe/Berlin
          closed:
            hours: "Jun-Aug Mo-Fr 09:00-17:00"
            timezone: Europe/Berlin

        """

    private static let days = """
        BEGIN:VCALENDAR
        BEGIN:VEVENT
        DTSTART;VALUE=DATE:20261225
        SUMMARY:Weihnachten
        END:VEVENT
        BEGIN:VEVENT
        DTSTART:20261201T090000
        SUMMARY:Besprechung
        END:VEVENT
        BEGIN:VEVENT
        DTSTART:20261202T090000
        SUMMARY:Noch eine
        END:VEVENT
        END:VCALENDAR

        """

    private static func withDesk(_ body: (AntwortCommand) async throws -> Void) async throws {
        try await AntwortCommand.withHome { antwort in
            try Data(settings.utf8).write(to: antwort.home.appending(path: "antwort.yaml"))
            try Data(days.utf8).write(to: antwort.home.appending(path: "days.ics"))
            try await body(antwort)
        }
    }

    @Test(
        arguments: [
            (
                "service", "de", "2026-12-20T12:00:00+01:00",
                [
                    "Mo-Fr 6-22 Uhr, Sa-So 10-22 Uhr", "Fr, 25. Dezember (Weihnachten) geschlossen",
                    "Sa, 26. Dezember (zweiter Weihnachtstag) geschlossen", "Do, 31. Dezember 10-14 Uhr",
                    "Fr, 1. Januar (Neujahr) geschlossen",
                ]
            ),
            (
                "service", "en", "2026-12-20T12:00:00+01:00",
                [
                    "Mon-Fri 6am-10pm, Sat-Sun 10am-10pm", "Fri 25 December (Christmas Day) closed",
                    "Sat 26 December (Second Christmas Day) closed", "Thu 31 December 10am-2pm",
                    "Fri 1 January (New Year's Day) closed",
                ]
            ),
            // A fortnight is fourteen days from the desk's own date on.
            ("service", "de", "2026-12-11T23:59:59+01:00", ["Mo-Fr 6-22 Uhr, Sa-So 10-22 Uhr"]),
            (
                "service", "de", "2026-12-12T00:00:00+01:00",
                ["Mo-Fr 6-22 Uhr, Sa-So 10-22 Uhr", "Fr, 25. Dezember (Weihnachten) geschlossen"]
            ),
            (
                "service", "de", "2026-03-06T16:40:00+01:00",
                ["Mo-Fr 6-22 Uhr, Sa-So 10-22 Uhr", "So, 8. März (Frauentag) geschlossen"]
            ),
            ("bar", "de", "2026-12-20T12:00:00+01:00", ["Fr-Sa 21-2 Uhr"]),
            (
                "shop", "de", "2026-12-20T12:00:00+01:00",
                ["Mo-Fr 9-17 Uhr", "Do, 24. Dezember bis Fr, 1. Januar geschlossen"]
            ),
            ("closed", "de", "2026-12-20T12:00:00+01:00", ["geschlossen, ab Di, 1. Juni, 9 Uhr"]),
        ])
    func `says a week and what is different soon`(_ name: String, _ language: String, _ now: String, _ lines: [String])
        async throws
    {
        try await Self.withDesk { antwort in
            let said = try await antwort.run("hours", "say", name, "--language", language, now: now)
            #expect(said.status == 0)
            #expect(said.complaints.isEmpty)
            #expect(said.text.split(separator: "\n").map(String.init) == lines)
        }
    }

    @Test func `gives programs the dates, in the language of the settings`() async throws {
        try await Self.withDesk { antwort in
            let said = try await antwort.run("hours", "say", "service", "--json", now: "2026-12-20T12:00:00+01:00")
            let answer = try said.json[0]
            #expect(answer["language"] == "de")
            #expect(answer["hours"] == "Mo-Fr 6-22 Uhr, Sa-So 10-22 Uhr")
            let exceptions = answer["exceptions"].items
            #expect(exceptions.map { $0["date"] } == ["2026-12-25", "2026-12-26", "2026-12-31", "2027-01-01"])
            #expect(exceptions.map { $0["open"] } == ["", "", "10:00-14:00", ""])
            #expect(exceptions[3]["holiday"] == "Neujahr")
            #expect(exceptions[2]["holiday"].isNull)
            #expect(answer["exceptions_text"].string?.hasPrefix("Fr, 25. Dezember (Weihnachten) geschlossen, ") == true)
        }
    }

    @Test func `refuses a language without words and a calendar without a name`() async throws {
        try await Self.withDesk { antwort in
            for (words, status) in [(["service", "--language", "fr"], 64 as Int32), (["nachts"], 66), ([], 66)] {
                let refused = try await antwort.run(words: ["hours", "say"] + words)
                #expect(refused.status == status, "\(words)")
                #expect(refused.errorLines.count == 1, "\(words)")
            }
        }
    }

    @Test func `has its calendars looked through by config check and doctor`() async throws {
        try await Self.withDesk { antwort in
            let checked = try await antwort.run("config", "check")
            #expect(checked.status == 0)
            let warnings = checked.complaints.split(separator: "\n").filter { $0.hasPrefix("antwort: warning: ") }
            #expect(warnings.count == 1)
            let warning = try #require(warnings.first)
            for words in ["calendars.bar.holidays", "line 6", "Besprechung", "1 more like it", "all day"] {
                #expect(warning.contains(words), "\(warning)")
            }
            let looked = try await antwort.run("doctor", "--json").json.first { $0["check"] == "calendars" }
            #expect(looked?["level"] == "warning")
            #expect(looked?["what"].string?.contains("Besprechung") == true)
            #expect(looked?["next"].string?.isEmpty == false)
        }
    }

    @Test func `shows the week of a date in every order of words`() async throws {
        try await Self.withDesk { antwort in
            for words in [["service", "--week", "2026-12-24"], ["--week", "service", "2026-12-24"]] {
                let shown = try await antwort.run(words: ["hours", "show", "--json"] + words)
                #expect(try shown.json.first?["date"] == "2026-12-21")
            }
            let shown = try await antwort.run("hours", "show", "bar", "--week", "--json")
            #expect(try shown.json.first?["date"] == "2026-03-02")
        }
    }

    @Test func `has texts checked with code, place and advice for programs`() async throws {
        try await AntwortCommand.withHome { antwort in
            let wrong = try await antwort.bare("hours", "check", "--json", "Mo-Fr 08:00-18:00; Mo 25:00-26:00")
            #expect(wrong.status == 65)
            let error = try wrong.json[0]["error"]
            #expect(error["code"] == "range")
            #expect(error["position"] == 22)
            #expect(error["advice"].string?.isEmpty == false)
            let warned = try await antwort.bare("hours", "check", "--json", "Mo-Su 22:00-06:00; PH off")
            #expect(warned.status == 0)
            #expect(try warned.json[0]["warnings"].items.map { $0["code"] } == ["morning-left"])
        }
    }
}
