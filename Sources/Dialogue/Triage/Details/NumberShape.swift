/// The form of a number in digits: its parts and the signs between them ("14.30", "12.03.2024", "1,50").
struct NumberShape {
    /// What stands between the digits.
    enum Sign {
        case dot, comma, colon
    }

    /// The parts from left to right, at most three, each limited to 99,999.
    private(set) var parts: [Part] = []
    private(set) var signs: [Sign] = []
    /// Has more parts, a digit of another script, or a part of more than nine digits.
    private(set) var isOdd = false

    struct Part {
        var value = 0
        var digits = 0
    }

    init(_ folded: [UInt8], _ range: Range<Int>) {
        var part = Part()
        for place in range {
            let byte = folded[place]
            switch byte {
            case 0x30...0x39:
                part.value = min(part.value * 10 + Int(byte - 0x30), 99_999)
                part.digits += 1
            case UInt8(ascii: "."): end(&part, .dot)
            case UInt8(ascii: ","): end(&part, .comma)
            case UInt8(ascii: ":"): end(&part, .colon)
            default: isOdd = true
            }
        }
        parts.append(part)
        if parts.count > 3 || parts.contains(where: { $0.digits == 0 || $0.digits > 9 }) { isOdd = true }
    }

    private mutating func end(_ part: inout Part, _ sign: Sign) {
        guard parts.count < 4 else { return }
        parts.append(part)
        signs.append(sign)
        part = Part()
    }

    /// Its value where it has no sign; otherwise nil.
    var whole: Int? { !isOdd && parts.count == 1 ? parts[0].value : nil }

    /// A whole number of as many digits as a day or an hour has.
    var isHour: Bool { whole.map { $0 <= 24 && parts[0].digits <= 2 } ?? false }
    var isDay: Bool { whole.map { (1...31).contains($0) && parts[0].digits <= 2 } ?? false }
    var isYear: Bool { whole.map { (1950...2039).contains($0) && parts[0].digits == 4 } ?? false }

    /// Hours and minutes with this sign between them.
    func isClock(_ sign: Sign) -> Bool {
        guard !isOdd, parts.count == 2 || (parts.count == 3 && sign == .colon), signs.allSatisfy({ $0 == sign }) else {
            return false
        }
        return parts[0].value <= 24 && parts[0].digits <= 2
            && parts.dropFirst().allSatisfy { $0.digits == 2 && $0.value <= 59 }
    }

    /// A day and a month.
    var isDayAndMonth: Bool {
        !isOdd && parts.count == 2 && signs == [.dot] && Self.isDayAndMonth(parts[0], parts[1])
    }

    /// A day, a month and a year of two or four digits.
    var isFullDate: Bool {
        !isOdd && parts.count == 3 && signs == [.dot, .dot] && Self.isDayAndMonth(parts[0], parts[1])
            && (parts[2].digits == 2 || parts[2].digits == 4 && (1900...2099).contains(parts[2].value))
    }

    /// Units and two digits behind a comma, as sums of money have.
    var isSum: Bool { !isOdd && signs.last == .comma && parts.last?.digits == 2 }

    static func isDayAndMonth(_ day: Part, _ month: Part) -> Bool {
        (1...31).contains(day.value) && day.digits <= 2 && (1...12).contains(month.value) && month.digits <= 2
    }
}
