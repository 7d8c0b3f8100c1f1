import Connectors
import Dialogue
import Foundation
import HTTPTypes
import ServiceHours
import TestSupport
import Testing

@Suite struct `Polling a Mastodon server` {
    private let notifications =
        "/api/v1/notifications?types%5B%5D=mention&include_filtered=true&limit=80"

    @Test func `the first questions are about server and account, then mentions from the newest on`() throws {
        var replay = MastodonReplay()
        try replay.introduce()
        #expect(replay.poll.facts == MastodonWorld.facts)
        #expect(replay.path == notifications)
        try replay.answer(MastodonWorld.fixture("mentions-page"))
        #expect(replay.path == notifications + "&max_id=20")
        try replay.answer("[]")
        #expect(replay.path == notifications + "&min_id=22", "22 came a minute before 23: an overlap is kept")
        try replay.answer("[]")
        #expect(replay.path == "/api/v1/accounts/7/statuses?exclude_reblogs=true&limit=40")
        try replay.finish()
        #expect(
            replay.paths.prefix(2) == ["/api/v2/instance", "/api/v1/accounts/verify_credentials"])
        #expect(replay.poll.next(at: replay.now) == .done)
    }

    @Test func `a mention becomes a post as people wrote it`() throws {
        var replay = MastodonReplay()
        try replay.introduce()
        try replay.answer(MastodonWorld.fixture("mentions-page"))
        let posts = replay.posts
        #expect(posts.map(\.key.remoteID).sorted() == (1...4).map { "11616000000000000\($0)" })
        let root = try #require(posts.first { $0.key.remoteID.hasSuffix("1") })
        #expect(root.author == Author(id: "11", handle: "wiebke@kuechentisch.example", name: "Wiebke Tellbruch"))
        #expect(root.at == Instant(rfc3339: "2026-03-02T08:14:05Z"))
        #expect(root.nanoseconds == 138_000_000)
        #expect(
            root.text == """
                @silberbahn Sieben Jahre, und heute Morgen wieder kein Zug. "Technische Störung" & kein Wort dazu.

                Mehr dazu: https://kuechentisch.example/zettel/sieben-jahre-silberbahn?seite=2
                """)
        #expect(root.mentions == ["7", "silberbahn"])
        #expect(root.parent == nil)
        #expect(root.language == "de")
        #expect(root.url == "https://kuechentisch.example/@wiebke/116160000000000001")
        let second = try #require(posts.first { $0.key.remoteID.hasSuffix("2") })
        #expect(second.author.name == nil)
        #expect(second.visibility == .unlisted)
        #expect(posts.first { $0.key.remoteID.hasSuffix("3") }?.parent == "116160000000000001")
        #expect(posts.first { $0.key.remoteID.hasSuffix("4") }?.visibility == .direct)
    }

    @Test func `markup of lists, quotations and masked links is plain text`() throws {
        let raw = Array(try MastodonWorld.fixture("status-markup"))
        guard
            case .said(let post)? = try MastodonPostReader(network: MastodonWorld.network).report(from: raw, place: "x")
        else {
            Issue.record("no post")
            return
        }
        #expect(
            post.text == """
                @silberbahn Drei Fragen:

                1. Wann?
                2. Warum nicht früher?

                - und <wie>

                Pünktlich.

                S3  Mo
                S3  Di

                #bahn https://silberbahn.example/ (https://phish.example/)
                """)
    }

    @Test func `a broken record goes to quarantine once and holds up nobody`() throws {
        var replay = MastodonReplay()
        try replay.introduce()
        try replay.answer(MastodonWorld.fixture("mentions-broken"))
        #expect(replay.posts.map(\.key.remoteID) == ["116160000000000009", "116160000000000002"])
        #expect(replay.broken.map(\.field) == ["status.content", "id"])
        #expect(replay.broken.map(\.code) == [.missing, .missing])
        #expect(replay.broken.allSatisfy { $0.raw.first != nil && $0.place.hasPrefix("mentions, record") })
        let odd = try #require(replay.posts.first)
        #expect(odd.visibility == .direct, "an unknown word is the narrowest")
        #expect(odd.text.hasPrefix("Bahn, Ärger\n\n"))
        #expect(odd.editedAt == nil)
        #expect(odd.mentions == ["7", "silberbahn"])

        // The same page again, as an overlap shows it.
        try replay.answer("[]")
        try replay.answer(MastodonWorld.fixture("mentions-broken"))
        #expect(replay.posts.count == 2)
        #expect(replay.broken.count == 2)
    }

    @Test func `ids are compared by length first, so that 100 follows 99`() throws {
        var replay = MastodonReplay()
        try replay.introduce()
        try replay.answer(mentions(98...101))
        #expect(replay.path == notifications + "&max_id=98")
        try replay.answer("[]")
        try replay.answer("[]")
        try replay.finish()
        var next = MastodonReplay(cursor: try MastodonCursor(encoded: try #require(replay.cursor)))
        #expect(next.path == notifications + "&min_id=101")
        try next.answer(mentions(99...103))
        #expect(next.posts.map(\.key.remoteID) == ["s103", "s102"])
        #expect(next.path == notifications + "&min_id=103")
    }

    /// Mentions a minute apart, newest first.
    private func mentions(_ ids: ClosedRange<Int>, secondsApart: Int = 300) -> String {
        let records = ids.reversed().map { id in
            let at = Instant(seconds: 1_772_400_000 + Int64(id * secondsApart)).rfc3339
            return
                #"{"id":"\#(id)","type":"mention","created_at":"\#(at)","status":{"id":"s\#(id)","created_at":"\#(at)","content":"<p>\#(id)</p>","visibility":"public","account":{"id":"9","acct":"kunde@bahn.example"}}}"#
        }
        return "[\(records.joined(separator: ","))]"
    }

    @Test func `the walk back ends where history begins, and goes on where it was interrupted`() throws {
        let live = Instant(seconds: 1_772_400_000 + 120 * 300)
        var first = MastodonReplay(liveSince: live)
        try first.introduce()
        try first.answer(mentions(150...160))
        #expect(first.path == notifications + "&max_id=150")
        var second = MastodonReplay(cursor: try MastodonCursor(encoded: try #require(first.cursor)), liveSince: live)
        #expect(second.path == notifications + "&max_id=150")
        try second.answer(mentions(115...149))
        #expect(second.path == notifications + "&min_id=160")
        #expect(second.posts.count == 35)
    }

    @Test func `a server that shows the newest page where the next one was asked for hides nothing`() throws {
        var first = MastodonReplay()
        try first.introduce("instance-gotosocial")
        try first.answer(mentions(1...1))
        try first.finish()
        var second = MastodonReplay(cursor: try MastodonCursor(encoded: try #require(first.cursor)))
        var cursors: [String?] = []
        while let path = second.path, path.hasPrefix("/api/v1/notifications") {
            func bound(_ name: String) -> Int? {
                path.split(separator: "&").first { $0.hasPrefix(name) }.flatMap { Int($0.dropFirst(name.count + 1)) }
            }
            let (low, high) = ((bound("min_id") ?? 0) + 1, (bound("max_id") ?? 301) - 1)
            try second.answer(low > high ? "[]" : mentions(max(low, high - 79)...high))
            cursors.append(second.pages.last?.cursor)
        }
        #expect(Set(second.posts.map(\.key.remoteID)) == Set((2...300).map { "s\($0)" }))
        #expect(second.posts.count == 299)
        #expect(cursors.prefix(4).allSatisfy { $0 == nil }, "the place moves when the gap is closed")
        #expect(cursors.contains { $0 != nil })
    }

    @Test func `entries that come to light late are found again in the overlap`() throws {
        var first = MastodonReplay()
        try first.introduce()
        // 20 and 22 are a second apart; 21 was given out between them but is shown later.
        try first.answer("[\(mention(22, at: 1_772_452_799)),\(mention(20, at: 1_772_452_798))]")
        try first.answer("[]")
        #expect(first.path == notifications + "&min_id=20")
        try first.answer("[\(mention(22, at: 1_772_452_799)),\(mention(21, at: 1_772_452_798))]")
        #expect(first.posts.map(\.key.remoteID) == ["s22", "s20", "s21"])
        try first.finish()

        let later = MastodonWorld.now + 600
        var second = MastodonReplay(cursor: try MastodonCursor(encoded: try #require(first.cursor)), at: later)
        #expect(second.path == notifications + "&min_id=20")
        try second.answer("[\(mention(22, at: 1_772_452_799)),\(mention(21, at: 1_772_452_798))]")
        #expect(second.reports.isEmpty)
        try second.finish()
        let third = MastodonReplay(cursor: try MastodonCursor(encoded: try #require(second.cursor)), at: later + 60)
        #expect(third.path == notifications + "&min_id=22", "after two minutes nothing older can appear")
    }

    private func mention(_ id: Int, at seconds: Int64) -> String {
        let at = Instant(seconds: seconds).rfc3339
        return
            #"{"id":"\#(id)","type":"mention","created_at":"\#(at)","status":{"id":"s\#(id)","created_at":"\#(at)","content":"<p>\#(id)</p>","visibility":"public","account":{"id":"9","acct":"kunde@bahn.example"}}}"#
    }

    @Test func `a quiet poll asks two questions and has nothing to store`() throws {
        var first = MastodonReplay()
        try first.introduce()
        try first.answer(MastodonWorld.fixture("mentions-page"))
        try first.finish()
        let cursor = try MastodonCursor(encoded: try #require(first.cursor))
        var second = MastodonReplay(cursor: cursor, at: MastodonWorld.now + 60)
        try second.finish()
        #expect(second.paths.count == 2)
        #expect(!second.pages.contains { !$0.isEmpty })
    }

    @Test func `the parents of a page are asked for in one question, and only missing threads are read`() throws {
        var replay = MastodonReplay()
        try replay.introduce()
        let at = "2026-03-02T09:00:00Z"
        let records = (1...3).map { id in
            #"{"id":"\#(id)","type":"mention","created_at":"\#(at)","status":{"id":"s\#(id)","in_reply_to_id":"p\#(id)","created_at":"\#(at)","content":"x","visibility":"public","account":{"id":"9"}}}"#
        }
        try replay.answer("[\(records.joined(separator: ","))]")
        while case .request(let request) = replay.poll.next(at: replay.now), !request.path.hasSuffix("context") {
            try replay.answer("[]")
        }
        #expect(
            replay.poll.next(at: replay.now)
                == .needKnown([MastodonWorld.key("p1"), MastodonWorld.key("p2"), MastodonWorld.key("p3")]))
        replay.poll.take(known: [MastodonWorld.key("p2")])
        #expect(replay.path == "/api/v1/statuses/s1/context")
        // The thread of s1 holds the parent of s3, too.
        let parents = ["p1", "p3"].map { id in
            #"{"id":"\#(id)","created_at":"\#(at)","content":"y","visibility":"public","account":{"id":"9"}}"#
        }
        try replay.answer(#"{"ancestors":[\#(parents[0])],"descendants":[\#(parents[1])]}"#)
        #expect(replay.posts.map(\.key.remoteID) == ["s1", "s2", "s3", "p1", "p3"])
        #expect(replay.poll.next(at: replay.now) == .done)
    }

    @Test func `threads that are still to be read stand in the cursor`() throws {
        var first = MastodonReplay()
        try first.introduce()
        let at = "2026-03-02T09:00:00Z"
        try first.answer(
            #"[{"id":"5","type":"mention","created_at":"\#(at)","status":{"id":"s5","in_reply_to_id":"p5","created_at":"\#(at)","content":"x","visibility":"public","account":{"id":"9"}}}]"#
        )
        var second = MastodonReplay(cursor: try MastodonCursor(encoded: try #require(first.cursor)))
        for _ in 0..<4 where second.path?.contains("context") == false { try second.answer("[]") }
        #expect(second.poll.next(at: second.now) == .needKnown([MastodonWorld.key("p5")]))
        second.poll.take(known: [])
        try second.answer(MastodonWorld.fixture("context-reply"))
        #expect(second.posts.count == 2)
        let third = MastodonReplay(cursor: try MastodonCursor(encoded: try #require(second.cursor)))
        #expect(third.path?.hasPrefix(notifications) == true)
    }

    @Test func `what stands below own posts is read, reported once, and ever more rarely`() throws {
        var first = MastodonReplay()
        try first.introduce()
        try first.answer("[]")
        try first.answer(
            #"[{"id":"116159000000000001","created_at":"2026-03-01T18:00:00.000Z","content":"<p>S3</p>","visibility":"public","account":{"id":"7","acct":"silberbahn"}},{"id":"116158000000000001","created_at":"2026-02-01T18:00:00.000Z","content":"<p>alt</p>","visibility":"public","account":{"id":"7"}},{"id":"116158000000000000","created_at":"2026-02-01T17:00:00.000Z","content":"","reblog":{"id":"1"},"visibility":"public","account":{"id":"7"}}]"#
        )
        #expect(first.posts.count == 2, "a boost is no post")
        try first.answer("[]")
        try first.answer("[]")
        #expect(first.path == "/api/v1/statuses/116159000000000001/context")
        try first.answer(MastodonWorld.fixture("context-own"))
        #expect(first.posts.count == 4)
        #expect(first.poll.next(at: first.now) == .done, "the old one is not watched")

        var soon = MastodonReplay(
            cursor: try MastodonCursor(encoded: try #require(first.cursor)), at: MastodonWorld.now + 3_600)
        try soon.finish()
        #expect(!soon.paths.contains { $0.hasSuffix("context") }, "eighteen hours old: not again within two")

        var later = MastodonReplay(
            cursor: try MastodonCursor(encoded: try #require(first.cursor)), at: MastodonWorld.now + 3 * 3_600)
        try later.answer("[]")
        try later.answer("[]")
        #expect(later.path == "/api/v1/statuses/116159000000000001/context")
        try later.answer(MastodonWorld.fixture("context-own"))
        #expect(later.reports.isEmpty, "nothing has changed there")
    }

    // MARK: - Trouble

    @Test(
        "trouble is known by its status alone",
        arguments: [
            (401, ConnectorError.Code.credentials), (403, .credentials), (404, .gone), (410, .gone),
            (500, .unavailable),
            (502, .unavailable), (503, .unavailable), (302, .refused), (418, .refused), (408, .unavailable),
        ])
    func statuses(status: Int, code: ConnectorError.Code) throws {
        for body in ["", "<html><body>Wartung</body></html>", #"{"error":"Zu viele Anfragen, 429, rate limit"}"#] {
            var replay = MastodonReplay()
            try replay.introduce()
            let error = #expect(throws: ConnectorError.self) {
                try replay.answer(body, MastodonWorld.answer(status))
            }
            #expect(error?.code == code)
            #expect(error?.place == "mentions, status \(status)")
        }
    }

    @Test(
        "a body that is no whole list is refused, and the place stays",
        arguments: [
            "", "null", "{}", "<html><body>Willkommen</body></html>", #"{"error":"x"}"#, "[", "[{\"id\":\"1\"}", "[}]",
            "[{\"id\":\"1\"},]", "[1] 2", "[\"", "\u{0}",
        ])
    func bodies(body: String) throws {
        var replay = MastodonReplay()
        try replay.introduce()
        let before = replay.path
        let error = #expect(throws: ConnectorError.self) { try replay.answer(body) }
        #expect(error?.code == .format)
        #expect(replay.path == before)
    }

    @Test(
        "a pause is taken as the server says it, or doubled where it cannot be read",
        arguments: [
            ([("Retry-After", "120")], 120), ([("Retry-After", "Mon, 02 Mar 2026 12:05:00 GMT")], 300),
            ([("X-RateLimit-Reset", "2026-03-02T12:10:00.754511Z")], 600),
            ([("X-RateLimit-Reset", "1772452860")], 60),
            ([("Retry-After", "10"), ("X-RateLimit-Reset", "2026-03-02T12:01:00Z")], 60), ([], 30),
            ([("Retry-After", "bald"), ("X-RateLimit-Reset", "morgen")], 30), ([("Retry-After", "-5")], 30),
            ([("Retry-After", "99999999999")], 86_400), ([("X-RateLimit-Reset", "2020-01-01T00:00:00Z")], 30),
        ] as [([(String, String)], Int64)])
    func limited(fields: [(String, String)], seconds: Int64) throws {
        var replay = MastodonReplay()
        try replay.introduce()
        let path = replay.path
        try replay.answer("Rate limit", MastodonWorld.answer(429, fields))
        #expect(replay.poll.next(at: replay.now) == .wait(until: replay.now + seconds))
        let after = replay.now + seconds
        guard case .request(let request) = replay.poll.next(at: after) else {
            Issue.record("asks nothing")
            return
        }
        #expect(request.path == path)
    }

    @Test func `pauses that cannot be read double from run to run, until one answer is good`() throws {
        var cursor: MastodonCursor?
        var replay = MastodonReplay()
        try replay.introduce()
        cursor = try MastodonCursor(encoded: try #require(replay.cursor))
        for expected in [30, 60, 120, 240, 480, 960, 1920, 3600, 3600] as [Int64] {
            replay = MastodonReplay(cursor: cursor)
            try replay.answer("", MastodonWorld.answer(429))
            #expect(replay.poll.next(at: replay.now) == .wait(until: replay.now + expected))
            cursor = try MastodonCursor(encoded: try #require(replay.cursor))
        }
        replay = MastodonReplay(cursor: cursor)
        try replay.answer("[]")
        try replay.answer("", MastodonWorld.answer(429))
        #expect(replay.poll.next(at: replay.now) == .wait(until: replay.now + 30))
    }

    @Test func `an allowance that is used up is a pause before the next question`() throws {
        var replay = MastodonReplay()
        try replay.introduce()
        try replay.answer(
            MastodonWorld.fixture("mentions-page"),
            MastodonWorld.answer(
                200,
                [
                    ("x-ratelimit-limit", "300"), ("x-ratelimit-remaining", "3"),
                    ("x-ratelimit-reset", "2026-03-02T12:05:00.754511Z"),
                ]))
        #expect(replay.posts.count == 4)
        #expect(replay.poll.next(at: replay.now) == .wait(until: replay.now + 300))
    }

    @Test func `a thread that cannot be read is left for later, and given up in the end`() throws {
        var cursor: MastodonCursor?
        var contexts = 0
        for run in 0..<7 {
            var replay = MastodonReplay(cursor: cursor)
            if run == 0 {
                try replay.introduce()
                let at = "2026-03-02T09:00:00Z"
                try replay.answer(
                    #"[{"id":"5","type":"mention","created_at":"\#(at)","status":{"id":"s5","in_reply_to_id":"p5","created_at":"\#(at)","content":"x","visibility":"public","account":{"id":"9"}}}]"#
                )
            }
            asking: while true {
                switch replay.poll.next(at: replay.now) {
                case .done, .wait: break asking
                case .needKnown: replay.poll.take(known: [])
                case .request(let request):
                    guard request.path.hasSuffix("context") else {
                        try replay.answer("[]")
                        continue
                    }
                    contexts += 1
                    do {
                        try replay.answer("", MastodonWorld.answer(500))
                    } catch {
                        break asking
                    }
                }
            }
            if let encoded = replay.cursor { cursor = try MastodonCursor(encoded: encoded) }
        }
        #expect(contexts == 6, "three a run are endured, the fourth ends it; after five the thread is left alone")
    }

    @Test func `a cursor of another server or of nonsense`() throws {
        var replay = MastodonReplay()
        try replay.introduce()
        let cursor = try MastodonCursor(encoded: try #require(replay.cursor))
        let other = MastodonPoll(
            network: Network("mastodon:other.example"), cursor: cursor, liveSince: MastodonWorld.now,
            at: MastodonWorld.now)
        #expect(other.facts == nil)
        for text in ["", "{}", "null", #"{"v":2}"#, String(repeating: "[", count: 100_000)] {
            #expect(throws: ConnectorError.self) { _ = try MastodonCursor(encoded: text) }
        }
    }

    @Test(
        "a server counts as Mastodon when it says so itself",
        arguments: [("instance-4.6", true), ("instance-gotosocial", false), ("instance-pleroma", false)])
    func keyed(fixture: String, isKeyed: Bool) throws {
        var replay = MastodonReplay()
        try replay.introduce(fixture)
        #expect(replay.poll.facts?.isKeyed == isKeyed)
        #expect(replay.poll.facts?.maxCharacters == (isKeyed ? 500 : 5000))
    }

    @Test func `facts are asked for again after a day`() throws {
        var replay = MastodonReplay()
        try replay.introduce()
        let cursor = try MastodonCursor(encoded: try #require(replay.cursor))
        let today = MastodonReplay(cursor: cursor, at: MastodonWorld.now + 86_399)
        #expect(today.path == notifications)
        let tomorrow = MastodonReplay(cursor: cursor, at: MastodonWorld.now + 86_400)
        #expect(tomorrow.path == "/api/v2/instance")
    }

    @Test func `a post without an author, a time or words goes to quarantine`() throws {
        let sound = #"{"id":"1","created_at":"2026-03-02T09:00:00Z","content":"x","account":{"id":"9"}}"#
        for (field, record) in [
            ("account", #"{"id":"1","created_at":"2026-03-02T09:00:00Z","content":"x"}"#),
            ("account", #"{"id":"1","created_at":"2026-03-02T09:00:00Z","content":"x","account":null}"#),
            ("account.id", #"{"id":"1","created_at":"2026-03-02T09:00:00Z","content":"x","account":{"id":" "}}"#),
            ("created_at", #"{"id":"1","created_at":"gestern","content":"x","account":{"id":"9"}}"#),
            ("content", #"{"id":"1","created_at":"2026-03-02T09:00:00Z","content":7,"account":{"id":"9"}}"#),
            ("in_reply_to_id", sound.replacingOccurrences(of: #""content""#, with: #""in_reply_to_id":{},"content""#)),
        ] {
            var replay = MastodonReplay()
            try replay.introduce()
            try replay.answer(
                #"[{"id":"2","type":"mention","status":\#(sound)},{"id":"1","type":"mention","status":\#(record)}]"#)
            #expect(replay.posts.count == 1)
            #expect(replay.broken.map(\.field) == ["status.\(field)"])
            // What was kept can be read again once the program has learned it.
            let reader = MastodonPostReader(network: MastodonWorld.network)
            let raw = try #require(replay.broken.first).raw
            #expect(throws: BrokenRecord.self) { _ = try reader.report(from: raw, place: "again") }
        }
    }

    @Test func `another account behind the same source has lists of its own`() throws {
        var replay = MastodonReplay()
        try replay.introduce()
        try replay.answer(MastodonWorld.fixture("mentions-page"))
        let cursor = try MastodonCursor(encoded: try #require(replay.cursor))
        var next = MastodonReplay(cursor: cursor, at: MastodonWorld.now + 86_400)
        try next.answer(MastodonWorld.fixture("instance-4.6"))
        try next.answer(#"{"id":"8","acct":"flinkbus"}"#)
        #expect(next.path == notifications)
    }

    @Test func `a pause asked for with the last answer is told, too`() throws {
        var replay = MastodonReplay()
        try replay.introduce()
        try replay.answer("[]")
        try replay.answer(
            "[]",
            MastodonWorld.answer(
                200, [("X-RateLimit-Remaining", "0"), ("X-RateLimit-Reset", "2026-03-02T12:05:00.000000Z")]))
        #expect(replay.poll.next(at: replay.now) == .done)
        #expect(replay.poll.pausedUntil == replay.now + 300)
    }

    @Test func `random bytes are never a trap`() throws {
        var chance = SeededGenerator(seed: 3)
        let page = Array(try MastodonWorld.fixture("mentions-page"))
        for _ in 0..<300 {
            var bytes = page
            for _ in 0..<Int.random(in: 1...20, using: &chance) {
                bytes[Int.random(in: bytes.indices, using: &chance)] = UInt8.random(in: 0...255, using: &chance)
            }
            if Bool.random(using: &chance) {
                bytes = Array(bytes.prefix(Int.random(in: 0...bytes.count, using: &chance)))
            }
            var replay = MastodonReplay()
            try replay.introduce()
            try? replay.answer(Data(bytes))
        }
    }
}
