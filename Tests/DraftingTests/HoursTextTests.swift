import Dialogue
import Drafting
import ServiceHours
import Testing

@Suite struct `Hours in words` {
    @Test func `a week is said as people say it`() {
        let lines = DraftingWorld.table("hours.tsv")
        #expect(lines.count > 8)
        for line in lines {
            let calendar = DraftingWorld.calendar(line[0])
            for (pack, expected) in [(DraftingWorld.german, line[1]), (DraftingWorld.english, line[2])] {
                let text = HoursText(calendar, in: pack).week(at: DraftingWorld.open)
                #expect(text ?? "-" == expected, "\(line[0])")
            }
        }
    }

    @Test func `the next opening is said from where one stands`() {
        for line in DraftingWorld.table("openings.tsv") {
            let calendar = DraftingWorld.calendar(
                line[0], holidays: HolidaySet(region: HolidayRegion(rawValue: "DE-BE")!))
            let now = DraftingWorld.instant(line[1])
            for (pack, expected) in [(DraftingWorld.german, line[2]), (DraftingWorld.english, line[3])] {
                #expect(HoursText(calendar, in: pack).nextOpening(at: now) ?? "-" == expected, "\(line[0]) \(line[1])")
            }
        }
    }

    @Test func `the next fourteen days say what is different, holidays by name`() {
        for line in DraftingWorld.table("exceptions.tsv") {
            let calendar = DraftingWorld.calendar(
                line[0], holidays: HolidaySet(region: HolidayRegion(rawValue: "DE-BE")!))
            let now = DraftingWorld.instant(line[1])
            for (pack, expected) in [(DraftingWorld.german, line[2]), (DraftingWorld.english, line[3])] {
                #expect(HoursText(calendar, in: pack).exceptions(at: now) ?? "-" == expected, "\(line[0]) \(line[1])")
            }
        }
    }

    @Test func `changing the calendar changes the next draft`() {
        var request = DraftingWorld.request(at: DraftingWorld.closed)
        let before = DraftingWorld.candidates(request)
        request.calendar = DraftingWorld.calendar("Mo-Fr 09:30-17:00")
        let after = DraftingWorld.candidates(request)
        #expect(before.allSatisfy { $0.text.contains("6-22") || $0.text.contains("ab 6 Uhr") })
        #expect(after.allSatisfy { $0.text.contains("9:30") })
    }

    @Test func `a draft outside hours says which days differ soon`() {
        for (language, word) in [(Language.german, "Karfreitag"), (.english, "Good Friday")] {
            for intent in [Intent.question, .complaint] {
                var request = DraftingWorld.request(
                    DraftingWorld.labels(intent, language: language),
                    at: DraftingWorld.instant("2026-04-01T23:30:00+02:00"))
                request.count = 20
                let before = DraftingWorld.candidates(request).filter { $0.text.contains(" 6") }
                #expect(!before.isEmpty && before.allSatisfy { !$0.text.contains(word) })
                request.calendar = DraftingWorld.calendar(
                    "Mo-Fr 06:00-22:00; Sa-Su 10:00-22:00; PH off",
                    holidays: HolidaySet(region: HolidayRegion(rawValue: "DE-BE")!))
                let drafts = DraftingWorld.candidates(request)
                let saying = drafts.filter { $0.text.contains("6-22") || $0.text.contains("6am-10pm") }
                #expect(saying.count >= 2)
                for draft in saying { #expect(draft.text.contains(word), "\(draft.wording): \(draft.text)") }
                for draft in drafts {
                    #expect(draft.findings.isEmpty, "\(draft.wording): \(draft.findings.map(\.message))\n\(draft.text)")
                    #expect(!draft.text.contains("{") && !draft.text.contains("[") && !draft.text.contains("  "))
                }
            }
        }
    }

    @Test func `days that differ give way where the network's limit is short`() throws {
        var request = DraftingWorld.request(
            DraftingWorld.labels(.question), at: DraftingWorld.instant("2026-04-01T23:30:00+02:00"))
        request.calendar = DraftingWorld.calendar(
            "Mo-Fr 06:00-22:00; Sa-Su 10:00-22:00; PH off; 2026 Apr 08 10:00-11:00; 2026 Apr 10 10:00-11:00",
            holidays: HolidaySet(region: HolidayRegion(rawValue: "DE-BE")!))
        request.count = 20
        let roomy = DraftingWorld.candidates(request)
        let longest = try #require(roomy.max { $0.text.count < $1.text.count })
        #expect(longest.text.contains("10. April"))
        request.length = LengthRule(maximum: longest.text.count - 10, unit: .graphemes)
        let short = try #require(DraftingWorld.candidates(request).first { $0.wording == longest.wording })
        #expect(!short.isBlocked && !short.text.contains("10. April"))
        #expect(short.reasons.contains(.exceptionsOmitted))
    }

    @Test func `words like tomorrow expire with the day`() {
        let hours = HoursText(DraftingWorld.calendar(), in: DraftingWorld.german)
        let midnight = DraftingWorld.instant("2026-03-04T00:00:00+01:00")
        #expect(hours.nextOpeningHolds(at: DraftingWorld.closed) == midnight)
        #expect(hours.nextOpeningHolds(at: midnight) == DraftingWorld.instant("2026-03-04T06:00:00+01:00"))
        #expect(hours.nextOpeningHolds(at: DraftingWorld.open) == nil)
    }
}
