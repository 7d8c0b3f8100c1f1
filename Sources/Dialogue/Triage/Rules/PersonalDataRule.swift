/// Personal data in a post: bank accounts, phone numbers, mail addresses and long numbers.
///
/// Web addresses and mentions are no personal data of the author and are left out, as are dates, times and amounts.
struct PersonalDataRule {
    private let text: TokenizedText
    private(set) var found: [PersonalDatum] = []

    private var offset = 0
    private var scalar = 0
    /// The next token to look at, to know links and mentions when they come.
    private var token = 0

    static let phoneDigits = 7...15
    /// The fewest digits of a number that names a booking, a customer or a card.
    static let fewestDigits = 8
    private static let ibanLength = 15...34

    static func data(in text: TokenizedText) -> [PersonalDatum] {
        // An address needs an @ inside a word, everything else needs digits: most posts have neither.
        guard text.hasInnerAt || text.digits >= phoneDigits.lowerBound else { return [] }
        var rule = PersonalDataRule(text: text)
        rule.scan()
        return rule.found
    }

    private init(text: TokenizedText) {
        self.text = text
    }

    private mutating func scan() {
        var isWordBefore = false
        while offset < text.bytes.count {
            if skipLinkOrMention() {
                isWordBefore = false
                continue
            }
            let byte = text.bytes[offset]
            if byte == UInt8(ascii: "@"), isWordBefore { addAddress() }
            if !isWordBefore, Self.isCapital(byte), addIBAN() { continue }
            if !isWordBefore, Self.isDigit(byte) || byte == UInt8(ascii: "+"), readNumber() {
                isWordBefore = true
                continue
            }
            isWordBefore = Self.isLetter(byte) || Self.isDigit(byte)
            step()
        }
    }

    private mutating func step() {
        offset += 1
        // Bytes that continue a scalar do not count.
        while offset < text.bytes.count, text.bytes[offset] & 0xc0 == 0x80 { offset += 1 }
        scalar += 1
    }

    private mutating func step(to end: Int) {
        while offset < end { step() }
    }

    private mutating func skipLinkOrMention() -> Bool {
        while token < text.tokens.count, text.tokens[token].scalars.upperBound <= scalar { token += 1 }
        guard token < text.tokens.count, text.tokens[token].scalars.lowerBound == scalar,
            text.tokens[token].kind == .link || text.tokens[token].kind == .mention
        else { return false }
        let end = text.tokens[token].scalars.upperBound
        while scalar < end, offset < text.bytes.count { step() }
        return true
    }

    // MARK: Mail addresses

    /// The longest part of an address (RFC 5321, 4.5.3.1).
    private static let longestLocalPart = 64
    private static let longestDomain = 255

    private mutating func addAddress() {
        var start = offset
        while start > 0, offset - start < Self.longestLocalPart, Self.isAddress(text.bytes[start - 1]) { start -= 1 }
        var end = offset + 1
        var lastDot: Int?
        while end < text.bytes.count, end - offset <= Self.longestDomain, Self.isDomain(text.bytes[end]) {
            if text.bytes[end] == UInt8(ascii: ".") { lastDot = end }
            end += 1
        }
        if let dot = lastDot, dot == end - 1 {
            end = dot
            lastDot = text.bytes[offset..<end].lastIndex(of: UInt8(ascii: "."))
        }
        guard start < offset, let lastDot, end - lastDot > 2 else { return }
        // Every byte of an address is one scalar.
        found.append(PersonalDatum(kind: .email, range: scalar - (offset - start)..<scalar + (end - offset)))
        step(to: end - 1)
    }

    // MARK: Bank accounts

    /// Adds an IBAN that begins here: two letters, two digits, then letters and digits in groups.
    private mutating func addIBAN() -> Bool {
        guard offset + 4 <= text.bytes.count, Self.isCapital(text.bytes[offset + 1]),
            Self.isDigit(text.bytes[offset + 2]), Self.isDigit(text.bytes[offset + 3])
        else { return false }
        var characters: [UInt8] = []
        var ends: [Int] = []
        var place = offset
        while place < text.bytes.count, characters.count < Self.ibanLength.upperBound {
            let byte = text.bytes[place]
            if Self.isDigit(byte) || Self.isCapital(byte) {
                characters.append(byte)
                ends.append(place + 1)
            } else if byte != UInt8(ascii: " ") || text.bytes[place - 1] == UInt8(ascii: " ") {
                break
            }
            place += 1
        }
        // Words in capitals may follow, so that shorter ones have to be tried.
        while characters.count >= Self.ibanLength.lowerBound, let end = ends.last {
            let isWhole = end == text.bytes.count || !(Self.isLetter(text.bytes[end]) || Self.isDigit(text.bytes[end]))
            if isWhole, Self.remainder(of: characters) == 1 {
                found.append(PersonalDatum(kind: .iban, range: scalar..<scalar + (end - offset)))
                step(to: end)
                return true
            }
            characters.removeLast()
            ends.removeLast()
        }
        return false
    }

