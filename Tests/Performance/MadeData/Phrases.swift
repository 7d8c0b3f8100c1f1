import Foundation
import TestSupport

/// Words for made posts: runs of words from the fixtures, so that triage meets what it knows, and invented words between them.
struct Phrases {
    private let languages: [[[UInt8]]]
    private let invented: [[UInt8]]

    init() throws {
        let german = try Self.words(of: "triage/first-cut-de.tsv") + Self.words(of: "exports/silberbahn.jsonl")
        languages = [german, try Self.words(of: "triage/first-cut-en.tsv")]
        var chance = SeededGenerator(seed: 7)
        invented = (0..<20_000).map { _ in Array(Self.invent(syllables: 1...4, using: &chance).utf8) }
    }

    /// Appends about `length` bytes of text, words parted by spaces.
    func append(_ length: Int, language: Int, to text: inout [UInt8], using chance: inout SeededGenerator) {
        let words = languages[language % languages.count]
        let end = text.count + length
        while text.count < end {
            if text.last.map({ $0 != UInt8(ascii: " ") }) ?? false { text.append(UInt8(ascii: " ")) }
            if chance.next() % 8 == 0 {
                text += invented[Int(chance.next() % UInt64(invented.count))]
                continue
            }
            var place = Int(chance.next() % UInt64(words.count))
            for _ in 0..<Int(chance.next() % 6) where place + 1 < words.count && text.count < end {
                text += words[place]
                text.append(UInt8(ascii: " "))
                place += 1
            }
            text += words[place]
        }
    }

    /// A name of no meaning.
    static func invent(syllables: ClosedRange<Int>, using chance: inout SeededGenerator) -> String {
        let heads = Array("bdfgklmnprstvz".unicodeScalars)
        let cores = Array("aeiou".unicodeScalars)
        var name = ""
        for _ in 0..<Int.random(in: syllables, using: &chance) {
            name.unicodeScalars.append(heads[Int(chance.next() % 14)])
            name.unicodeScalars.append(cores[Int(chance.next() % 5)])
        }
        return name
    }

    private static func words(of fixture: String) throws -> [[UInt8]] {
        let url = ProjectFiles.fixture(fixture)
        let lines = try String(contentsOf: url, encoding: .utf8).split(separator: "\n")
        let texts = lines.dropFirst().compactMap { line -> String? in
            guard url.pathExtension == "jsonl" else { return line.split(separator: "\t").last.map(String.init) }
            let object = try? JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
            return object?["text"] as? String
        }
        let words = texts.flatMap { $0.split(whereSeparator: \.isWhitespace) }.map { Array($0.utf8) }
        guard !words.isEmpty else { throw MeasuringError("fixtures/\(fixture) holds no words") }
        return words
    }
}
