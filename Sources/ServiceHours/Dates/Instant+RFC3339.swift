extension Instant {
    /// Reads an instant in RFC 3339 form: `2026-03-02T09:30:00Z`, `2026-03-02t10:30:00.75+01:00`.
    ///
    /// A fraction is cut off, downwards. Nil for anything malformed or out of range; a leap second (`:60`) does not exist here.
    package init?(rfc3339 text: some StringProtocol) {
        let read = text.utf8.withContiguousStorageIfAvailable { unsafe RFC3339Reader.seconds(in: $0.span) }
        guard let seconds = read ?? RFC3339Reader.seconds(in: Array(text.utf8).span) else { return nil }
        self.init(seconds: seconds)
    }

    /// Reads an instant in RFC 3339 form from its bytes.
    package init?(rfc3339 bytes: Span<UInt8>) {
        guard let seconds = RFC3339Reader.seconds(in: bytes) else { return nil }
        self.init(seconds: seconds)
    }

    /// The instant in UTC as `YYYY-MM-DDTHH:MM:SSZ` (RFC 3339); a year that needs more than four digits carries its sign.
    package var rfc3339: String {
        let (dayNumber, second) = seconds.flooredDivision(by: 86_400)
        let date = CivilDate(dayNumber: Int(dayNumber))
        let (year, month, day) = date.fields
        let hour = Int(second / 3600)
        let minute = Int(second / 60 % 60)
        guard (0...9999).contains(year) else {
            return "\(date.iso8601)T\(pair(hour)):\(pair(minute)):\(pair(Int(second % 60)))Z"
        }
        return unsafe String(unsafeUninitializedCapacity: 20) { text in
            let template: StaticString = "0000-00-00T00:00:00Z"
            for index in 0..<20 { unsafe text[index] = template.utf8Start[index] }
            for (number, end) in [(year / 100, 1), (year % 100, 3), (month, 6), (day, 9), (hour, 12), (minute, 15)] {
                unsafe text[end - 1] += UInt8(truncatingIfNeeded: number / 10)
                unsafe text[end] += UInt8(truncatingIfNeeded: number % 10)
            }
            unsafe text[17] += UInt8(truncatingIfNeeded: second % 60 / 10)
            unsafe text[18] += UInt8(truncatingIfNeeded: second % 10)
            return 20
        }
    }

    private func pair(_ number: Int) -> String {
        number < 10 ? "0\(number)" : "\(number)"
    }
}

/// Reads the `date-time` production of RFC 3339, section 5.6, byte by byte.
private enum RFC3339Reader {
    static func seconds(in bytes: Span<UInt8>) -> Int64? {
        guard bytes.count >= 20,
            let year = number(bytes, at: 0, digits: 4), bytes[4] == 0x2D,
            let month = number(bytes, at: 5, digits: 2), bytes[7] == 0x2D,
            let day = number(bytes, at: 8, digits: 2), bytes[10] | 0x20 == 0x74,
            let hour = number(bytes, at: 11, digits: 2), hour < 24, bytes[13] == 0x3A,
            let minute = number(bytes, at: 14, digits: 2), minute < 60, bytes[16] == 0x3A,
            let second = number(bytes, at: 17, digits: 2), second < 60,
            (1...12).contains(month), day >= 1, day <= CivilDate.days(inMonth: month, of: year),
            let offset = offset(bytes, after: 19)
        else { return nil }

        let days = CivilDate.dayNumber(year: year, month: month, day: day)
        return Int64(days * 86_400 + hour * 3600 + minute * 60 + second - offset)
    }

    /// The zone offset in seconds behind an optional fraction; nil unless it ends the text.
    private static func offset(_ bytes: Span<UInt8>, after start: Int) -> Int? {
        var index = start
        if bytes[index] == 0x2E {
            index += 1
            let fraction = index
            while index < bytes.count, (0x30...0x39).contains(bytes[index]) { index += 1 }
            guard index > fraction, index < bytes.count else { return nil }
        }
        switch bytes[index] {
        case 0x5A, 0x7A:
            return index + 1 == bytes.count ? 0 : nil
        case 0x2B, 0x2D:
            guard index + 6 == bytes.count, bytes[index + 3] == 0x3A,
                let hours = number(bytes, at: index + 1, digits: 2), hours < 24,
                let minutes = number(bytes, at: index + 4, digits: 2), minutes < 60
            else { return nil }
            let offset = hours * 3600 + minutes * 60
            return bytes[index] == 0x2B ? offset : -offset
        default:
            return nil
        }
    }

    private static func number(_ bytes: Span<UInt8>, at start: Int, digits: Int) -> Int? {
        var value = 0
        for index in start..<start + digits {
            let digit = bytes[index] &- 0x30
            guard digit < 10 else { return nil }
            value = value * 10 + Int(digit)
        }
        return value
    }
}
