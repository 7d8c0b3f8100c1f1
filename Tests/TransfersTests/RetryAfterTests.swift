import HTTPTypes
import Testing
import Transfers

@Suite struct `Dates and waits in headers` {
    @Test(
        "a server's wish to be left alone is understood",
        arguments: [
            ("120", 120), ("0", 0), ("99999999999999999999", Int64.max), ("Sun, 06 Nov 1994 08:49:37 GMT", 37),
            ("Sunday, 06-Nov-94 08:49:37 GMT", 37), ("Sun Nov  6 08:49:37 1994", 37),
            ("Sun, 06 Nov 1994 08:49:37 UTC", 37), ("Sun, 06 Nov 1994 08:48:00 GMT", 0), ("", nil), ("soon", nil),
            ("-5", nil), ("1.5", nil), ("Sun, 31 Foo 1994 08:49:37 GMT", nil), ("Sun, 06 Nov 1994 25:49:37 GMT", nil),
            ("Sun, 06 Nov 19944 08:49:37 GMT", nil), ("Sun, 06 Nov 1994 08:49:37 CET", nil),
        ] as [(String, Int64?)])
    func retryAfter(value: String, expected: Int64?) {
        let head = TransferHead(status: .tooManyRequests, fields: [.retryAfter: value], url: "")
        #expect(head.retryAfterSeconds(now: 784_111_740) == expected)
    }

    @Test func `without the header there is no wish`() {
        #expect(TransferHead(status: .ok, fields: [:], url: "").retryAfterSeconds(now: 0) == nil)
    }

    @Test(
        "dates are written as they are read",
        arguments: [
            (0, "Thu, 01 Jan 1970 00:00:00 GMT"), (784_111_777, "Sun, 06 Nov 1994 08:49:37 GMT"),
            (951_782_400, "Tue, 29 Feb 2000 00:00:00 GMT"), (-1, "Wed, 31 Dec 1969 23:59:59 GMT"),
            (253_402_300_799, "Fri, 31 Dec 9999 23:59:59 GMT"), (-62_167_219_200, "Sat, 01 Jan 0000 00:00:00 GMT"),
        ] as [(Int64, String)])
    func dates(seconds: Int64, text: String) {
        #expect(HTTPDate(secondsSince1970: seconds).text == text)
        #expect(HTTPDate(text)?.secondsSince1970 == seconds)
    }

    @Test func `dates beyond four digits of a year are not written`() {
        for seconds in [Int64.min, Int64.max, 253_402_300_800] {
            #expect(HTTPDate(secondsSince1970: seconds).text == nil)
        }
    }
}
