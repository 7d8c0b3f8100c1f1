import ServiceHours
import Testing

@Suite struct `Opening hours` {
    @Test(
        "name the fault and its place",
        arguments: [
            ("", .empty, 0), (" \t\n", .empty, 0), ("Mo-Fr 08:00-18:00;", .syntax, 17),
            ("Mo–Fr 08:00-18:00", .syntax, 2),
            ("Mo-Fr 8-18", .syntax, 6), ("Mo-Fr 0800-1800", .syntax, 6),
            ("Mo-Fr 08:00-18:00 Sa 10:00-12:00", .syntax, 18),
            ("Mo-Fr 08:60-18:00", .range, 9), ("Mo-Fr 08:00-48:01", .range, 12), ("Mo-Fr 24:00-26:00", .range, 6),
            ("2026 Feb 29 off", .range, 9), ("Dec 26-24 off", .range, 0), ("2027-2025 off", .range, 0),
            ("week 50-02 off", .range, 5),
            ("week 0 off", .range, 5), ("2026-2030/0 off", .range, 10), ("2027 Jan 02-2026 Dec 24 off", .range, 0),
            ("Mo[3-1] off", .range, 3), ("PH +400 days off", .range, 4), ("Mo, We 08:00-18:00", .ambiguous, 2),
            ("Dec 24-2027 Jan 02 off", .ambiguous, 7), ("2026 Dec 24,Jan 06 off", .ambiguous, 12),
            ("Jun-Aug 15 off", .ambiguous, 0),
            ("Jun 15-Aug off", .ambiguous, 0), ("week 1, 3 off", .ambiguous, 6), ("2026, 2027 off", .ambiguous, 4),
            ("SH off", .unsupported, 0), ("Mo-Fr,SH 08:00-18:00", .unsupported, 6),
            ("Mo-Fr 08:00-18:00; (sunset-01:00)-22:00", .unsupported, 19),
            ("Mo-Fr 08:00+", .unsupported, 11), ("Mo-Fr 08:00-18:00/30", .unsupported, 17),
            ("Mo[1] +1 day off", .unsupported, 6),
            ("täglich 10-18 Uhr", .syntax, 0), ("Mo-Fr \"Grüße\" x", .syntax, 14),
            ("Mo-Fr 08:00-18:00 \"offen", .syntax, 18),
            ("24/7 10:00-12:00", .syntax, 5), ("Mo-Fr[1] off", .syntax, 5), ("PH Mo,PH off", .syntax, 6),
            ("Mo\u{0}", .syntax, 2),
            ("Mo | Tu", .syntax, 3), ("Mo-Fr 08:00-12:00,Sa 10:00-12:00", .syntax, 17),
        ] as [(String, OpeningHoursError.Code, Int)])
    func faults(text: String, code: OpeningHoursError.Code, position: Int) {
        #expect {
            try OpeningHours(text)
        } throws: { error in
            guard let error = error as? OpeningHoursError else { return false }
            #expect(error.code == code, "\(error.message)")
            #expect(error.position == position, "\(error.message)")
            return !error.message.isEmpty && !error.advice.isEmpty
        }
    }

    @Test func `are read or refused, whatever the text`() throws {
        let pieces = [
            "Mo", "Fr", "PH", "SH", "-", ",", ", ", ";", "; ", " || ", " ", ":", "08:00", "18:00", "26:00", "2026",
            "Dec", " 24", "easter",
            " +1 day", "week ", "53", "[", "]", "1", "/", "24/7", "off", "open", "unknown", "\"x\"", "\"", "+", "ü",
            "\u{0}", "99999999999999999999",
        ]
        var generator = SeededGenerator(seed: 4)
        var read = 0
        for _ in 0..<6_000 {
            let count = Int.random(in: 1...9, using: &generator)
            let text = (0..<count).map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
            do {
                _ = try OpeningHours(text).warnings
                read += 1
            } catch {
                #expect((0...text.unicodeScalars.count).contains(error.position), "\(text)")
            }
        }
        #expect(read > 50)
    }

    @Test("beyond any sensible length are refused", arguments: [1_001, 10_000])
    func tooLong(rules: Int) {
        let text = Array(repeating: "Mo", count: rules).joined(separator: "; ")
        #expect { try OpeningHours(text) } throws: { ($0 as? OpeningHoursError)?.code == .unsupported }
    }

    @Test(
        "warn of the two traps",
        arguments: [
            ("Fr 22:00-03:00; Sa 10:00-14:00", ["night-lost@16"]), ("Fr 22:00-03:00, Sa 10:00-14:00", []),
            ("Mo-Su 22:00-06:00; PH off", ["morning-left@19"]), ("Mo-Su 22:00-06:00; PH 00:00-30:00 off", []),
            ("Mo-Su 22:00-06:00; off", []), ("Mo-Fr 08:00-18:00; PH off; Dec 24 08:00-12:00", []),
            ("Mo-Fr 22:00-06:00; Sa,Su 22:00-07:00", ["night-lost@19"]),
            ("Mo-Su 22:00-06:00; PH 10:00-14:00", ["night-lost@19"]),
            ("Fr 22:00-03:00; Sa 00:00-24:00", []), ("2040 Fr 22:00-03:00; 2040 Sa 10:00-14:00", ["night-lost@21"]),
            ("Mo 22:00-03:00; We 10:00-14:00; Tu off", []), ("Mo 22:00-03:00; Mo off", ["morning-left@16"]),
        ])
    func warns(text: String, expected: [String]) throws {
        let warnings = try OpeningHours(text).warnings
        #expect(warnings.map { "\($0.code.rawValue)@\($0.position)" } == expected)
    }
}
