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

    @Test func `words like tomorrow expire with the day`() {
        let hours = HoursText(DraftingWorld.calendar(), in: DraftingWorld.german)
        let midnight = DraftingWorld.instant("2026-03-04T00:00:00+01:00")
        #expect(hours.nextOpeningHolds(at: DraftingWorld.closed) == midnight)
        #expect(hours.nextOpeningHolds(at: midnight) == DraftingWorld.instant("2026-03-04T06:00:00+01:00"))
        #expect(hours.nextOpeningHolds(at: DraftingWorld.open) == nil)
    }
}
