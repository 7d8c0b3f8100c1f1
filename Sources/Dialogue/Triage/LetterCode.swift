/// A letter for each value of a label, for compact storage.
struct LetterCode<Value: Hashable & Sendable>: Sendable {
    private let letters: [UInt8]
    private let values: [Value]

    /// Pairs each letter with the value at the same place.
    init(_ letters: StaticString, _ values: [Value]) {
        self.letters = Array(letters.description.utf8)
        self.values = values
    }

    /// `?`, which reads back as nothing, for a value without a letter.
    func letter(of value: Value) -> UInt8 {
        guard let index = values.firstIndex(of: value), index < letters.count else { return UInt8(ascii: "?") }
        return letters[index]
    }

    func value(of letter: UInt8) -> Value? {
        guard let index = letters.firstIndex(of: letter), index < values.count else { return nil }
        return values[index]
    }
}
