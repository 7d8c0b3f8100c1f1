import Foundation
import ServiceHours
import Testing

@Suite(.enabled(if: ZoneFiles.areInstalled)) struct `Zone rules` {
    @Test(
        "know what clocks show",
        arguments: [
            ("Europe/Berlin", "2026-03-29T00:59:59Z", "2026-03-29 01:59 CET"),
            ("Europe/Berlin", "2026-03-29T01:00:00Z", "2026-03-29 03:00 CEST"),
            ("Europe/Berlin", "2026-10-25T01:00:00Z", "2026-10-25 02:00 CET"),
            ("Europe/Berlin", "2199-07-01T00:00:00Z", "2199-07-01 02:00 CEST"),
            ("Europe/Dublin", "2026-07-01T12:00:00Z", "2026-07-01 13:00 IST"),
            ("Europe/Dublin", "2150-01-01T12:00:00Z", "2150-01-01 12:00 GMT"),
            ("Asia/Kathmandu", "2026-03-02T09:30:00Z", "2026-03-02 15:15 +0545"),
            ("Australia/Lord_Howe", "2026-07-01T00:00:00Z", "2026-07-01 10:30 +1030"),
            ("Pacific/Apia", "2011-12-30T10:00:00Z", "2011-12-31 00:00 +14"),
            ("America/New_York", "2190-03-10T12:00:00Z", "2190-03-10 07:00 EST"),
        ])
    func show(zone: String, at: String, expected: String) throws {
        #expect(try ZoneFiles.zone(zone).localTime(at: instant(at)).text == expected)
    }

    @Test func `agree with Foundation where both know the years`() throws {
        var generator = SeededGenerator(seed: 2)
        for name in ["Europe/Berlin", "America/New_York", "America/St_Johns", "Australia/Lord_Howe", "Pacific/Apia"] {
            let zone = try ZoneFiles.zone(name)
            let reference = try #require(TimeZone(identifier: name))
            for _ in 0..<500 {
                let seconds = Int64.random(in: 946_684_800...2_145_916_800, using: &generator)
                let expected = reference.secondsFromGMT(for: Date(timeIntervalSince1970: Double(seconds)))
                #expect(zone.offset(at: Instant(seconds: seconds)).seconds == expected, "\(name) \(seconds)")
            }
        }
    }

    @Test func `list their changes`() throws {
        let berlin = try ZoneFiles.zone("Europe/Berlin")
        let year = try berlin.transitions(from: instant("2026-01-01T00:00:00Z"), to: instant("2027-01-01T00:00:00Z"))
        #expect(year.map(\.at.rfc3339) == ["2026-03-29T01:00:00Z", "2026-10-25T01:00:00Z"])
        #expect(year.map(\.jump) == [3600, -3600])
        let change = try instant("2026-03-29T01:00:00Z")
        #expect(berlin.transitions(from: change, to: change + 1).count == 1)
        #expect(berlin.transitions(from: change + 1, to: change).isEmpty)
        #expect(berlin.transitions(from: change - 1, to: change).isEmpty)
        let apia = try ZoneFiles.zone("Pacific/Apia")
        let skipped = try apia.transitions(from: instant("2011-12-29T00:00:00Z"), to: instant("2012-01-02T00:00:00Z"))
        #expect(skipped.map(\.jump) == [86_400])
    }

    @Test func `find the instants of a local time in gap and fold`() throws {
        let berlin = try ZoneFiles.zone("Europe/Berlin")
        let half = 2 * 3600 + 1800
        #expect(try berlin.instants(on: date("2026-03-29"), secondOfDay: half) == [])
        #expect(
            try berlin.instants(on: date("2026-10-25"), secondOfDay: half).map(\.rfc3339) == [
                "2026-10-25T00:30:00Z", "2026-10-25T01:30:00Z",
            ])
        #expect(try berlin.instants(on: date("2026-07-01"), secondOfDay: 0).map(\.rfc3339) == ["2026-06-30T22:00:00Z"])
        #expect(try ZoneFiles.zone("Pacific/Apia").instants(on: date("2011-12-30"), secondOfDay: 43_200) == [])
        _ = berlin.instants(on: CivilDate(dayNumber: .max), secondOfDay: .max)
        _ = berlin.offset(at: Instant(seconds: .min))
        _ = berlin.localTime(at: Instant(seconds: .max))
    }

    @Test func `are refused from a file cut off anywhere`() throws {
        for name in ["Europe/Berlin", "Africa/Casablanca", "Asia/Kathmandu"] {
            let bytes = try ZoneFiles.bytes(name)
            _ = try ZoneRules(name: name, tzif: bytes)
            for length in 0..<bytes.count {
                #expect(throws: ZoneError.self) { try ZoneRules(name: name, tzif: Array(bytes[..<length])) }
            }
        }
    }

    @Test func `are never trapped by damaged files`() throws {
        var generator = SeededGenerator(seed: 3)
        let bytes = try ZoneFiles.bytes("America/St_Johns")
        var refused = 0
        for _ in 0..<800 {
            var damaged = bytes
            for _ in 0..<Int.random(in: 1...6, using: &generator) {
                let isHeader = Bool.random(using: &generator)
                let index = Int.random(in: 0..<(isHeader ? 60 : damaged.count), using: &generator)
                damaged[index] = .random(in: 0...255, using: &generator)
            }
            if Int.random(in: 0..<4, using: &generator) == 0 {
                damaged.replaceSubrange(damaged.count - 20..<damaged.count - 1, with: "<-9>9<-8>,J9/-167,M1.1.0".utf8)
            }
            do {
                let zone = try ZoneRules(name: "damaged", tzif: damaged)
                let calendar = ServiceCalendar(hours: try OpeningHours("22:00-06:00"), zone: zone, holidays: .none)
                _ = calendar.deadline(from: Instant(seconds: 0), seconds: 86_400)
                _ = calendar.explain(from: Instant(seconds: 1_700_000_000), seconds: 86_400)
            } catch {
                refused += 1
            }
        }
        #expect(refused > 100)
    }
}
