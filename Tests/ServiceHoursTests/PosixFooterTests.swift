import ServiceHours
import Testing

/// Zone files made by hand, for the footers that the machine's own files do not have.
@Suite struct `Zone file footers` {
    @Test(
        "are read in every form",
        arguments: [
            ("CET-1CEST,M3.5.0,M10.5.0/3", "2026-07-01T12:00:00Z", 7200),
            ("CET-1CEST,M3.5.0,M10.5.0/3", "2026-12-01T12:00:00Z", 3600),
            ("IST-1GMT0,M10.5.0,M3.5.0/1", "2026-12-01T12:00:00Z", 0),
            ("IST-1GMT0,M10.5.0,M3.5.0/1", "2026-07-01T12:00:00Z", 3600),
            ("<-03>3<-02>,M3.5.0/-2,M10.5.0/-1", "2026-03-29T00:59:59Z", -10800),
            ("<-03>3<-02>,M3.5.0/-2,M10.5.0/-1", "2026-03-29T01:00:00Z", -7200),
            ("EST5EDT,0/0,J365/25", "2026-01-01T05:00:00Z", -14400),
            ("EST5EDT,0/0,J365/25", "2025-12-31T23:30:00Z", -14400),
            ("AAA0BBB,J60/0,J300/0", "2024-03-01T00:00:00Z", 3600), ("AAA0BBB,J60/0,J300/0", "2024-02-29T23:59:59Z", 0),
            ("AAA0BBB,59/0,299/0", "2024-02-29T00:00:00Z", 3600), ("AAA0BBB,59/0,299/0", "2024-02-28T23:59:59Z", 0),
            ("AAA0BBB,M1.1.0/167,M6.1.0/-167", "2026-01-10T23:00:00Z", 3600),
            ("AAA0BBB,M1.1.0/167,M6.1.0/-167", "2026-01-10T22:59:59Z", 0),
            ("<+0545>-5:45", "2026-01-01T00:00:00Z", 20_700), ("", "2026-01-01T00:00:00Z", 5),
        ] as [(String, String, Int64)])
    func reads(footer: String, at: String, offset: Int64) throws {
        let zone = try ZoneRules(name: "made", tzif: file(footer: footer))
        #expect(try zone.offset(at: instant(at)).seconds == offset)
    }

    @Test(
        "are refused when malformed",
        arguments: [
            "A0", "AAA", "AAA25", "AAA0BBB", "AAA0BBB,M3.5.0", "AAA0BBB,M13.1.0,M1.1.0", "AAA0BBB,M3.6.0,M1.1.0",
            "AAA0BBB,M3.1.7,M1.1.0", "AAA0BBB,J0,J5", "AAA0BBB,J366,J5", "AAA0BBB,366,5", "AAA0BBB,J1/168,J5",
            "AAA0BBB,J1,J5,J6", "<AAA0", "AAA0:60", "AAA99999999999999999999", "\u{0}", "AAA0BBB,J1/,J5",
        ])
    func refuses(footer: String) {
        #expect(throws: ZoneError.self) { try ZoneRules(name: "made", tzif: file(footer: footer)) }
    }

    @Test func `do not exist in version 1`() throws {
        var bytes = Array(file(footer: "")[..<51])
        bytes[4] = 0
        let zone = try ZoneRules(name: "old", tzif: bytes)
        #expect(zone.offset(at: Instant(seconds: 0)).seconds == 5)
    }

    @Test func `stand behind counts that are checked before anything is allocated`() {
        for count in 20..<44 {
            var bytes = file(footer: "")
            bytes[count] = 0xFF
            #expect(throws: ZoneError.self) { try ZoneRules(name: "made", tzif: bytes) }
        }
    }

    @Test func `do not help where leap seconds are counted`() {
        var bytes = file(footer: "")
        bytes[51 + 31] = 1
        bytes.insert(contentsOf: Array(repeating: 0, count: 12), at: 51 + 51)
        #expect { try ZoneRules(name: "right/made", tzif: bytes) } throws: { ($0 as? ZoneError)?.code == .leapSeconds }
    }

    /// A file with one offset of five seconds, no changes, and this footer.
    private func file(footer: String) -> [UInt8] {
        var header = Array("TZif2".utf8) + Array(repeating: 0, count: 15)
        for count in [0, 0, 0, 0, 1, 1] as [UInt8] { header += [0, 0, 0, count] }
        let block: [UInt8] = [0, 0, 0, 5, 0, 0, 0]
        return header + block + header + block + [0x0A] + Array(footer.utf8) + [0x0A]
    }
}
