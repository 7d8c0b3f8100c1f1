import ServiceHours

/// A time as a platform wrote it: the second it fell into, and how far into it.
struct PlatformTime: Hashable, Sendable {
    let at: Instant
    /// 0 ..< 1_000_000_000.
    let nanoseconds: Int32

    init(_ at: Instant, nanoseconds: Int32 = 0) {
        self.at = at
        self.nanoseconds = nanoseconds
    }

    /// The latest second that can be written with four digits of a year; times beyond are typing errors.
    static let years = -62_135_596_800...253_402_300_799 as ClosedRange<Int64>

    /// RFC 3339 with up to any number of fraction digits, of which nine are kept.
    init?(rfc3339 bytes: Span<UInt8>) {
        guard let at = Instant(rfc3339: bytes) else { return nil }
        var nanoseconds: Int32 = 0
        if bytes[19] == 0x2E {
            var scale: Int32 = 100_000_000
            var index = 20
            while index < bytes.count, scale > 0 {
                let digit = bytes[index] &- 0x30
                guard digit < 10 else { break }
                nanoseconds += Int32(digit) * scale
                scale /= 10
                index += 1
            }
        }
        self.init(at, nanoseconds: nanoseconds)
    }

    /// Seconds since 1970 (`unitsPerSecond` 1) or milliseconds (1000); a fraction is allowed and kept.
    init?(epoch bytes: Span<UInt8>, unitsPerSecond: Int64) {
        var index = 0
        let isNegative = bytes.count > 0 && bytes[0] == 0x2D
        if isNegative { index = 1 }
        let firstDigit = index
        var whole: Int64 = 0
        while index < bytes.count, bytes[index] &- 0x30 < 10 {
            guard whole < 1_000_000_000_000_000 else { return nil }
            whole = whole * 10 + Int64(bytes[index] &- 0x30)
            index += 1
        }
        guard index > firstDigit else { return nil }

        var nanoseconds = whole % unitsPerSecond * (1_000_000_000 / unitsPerSecond)
        whole /= unitsPerSecond
        if index < bytes.count {
            guard bytes[index] == 0x2E else { return nil }
            var scale = 100_000_000 / unitsPerSecond
            index += 1
            while index < bytes.count {
                let digit = bytes[index] &- 0x30
                guard digit < 10 else { return nil }
                nanoseconds += Int64(digit) * scale
                scale /= 10
                index += 1
            }
        }
        if isNegative {
            whole = nanoseconds > 0 ? -whole - 1 : -whole
            nanoseconds = nanoseconds > 0 ? 1_000_000_000 - nanoseconds : 0
        }
        guard PlatformTime.years.contains(whole) else { return nil }
        self.init(Instant(seconds: whole), nanoseconds: Int32(nanoseconds))
    }

    /// The form of X's first interface and its archives: `Wed Oct 11 06:55:44 +0000 2017`.
    init?(twitter bytes: Span<UInt8>) {
        guard bytes.count == 30, bytes[3] == 0x20, bytes[7] == 0x20, bytes[10] == 0x20, bytes[13] == 0x3A,
            bytes[16] == 0x3A, bytes[19] == 0x20, bytes[25] == 0x20,
            let month = PlatformTime.month(bytes[4], bytes[5], bytes[6]),
            let day = PlatformTime.number(bytes, 8, 2), let hour = PlatformTime.number(bytes, 11, 2), hour < 24,
            let minute = PlatformTime.number(bytes, 14, 2), minute < 60,
            let second = PlatformTime.number(bytes, 17, 2), second < 60,
            bytes[20] == 0x2B || bytes[20] == 0x2D,
            let offsetHours = PlatformTime.number(bytes, 21, 2), offsetHours < 24,
            let offsetMinutes = PlatformTime.number(bytes, 23, 2), offsetMinutes < 60,
            let year = PlatformTime.number(bytes, 26, 4),
            let date = CivilDate(year: year, month: month, day: day)
        else { return nil }
        let offset = (offsetHours * 3600 + offsetMinutes * 60) * (bytes[20] == 0x2D ? -1 : 1)
        self.init(Instant(seconds: Int64(date.dayNumber * 86_400 + hour * 3600 + minute * 60 + second - offset)))
    }

    static func number(_ bytes: Span<UInt8>, _ start: Int, _ digits: Int) -> Int? {
        var value = 0
        for index in start..<start + digits {
            let digit = bytes[index] &- 0x30
            guard digit < 10 else { return nil }
            value = value * 10 + Int(digit)
        }
        return value
    }

    private static func month(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> Int? {
        switch (UInt32(first) << 16 | UInt32(second) << 8 | UInt32(third)) | 0x20_2020 {
        case 0x6A_616E: 1
        case 0x66_6562: 2
        case 0x6D_6172: 3
        case 0x61_7072: 4
        case 0x6D_6179: 5
        case 0x6A_756E: 6
        case 0x6A_756C: 7
        case 0x61_7567: 8
        case 0x73_6570: 9
        case 0x6F_6374: 10
        case 0x6E_6F76: 11
        case 0x64_6563: 12
        default: nil
        }
    }
}
