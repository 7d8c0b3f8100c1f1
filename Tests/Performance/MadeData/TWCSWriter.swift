import Foundation
import TestSupport

/// Writes exports in the layout of "Customer Support on Twitter": threads of three rows in the mean, customers and a dozen brands in turn,
/// rows in no order within a window. The same seed writes the same bytes.
struct TWCSWriter {
    /// Rows that may stand in another order than they were written.
    private static let window = 1_000
    /// 2017-10-01T00:00:00Z, a Sunday.
    private static let start = 1_506_816_000
    private static let threadLengths = [1, 2, 2, 2, 3, 3, 3, 4, 4, 6]

    let brands: [String]
    private let phrases: Phrases
    private var chance: SeededGenerator
    private var nextID: Int
    private var at = Self.start
    private let days: [String]

    /// - Parameter firstID: the id of the first row; those of the others follow.
    init(phrases: Phrases, seed: UInt64, firstID: Int = 1_000_000) {
        self.phrases = phrases
        nextID = firstID
        chance = SeededGenerator(seed: seed)
        var naming = SeededGenerator(seed: 3)
        brands = (0..<12).map { _ in Phrases.invent(syllables: 2...3, using: &naming).capitalized + "Care" }
        days = (0..<92).map { day in
            let names = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
            let (month, first) = day < 31 ? ("Oct", 0) : day < 61 ? ("Nov", 31) : ("Dec", 61)
            return "\(names[day % 7]) \(month) \(String(format: "%02d", day - first + 1)) "
        }
    }

    /// Writes a file of exactly `rows` rows below its header.
    mutating func write(rows: Int, to url: URL) throws {
        try Data().write(to: url)
        let file = try FileHandle(forWritingTo: url)
        defer { try? file.close() }
        var buffer = Self.header
        var waiting: [[UInt8]] = []
        var written = 0
        while written < rows {
            while waiting.count < min(Self.window, rows - written) { thread(into: &waiting) }
            waiting.shuffle(using: &chance)
            let taken = min(waiting.count / 2 + 1, rows - written)
            for row in waiting.suffix(taken) { buffer += row }
            waiting.removeLast(taken)
            written += taken
            if buffer.count > 1 << 20 {
                try file.write(contentsOf: Data(buffer))
                buffer.removeAll(keepingCapacity: true)
            }
        }
        try file.write(contentsOf: Data(buffer))
    }

    static let header = Array(
        "tweet_id,author_id,inbound,created_at,text,response_tweet_id,in_response_to_tweet_id\n".utf8)

    /// Rows of new threads, as many as asked for, and replies to posts of `stored`, one in two.
    mutating func rows(_ count: Int, replyingTo stored: Range<Int>) -> [UInt8] {
        var rows: [UInt8] = []
        for number in 0..<count {
            let parent = number % 2 == 0 ? Int.random(in: stored, using: &chance) : nil
            rows += row(author: customer(), isBrand: false, names: brands[0], language: number, parent: parent)
        }
        return rows
    }

    private mutating func thread(into rows: inout [[UInt8]]) {
        at += Int(chance.next() % 8)
        if at >= Self.start + 90 * 86_400 { at = Self.start }
        let length = chance.next() % 200 == 0 ? 30 : Self.threadLengths[Int(chance.next() % 10)]
        let customer = customer()
        let brand = brands[min(Int(chance.next() % 16), 11)]
        let language = Int(chance.next() % 3)
        var parent: Int?
        for turn in 0..<length {
            let isBrand = turn % 2 == 1
            let speaker = isBrand ? brand : turn > 0 && chance.next() % 12 == 0 ? self.customer() : customer
            let id = nextID
            rows.append(
                row(
                    author: speaker, isBrand: isBrand, names: isBrand ? customer : brand, language: language,
                    parent: parent, minutesLater: turn * 17))
            parent = id
        }
    }

    private mutating func customer() -> String {
        String(100_000 + chance.next() % 900_000)
    }

    private mutating func row(
        author: String, isBrand: Bool, names name: String, language: Int, parent: Int?, minutesLater: Int = 0
    ) -> [UInt8] {
        var text = Array("@\(name) ".utf8)
        phrases.append(
            40 + Int(chance.next() % 140), language: language, to: &text, using: &chance)
        if chance.next() % 6 == 0 { text += Array(" https://link.example/\(chance.next() % 1_000_000)".utf8) }

        let posted = at + minutesLater * 60
        let second = posted % 86_400
        let clock = [second / 3_600, second / 60 % 60, second % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }
        let day = days[min((posted - Self.start) / 86_400, days.count - 1)]
        var row = Array(
            "\(nextID),\(author),\(isBrand ? "False" : "True"),\(day)\(clock.joined(separator: ":")) +0000 2017,".utf8)
        nextID += 1
        append(text, to: &row)
        row += Array(",,\(parent.map(String.init) ?? "")\n".utf8)
        return row
    }

    /// As a field: in quotes where it holds a comma, a quote or a line end.
    private func append(_ text: [UInt8], to row: inout [UInt8]) {
        let needsQuotes = text.contains {
            $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\n")
        }
        guard needsQuotes else {
            row += text
            return
        }
        row.append(UInt8(ascii: "\""))
        for byte in text {
            row.append(byte)
            if byte == UInt8(ascii: "\"") { row.append(byte) }
        }
        row.append(UInt8(ascii: "\""))
    }
}
