import TestSupport

/// Writes posts as lines of `antwort-posts`, every second one a reply to the one before. The same seed writes the same bytes.
struct PostLines {
    private let phrases: Phrases
    private var chance: SeededGenerator
    private var number = 0

    init(seed: UInt64) throws {
        phrases = try Phrases()
        chance = SeededGenerator(seed: seed)
    }

    /// Whole lines of at least so many bytes together.
    mutating func bytes(atLeast count: Int) -> [UInt8] {
        var lines: [UInt8] = []
        while lines.count < count { append(to: &lines) }
        return lines
    }

    private mutating func append(to lines: inout [UInt8]) {
        let author = chance.next() % 1_000_000
        let parent = number % 2 == 1 ? "\"made-\(number - 1)\"" : "null"
        let clock = [number / 3_600 % 24, number / 60 % 60, number % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }
        lines += Array(
            """
            {"network":"x","id":"made-\(number)","parent":\(parent),"author":{"id":"u-\(author)","handle":"@u\(author)",\
            "name":"Made Person"},"at":"2017-12-04T\(clock.joined(separator: ":"))+01:00","text":"@measured 
            """.utf8)
        var text: [UInt8] = []
        phrases.append(40 + Int(chance.next() % 140), language: number, to: &text, using: &chance)
        for byte in text {
            if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { lines.append(UInt8(ascii: "\\")) }
            lines.append(byte)
        }
        lines += Array("\"}\n".utf8)
        number += 1
    }
}