    /// The number modulo 97 with the first four characters moved to the end (ISO 7064).
    private static func remainder(of iban: [UInt8]) -> Int {
        var remainder = 0
        for byte in iban[4...] + iban[..<4] {
            let value = isDigit(byte) ? Int(byte - 0x30) : Int(byte - 0x41) + 10
            remainder = (remainder * (value > 9 ? 100 : 10) + value) % 97
        }
        return remainder
    }

    // MARK: Phone and long numbers

    /// Steps over the number that begins here and adds it if it is a phone number or long.
    private mutating func readNumber() -> Bool {
        let start = offset
        let from = scalar
        var digits = 0
        var groups = 1
        var end = offset
        var hasPoint = false
        var hasBlank = false
        var place = offset
        if text.bytes[place] == UInt8(ascii: "+") { place += 1 }
        guard place < text.bytes.count, Self.isDigit(text.bytes[place]) else { return false }
        while place < text.bytes.count {
            let byte = text.bytes[place]
            if Self.isDigit(byte) {
                digits += 1
                end = place + 1
                place += 1
                continue
            }
            guard Self.partsGroups(byte), let next = nextDigit(after: place) else { break }
            if byte == UInt8(ascii: ".") || byte == UInt8(ascii: ":") || byte == UInt8(ascii: ",") { hasPoint = true }
            if byte == UInt8(ascii: " ") { hasBlank = true }
            groups += 1
            place = next
        }
        step(to: end)
        let isSigned = text.bytes[start] == UInt8(ascii: "+")
        let beginsAsPhone = isSigned || text.bytes[start] == UInt8(ascii: "0")
        let range = from..<scalar
        if beginsAsPhone, !hasPoint, Self.phoneDigits.contains(digits) {
            found.append(PersonalDatum(kind: .phone, range: range))
        } else if !hasPoint, digits >= Self.fewestDigits, !isDate(start..<end, digits: digits),
            !isNumberOfYear(start..<end),
            !hasBlank || isLong(start..<end)
        {
            found.append(PersonalDatum(kind: .number, range: range))
        }
        return true
    }

    /// The digit behind the signs that part two groups, at most three of them: `0170 / 1234`, `(0)`.
    private func nextDigit(after place: Int) -> Int? {
        var next = place + 1
        while next < text.bytes.count, next - place < 3, Self.partsGroups(text.bytes[next]) { next += 1 }
        return next < text.bytes.count && Self.isDigit(text.bytes[next]) ? next : nil
    }

    /// Eight digits that begin like a year of our time and go on like a month and a day, or that signs part into a day, a
    /// month and a year.
    private func isDate(_ range: Range<Int>, digits: Int) -> Bool {
        let plain = text.bytes[range].filter(Self.isDigit)
        guard digits == 8 else { return false }
        func number(_ places: Range<Int>) -> Int { plain[places].reduce(0) { $0 * 10 + Int($1 - 0x30) } }
        let groups = text.bytes[range].split { !Self.isDigit($0) }.map(\.count)
        if groups == [2, 2, 4], (1900...2099).contains(number(4..<8)) {
            let first = number(0..<2)
            let second = number(2..<4)
            return (1...31).contains(max(first, second)) && (1...12).contains(min(first, second))
        }
        return (1900...2099).contains(number(0..<4)) && (1...12).contains(number(4..<6))
            && (1...31).contains(number(6..<8))
    }

    /// Whether it is the number of a law or file with its year: `1107/2006`.
    private func isNumberOfYear(_ range: Range<Int>) -> Bool {
        let parts = text.bytes[range].split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        guard parts.count == 2, parts[0].count <= 4, parts[1].count == 4, parts[1].allSatisfy(Self.isDigit) else {
            return false
        }
        return (1900...2099).contains(parts[1].reduce(0) { $0 * 10 + Int($1 - 0x30) })
    }

    /// Whether numbers parted by blanks are one: some group has four digits or more.
    private func isLong(_ range: Range<Int>) -> Bool {
        text.bytes[range].split(separator: UInt8(ascii: " ")).contains { $0.count >= 4 }
    }

    // MARK: Bytes

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

    private static func isCapital(_ byte: UInt8) -> Bool { (0x41...0x5a).contains(byte) }

    private static func isLetter(_ byte: UInt8) -> Bool { isCapital(byte & 0xdf) || byte >= 0xc3 }

    private static func isAddress(_ byte: UInt8) -> Bool {
        isCapital(byte & 0xdf) || isDigit(byte) || byte == 0x2e || byte == 0x2d || byte == 0x5f || byte == 0x2b
    }

    private static func isDomain(_ byte: UInt8) -> Bool {
        isCapital(byte & 0xdf) || isDigit(byte) || byte == 0x2e || byte == 0x2d
    }

    private static func partsGroups(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: " "), UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: "("), UInt8(ascii: ")"),
            UInt8(ascii: "."), UInt8(ascii: ":"), UInt8(ascii: ","):
            true
        default: false
        }
    }
}
