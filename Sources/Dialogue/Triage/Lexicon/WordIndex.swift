/// Which symbols of a lexicon a folded word stands for: itself, its beginnings, its endings.
struct WordIndex: Sendable {
    /// The symbol of every number.
    static let number: Int32 = 0

    /// The longest word, beginning or ending an entry can have, in folded bytes.
    static let longestWord = 48

    private var whole = WordTable()
    private var beginnings = WordTable()
    private var endings = WordTable()
    private(set) var symbolCount: Int32 = 1

    /// The symbols of choices, by the symbols they are between.
    private var choices: [[Int32]: Int32] = [:]
    /// Of which choices each symbol is one.
    private var memberships: [[Int32]] = []

    /// Which symbols are of words that count as a number.
    private var areNumbers: [Bool] = []

    /// The symbol for a word, prefix, suffix, choice or number, new or known; nil for a gap.
    mutating func symbol(for part: LexiconEntry.Part) -> Int32? {
        switch part {
        case .gap: nil
        case .number: Self.number
        case .word(let word): Self.symbol(for: word, in: &whole, next: &symbolCount)
        case .prefix(let word): Self.symbol(for: word, in: &beginnings, next: &symbolCount)
        case .suffix(let word): Self.symbol(for: Array(word.reversed()), in: &endings, next: &symbolCount)
        case .choice(let parts): symbol(forAnyOf: Set(parts.compactMap { symbol(for: $0) }).sorted())
        }
    }

    private mutating func symbol(forAnyOf members: [Int32]) -> Int32 {
        if let known = choices[members] { return known }
        let symbol = symbolCount
        symbolCount += 1
        choices[members] = symbol
        while memberships.count < Int(symbolCount) { memberships.append([]) }
        for member in members { memberships[Int(member)].append(symbol) }
        return symbol
    }

    mutating func countAsNumber(_ symbol: Int32) {
        while areNumbers.count <= Int(symbol) { areNumbers.append(false) }
        areNumbers[Int(symbol)] = true
    }

    /// Appends every symbol that the word `text[range]` stands for.
    func appendSymbols(of text: [UInt8], in range: Range<Int>, to symbols: inout [Int32]) {
        let first = symbols.count
        let reach = min(range.count, Self.longestWord)
        var hash = WordHash()
        var length = 0
        while length < reach {
            hash.add(text[range.lowerBound + length])
            length += 1
            guard beginnings.lengths & 1 << UInt64(length) != 0, beginnings.mayHold(hash.value) else { continue }
            let beginning = range.lowerBound..<range.lowerBound + length
            if let symbol = beginnings.symbol(of: text, in: beginning, hash: hash.value) { symbols.append(symbol) }
        }
        if range.count <= Self.longestWord, whole.mayHold(hash.value),
            let symbol = whole.symbol(of: text, in: range, hash: hash.value)
        {
            symbols.append(symbol)
        }
        appendEndings(of: text, in: range, reach: reach, to: &symbols)
        for index in first..<symbols.count where Int(symbols[index]) < memberships.count {
            let choices = memberships[Int(symbols[index])]
            if !choices.isEmpty { symbols += choices }
        }
        for symbol in symbols[first...] where Int(symbol) < areNumbers.count && areNumbers[Int(symbol)] {
            symbols.append(Self.number)
            break
        }
    }

    private func appendEndings(of text: [UInt8], in range: Range<Int>, reach: Int, to symbols: inout [Int32]) {
        guard endings.lengths != 0 else { return }
        // Endings are kept back to front, so that one walk from the end of the word meets them all.
        var hash = WordHash()
        var reversed: [UInt8]?
        var length = 0
        while length < reach {
            hash.add(text[range.upperBound - 1 - length])
            length += 1
            guard endings.lengths & 1 << UInt64(length) != 0, endings.mayHold(hash.value) else { continue }
            let backwards = reversed ?? Array(text[range.suffix(reach)].reversed())
            reversed = backwards
            if let symbol = endings.symbol(of: backwards, in: 0..<length, hash: hash.value) { symbols.append(symbol) }
        }
    }

    private static func symbol(for word: [UInt8], in table: inout WordTable, next: inout Int32) -> Int32 {
        var hash = WordHash()
        for byte in word { hash.add(byte) }
        if let known = table.symbol(of: word, in: 0..<word.count, hash: hash.value) { return known }
        let symbol = next
        table.insert(word, hash: hash.value, symbol: symbol)
        next += 1
        return symbol
    }
}
