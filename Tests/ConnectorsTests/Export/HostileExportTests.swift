import Connectors
import Dialogue
import Testing

@Suite struct `Hostile exports` {
    private static let network = Network("facebook")

    private static func good(_ format: ExportFormat) throws -> [UInt8] {
        switch format {
        case .twcs: try ProjectFiles.fixture("exports/twcs-mini.csv")
        case .antwortPosts: Array(try ProjectFiles.fixture("exports/silberbahn.jsonl").prefix(20_000))
        case .csv: try ProjectFiles.fixture("exports/silberbahn-reviews.csv")
        }
    }

    private static let formats: [ExportFormat] = [
        .twcs, .antwortPosts(network: network),
        .csv(
            CSVMapping(
                id: "Ref", parent: "Antwort auf", handle: "Wer", name: "Anzeigename", at: "Wann", text: "Inhalt",
                url: "Link", time: .epoch),
            network: network),
    ]

    @Test("changed, lost and foreign bytes trap nothing, and pieces change nothing", arguments: 0..<3)
    func mutations(formatIndex: Int) throws {
        let format = Self.formats[formatIndex]
        let original = try Self.good(format)
        let nasty: [UInt8] = [
            0, 0x0A, 0x0D, 0x22, 0x2C, 0x3B, 0x5C, 0x7B, 0x7D, 0x5B, 0x80, 0xC3, 0xED, 0xF5, 0xFF, 0x26, 0x2D, 0x39,
        ]
        for seed in 0..<250 {
            var generator = SeededGenerator(seed: UInt64(seed))
            var bytes = original
            for _ in 0..<Int.random(in: 1...12, using: &generator) {
                let at = Int.random(in: 0..<bytes.count, using: &generator)
                switch Int.random(in: 0..<5, using: &generator) {
                case 0: bytes[at] = nasty.randomElement(using: &generator) ?? 0
                case 1: bytes[at] = UInt8.random(in: 0...255, using: &generator)
                case 2: bytes.remove(at: at)
                case 3: bytes.insert(nasty.randomElement(using: &generator) ?? 0, at: at)
                default: bytes.removeSubrange(at..<min(at + 50, bytes.count))
                }
            }
            let limit = seed % 3 == 0 ? 300 : 1 << 20
            let whole = try? read(bytes, format, recordLimit: limit)
            let pieces = try? read(bytes, format, pieces: .random(seed: UInt64(seed)), page: 3, recordLimit: limit)
            #expect(whole?.reports == pieces?.reports)
            #expect(whole?.broken == pieces?.broken)
        }
    }

    @Test func `of a hundred rows one broken one is quarantined and ninety-nine are read, whatever breaks it`() throws {
        let header = "tweet_id,author_id,inbound,created_at,text,response_tweet_id,in_response_to_tweet_id\n"
        let row = { (id: Int) in
            "\(id),\(id % 7),True,Wed Oct 11 06:55:44 +0000 2017,\"row, \(id)\(id % 5 == 0 ? "\nmore" : "")\",,\n"
        }
        for breaking: [UInt8] in [
            Array("50,1,True,Wed Oct 11 06:55:44 +0000 2017,\"not closed,,\n".utf8), Array("50,\"1,True\n".utf8),
            Array("\"\n".utf8),
            Array("50,1,True,x,y,,\n".utf8), Array("50,\"1\"x,True,Wed Oct 11 06:55:44 +0000 2017,y,,\n".utf8),
            Array("{}\n".utf8),
            [0x00, 0xFF, 0x0A],
            Array("50,1,True,Wed Oct 11 06:55:44 +0000 2017,".utf8) + [0xC3, 0x28] + Array(",,\n".utf8),
            [UInt8](repeating: 0x61, count: 2_000_000) + [0x0A],
        ] {
            let before = (1...49).map(row).joined()
            let after = (51...100).map(row).joined()
            let bytes = Array((header + before).utf8) + breaking + Array(after.utf8)
            let outcome = try read(bytes, .twcs, pieces: .bytes(1000))
            #expect(outcome.ids.count == 99)
            #expect(outcome.broken.count == 1)
            #expect(outcome.broken.first?.raw.prefix(1_000) == breaking.prefix(1_000))
        }
    }

    @Test func `of a hundred lines one broken one is quarantined and ninety-nine are read`() throws {
        let line = { (id: Int) in
            Array((#"{"id":\#(id),"author":{"id":"u"},"at":"2026-03-02T09:30:00Z","text":"gut"}"# + "\n").utf8)
        }
        for breaking: [UInt8] in [
            Array("{\n".utf8), Array("\"\n".utf8), [0xFF, 0x0A], [0, 0x0A],
            Array(String(repeating: "{\"a\":", count: 9000).utf8) + [0x0A],
            Array("{\"id\":\"\\u00\n".utf8), Array("{\"id\":\"\\\n".utf8), Array("nan\n".utf8),
            Array("{\"id\":-}\n".utf8), [0xEF, 0xBB, 0xBF, 0x7B, 0x0A],
        ] {
            let bytes = (1...49).flatMap(line) + breaking + (51...100).flatMap(line)
            let outcome = try read(bytes, .antwortPosts(network: Self.network))
            #expect(outcome.ids.count == 99)
            #expect(outcome.broken.map(\.raw) == [breaking])
        }
    }
}
