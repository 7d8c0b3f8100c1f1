import ServiceHours
import Testing

@Suite struct `Instants in RFC 3339` {
    @Test(
        "are read in every form the standard allows",
        arguments: [
            ("1970-01-01T00:00:00Z", 0), ("2026-03-02T09:30:00Z", 1_772_443_800),
            ("2026-03-02t10:30:00+01:00", 1_772_443_800),
            ("2026-03-02T09:30:00.999z", 1_772_443_800), ("1969-12-31T23:59:59.5Z", -1),
            ("2024-02-29T00:00:00-00:00", 1_709_164_800),
            ("2200-01-01T00:00:00Z", 7_258_118_400), ("0000-01-01T00:00:00Z", -62_167_219_200),
            ("9999-12-31T23:59:59Z", 253_402_300_799), ("2026-03-02T23:30:00.123456789-05:45", 1_772_514_900),
        ] as [(String, Int64)])
    func reads(text: String, seconds: Int64) {
        #expect(Instant(rfc3339: text)?.seconds == seconds)
        #expect(Instant(rfc3339: text[...])?.seconds == seconds)
        #expect(Instant(rfc3339: Array(text.utf8).span)?.seconds == seconds)
    }

    @Test(
        "are refused when anything is out of place",
        arguments: [
            "", "2026", "2026-03-02", "2026-03-02T09:30:00", "2026-03-02 09:30:00Z", "2026-13-02T09:30:00Z",
            "2026-02-29T09:30:00Z", "2026-00-10T09:30:00Z", "2026-03-00T09:30:00Z", "2026-03-02T24:00:00Z",
            "2026-03-02T09:60:00Z", "2026-03-02T09:30:60Z", "2026-03-02T09:30:00.Z", "2026-03-02T09:30:00.5",
            "2026-03-02T09:30:00+0100", "2026-03-02T09:30:00+24:00", "2026-03-02T09:30:00+01:60",
            "2026-03-02T09:30:00ZZ",
            "2026-03-02T09:30:00+01:00Z", " 2026-03-02T09:30:00Z", "2026-03-02T09:30:00Z\0", "２026-03-02T09:30:00Z",
            "+026-03-02T09:30:00Z", "2026-03-02T09:30:0\u{D}Z",
        ])
    func refuses(text: String) {
        #expect(Instant(rfc3339: text) == nil)
    }

    @Test func `are printed as they were read`() {
        var generator = SeededGenerator(seed: 1)
        for _ in 0..<3_000 {
            let instant = Instant(seconds: .random(in: -62_167_219_200...253_402_300_799, using: &generator))
            #expect(Instant(rfc3339: instant.rfc3339) == instant)
        }
        #expect(Instant(seconds: 1_772_443_800).rfc3339 == "2026-03-02T09:30:00Z")
        #expect(Instant(seconds: -1).rfc3339 == "1969-12-31T23:59:59Z")
        #expect(Instant(seconds: 253_402_300_800).rfc3339 == "+10000-01-01T00:00:00Z")
        #expect(!Instant(seconds: .max).rfc3339.isEmpty && !Instant(seconds: .min).rfc3339.isEmpty)
    }

    @Test func `stop at the ends of their numbers instead of trapping`() {
        let last = Instant(seconds: .max)
        let first = Instant(seconds: .min)
        #expect(last + 1 == last)
        #expect(first - 1 == first)
        #expect(first + -1 == first)
        #expect(last - first == .max)
        #expect(first - last == .min)
    }
}
