import Connectors
import Dialogue
import ServiceHours
import Testing

@Suite struct `The format antwort-posts` {
    private let format = ExportFormat.antwortPosts(network: Network("facebook"))

    @Test func `every field arrives where it belongs`() throws {
        let outcome = try read(
            #"""
            {"network":"mastodon:a.example","id":"7","parent":"6","author":{"id":"u1","handle":"@Kim","name":"Kim O"},"at":"2026-03-02T10:30:00.123456789123+01:00","text":"Gr\u00fc\u00dfe \ud83d\ude00","page":true,"mentions":["@Marke","x","marke"],"url":"https://a.example/7","language":"de-DE","visibility":"unlisted","edited_at":"2026-03-02T11:00:00Z","likes":[1,{"a":2.5}]}

            """#.utf8, format)
        #expect(outcome.broken == [])
        #expect(
            outcome.posts == [
                Post(
                    key: PostKey(network: Network("mastodon:a.example"), remoteID: "7"), parent: "6",
                    author: Author(id: "u1", handle: "Kim", name: "Kim O"), at: Instant(seconds: 1_772_443_800),
                    nanoseconds: 123_456_789, text: "Grüße 😀", standsOnPage: true, mentions: ["marke", "x"],
                    url: "https://a.example/7", language: "de-DE", visibility: .unlisted,
                    editedAt: Instant(seconds: 1_772_449_200))
            ])
    }

    @Test func `what is not said has its plain meaning`() throws {
        let outcome = try read(
            """
            \u{FEFF}{"id":18446744073709551615,"author":{"id":-5},"at":"2026-03-02T09:30:00Z","text":"an @Marke und @andere.","parent":null,"url":null,"name":1}\r
            \r
               \r
            {"id":"2","parent":1,"author":{"id":"5","handle":"@","name":""},"at":"2026-03-02T09:30:00Z","text":"","mentions":[],"url":"javascript:alert(1)","language":"?","page":false}
            """.utf8, format)
        #expect(outcome.broken == [])
        #expect(outcome.ids == ["18446744073709551615", "2"])
        #expect(outcome.posts.map(\.parent) == [nil, "1"])
        #expect(outcome.posts.map(\.author) == [Author(id: "-5"), Author(id: "5")])
        #expect(outcome.posts.map(\.mentions) == [["marke", "andere"], []])
        #expect(outcome.posts.map(\.url) == [nil, nil])
        #expect(outcome.posts.map(\.language) == [nil, nil])
        #expect(outcome.posts.map(\.key.network.name) == ["facebook", "facebook"])
        #expect(outcome.posts.map(\.visibility) == [.public, .public])
        #expect(outcome.pages.reduce(0) { $0 + $1.rows } == 2)
    }

    @Test func `a deletion needs an id only`() throws {
        let outcome = try read(
            """
            {"id":"1","deleted":true}
            {"id":"2","deleted":true,"edited_at":"2026-03-02T09:30:00Z","author":7}
            {"id":"3","deleted":true,"edited_at":"2026-03-02T09:30:00Z","deleted_at":"2026-03-02T09:30:01Z"}

            """.utf8, format)
        let key = { (id: String) in PostKey(network: Network("facebook"), remoteID: id) }
        #expect(
            outcome.reports == [
                .deleted(key("1"), at: nil), .deleted(key("2"), at: Instant(seconds: 1_772_443_800)),
                .deleted(key("3"), at: Instant(seconds: 1_772_443_801)),
            ])
    }

    @Test(
        "a line that cannot be read goes to quarantine with its field, its neighbours are read",
        arguments: [
            (#"{"#, "json", nil), (#"[1]"#, "json", nil), (#""a""#, "json", nil),
            (#"{"id":"1"} {"id":"2"}"#, "json", nil),
            (#"{"id":1e400}"#, "json", nil), (#"{"id":123456789012345678901234567890}"#, "json", nil),
            (#"{"id":"\x"}"#, "json", nil), ("{\"id\":\"a\tb\"}", "json", nil), (#"{"id":"1","a":nul}"#, "json", nil),
            (#"{}"#, "missing", "id"), (#"{"id":null}"#, "missing", "id"), (#"{"id":""}"#, "missing", "id"),
            (#"{"id":1.5}"#, "type", "id"), (#"{"id":true}"#, "type", "id"), (#"{"id":{}}"#, "type", "id"),
            (#"{"id":"a\u0000"}"#, "value", "id"), (#"{"id":"1"}"#, "missing", "text"),
            (#"{"id":"1","text":["a"]}"#, "type", "text"), (#"{"id":"1","text":7}"#, "type", "text"),
            (#"{"id":"1","text":"a"}"#, "missing", "at"), (#"{"id":"1","text":"a","at":1}"#, "type", "at"),
            (#"{"id":"1","text":"a","at":"2026-02-30T25:61:00Z"}"#, "value", "at"),
            (#"{"id":"1","text":"a","at":"2026-03-02T09:30:00"}"#, "value", "at"),
            (#"{"id":"1","text":"a","at":"2026-03-02T09:30:00Z"}"#, "missing", "author"),
            (#"{"id":"1","text":"a","at":"2026-03-02T09:30:00Z","author":"u"}"#, "type", "author"),
            (#"{"id":"1","text":"a","at":"2026-03-02T09:30:00Z","author":{}}"#, "missing", "author.id"),
            (#"{"id":"1","text":"a","at":"2026-03-02T09:30:00Z","author":{"id":[]}}"#, "type", "author.id"),
            (#"{"id":"1","text":"a","at":"2026-03-02T09:30:00Z","author":{"id":"u","name":1}}"#, "type", "author.name"),
            (#"{"id":"1","text":"a","at":"2026-03-02T09:30:00Z","author":{"id":"u"},"page":"yes"}"#, "type", "page"),
            (
                #"{"id":"1","text":"a","at":"2026-03-02T09:30:00Z","author":{"id":"u"},"mentions":"a"}"#, "type",
                "mentions"
            ),
            (
                #"{"id":"1","text":"a","at":"2026-03-02T09:30:00Z","author":{"id":"u"},"mentions":[1]}"#, "type",
                "mentions"
            ),
            (
                #"{"id":"1","text":"a","at":"2026-03-02T09:30:00Z","author":{"id":"u"},"visibility":"secret"}"#,
                "value", "visibility"
            ),
            (#"{"id":"1","text":"a","at":"2026-03-02T09:30:00Z","author":{"id":"u"},"url":1}"#, "type", "url"),
            (#"{"id":"1","deleted":"true"}"#, "type", "deleted"),
            (#"{"id":"1","edited_at":"gestern"}"#, "value", "edited_at"),
            (#"{"network":7.5,"id":"1"}"#, "type", "network"),
        ] as [(String, String, String?)])
    func broken(line: String, code: String, field: String?) throws {
        let good = { (id: Int) in #"{"id":\#(id),"author":{"id":"u"},"at":"2026-03-02T09:30:00Z","text":"gut"}"# + "\n"
        }
        let outcome = try read((good(1) + line + "\n" + good(2)).utf8, format)
        #expect(outcome.ids == ["1", "2"])
        #expect(outcome.broken.map(\.code.rawValue) == [code])
        #expect(outcome.broken.map(\.field) == [field])
        #expect(outcome.broken.map(\.place) == ["record 2 (line 2)"])
        #expect(outcome.broken.map(\.raw) == [Array((line + "\n").utf8)])
    }

    @Test(
        "half an emoji becomes the sign for what cannot be read, and the post is kept",
        arguments: [
            (#"a\ud83d"#, "a\u{FFFD}"), (#"\ude00b"#, "\u{FFFD}b"), (#"\ud83d\ud83d\ude00"#, "\u{FFFD}😀"),
            (#"\ud83dx\ude00"#, "\u{FFFD}x\u{FFFD}"), (#"\\ud83d"#, #"\ud83d"#), (#"\\\ud83d"#, "\\\u{FFFD}"),
            (#"a\u0000b"#, "ab"), (#"\u202e\u001b[2J"#, "\u{202E}\u{1B}[2J"),
        ])
    func surrogates(escaped: String, expected: String) throws {
        let outcome = try read(
            #"{"id":"1","author":{"id":"u"},"at":"2026-03-02T09:30:00Z","text":"\#(escaped)"}"#.utf8, format)
        #expect(outcome.posts.map(\.text) == [expected])
    }

    @Test func `deep nesting, huge numbers of names and equal names do no harm`() throws {
        let good = #"{"id":"1","id":"2","author":{"id":"u"},"at":"2026-03-02T09:30:00Z","text":"gut""#
        let deep = String(repeating: "[", count: 100_000)
        let names = (0..<20_000).map { ",\"n\($0)\":\($0)" }.joined()
        let many = (0..<5_000).map { "\"@a\($0)\"" }.joined(separator: ",")
        let outcome = try read(
            "\(good)}\n{\"id\":\(deep)\n\(good)\(names)}\n\(good),\"mentions\":[\(many)]}\n".utf8, format)
        #expect(outcome.ids == ["1", "1", "1"])
        #expect(outcome.broken.map(\.code) == [.json])
        #expect(outcome.posts.last?.mentions.count == 64)
    }

    @Test func `of the fixture with five broken lines fifteen are read`() throws {
        let outcome = try read(try ProjectFiles.fixture("exports/broken.jsonl"), format)
        #expect(outcome.reports.count == 15)
        #expect(outcome.broken.map(\.place) == [4, 7, 11, 15, 18].map { "record \($0) (line \($0))" })
        #expect(outcome.broken.map(\.code) == [.json, .missing, .value, .type, .encoding])
    }

    @Test func `the demo week is read without a loss`() throws {
        let bytes = try ProjectFiles.fixture("exports/silberbahn.jsonl")
        let outcome = try read(bytes, format)
        #expect(outcome.reports.count == 224)
        #expect(outcome.broken == [])
        #expect(Set(outcome.ids).count == 220)
        #expect(outcome.reports.count { if case .deleted = $0 { true } else { false } } == 2)
        #expect(try read(bytes, format, pieces: .random(seed: 3), page: 10).reports == outcome.reports)
    }
}
