import Dialogue
import ServiceHours
import Storage
import Testing

@Suite struct `Keeping notices` {
    private static func key(
        _ subject: String, _ level: NoticeLevel = .breach, on channel: String = "mail", number: Int = 0
    ) -> NoticeKey {
        NoticeKey(subject: subject, level: level, recipient: channel, number: number)
    }

    private static func notice(_ key: NoticeKey, at minutes: Int64 = 0, origin: String = "p1") -> NoticeRecord {
        NoticeRecord(
            key: key, subject: .wait(conversation: "c1", origin: origin, kind: .nextResponse),
            recipients: ["dienst@example.org", "a\nb\u{0}"], queuedAt: Sample.start + minutes * 60)
    }

    @Test(arguments: Keeper.allCases)
    func `each key is announced once`(keeper: Keeper) async throws {
        try await keeper.withStore { store async throws in
            let first = Self.notice(Self.key("a"))
            let source = NoticeRecord(
                key: Self.key("b", .source, on: "a/b ü"), subject: .source(name: "social"), recipients: [],
                queuedAt: Sample.start, state: .failed, attempts: 3, lastError: "no answer")
            let reply = NoticeRecord(
                key: Self.key("c", .source), subject: .outbox(row: "o1", conversation: "c1"), recipients: ["x"],
                queuedAt: Sample.start, state: .sent, attempts: 1, sentAt: Sample.start + 1)
            #expect(try await store.enqueue([first, source, Self.notice(first.key, origin: "p2"), reply]) == 3)
            #expect(try await store.enqueue([Self.notice(first.key, at: 9), Self.notice(Self.key("d"))]) == 1)
            #expect(try await store.enqueue([]) == 0)
            let asked: Set = [first.key, source.key, reply.key, Self.key("a", .warn), Self.key("a", number: 1)]
            #expect(
                try await store.noticeRecords(keys: asked)
                    == [first.key: first, source.key: source, reply.key: reply])
        }
    }

    @Test("a key whose text does not name it is a defect of the caller", arguments: Keeper.allCases)
    func unnamed(keeper: Keeper) async throws {
        try await keeper.withStore { store async throws in
            for key in [Self.key(""), Self.key("a/b"), Self.key("a", number: -1)] {
                await #expect {
                    _ = try await store.enqueue([Self.notice(Self.key("sound")), Self.notice(key)])
                } throws: {
                    ($0 as? StorageError)?.code == .internal
                }
            }
            #expect(try await store.notices(before: nil, limit: 9) == [])
        }
    }

    @Test(arguments: Keeper.allCases)
    func `what was delivered once stays delivered, what was not is tried again`(keeper: Keeper) async throws {
        try await keeper.withStore { store async throws in
            let keys = ["a", "b", "c"].map { Self.key($0) }
            _ = try await store.enqueue(keys.map { Self.notice($0) })
            try await store.record(NoticeDelivery(of: [keys[0], keys[1], Self.key("nobody")], .failed("refused")))
            let failed = try await store.noticeRecords(keys: [keys[0]])[keys[0]]
            #expect(failed?.state == .failed)
            #expect(failed?.attempts == 1)
            #expect(failed?.lastError == "refused")
            #expect(failed?.sentAt == nil)
            #expect(try await store.undelivered(limit: 9).map(\.key) == keys)

            try await store.record(NoticeDelivery(of: [keys[0]], .sent(at: Sample.start + 5)))
            // A second run delivered it as well, and a third could not.
            try await store.record(NoticeDelivery(of: [keys[0]], .sent(at: Sample.start + 9)))
            try await store.record(NoticeDelivery(of: [keys[0]], .failed("late")))
            let sent = try await store.noticeRecords(keys: [keys[0]])[keys[0]]
            #expect(sent?.state == .sent)
            #expect(sent?.attempts == 4)
            #expect(sent?.sentAt == Sample.start + 5)
            #expect(sent?.lastError == nil)
            #expect(try await store.undelivered(limit: 9).map(\.key) == [keys[1], keys[2]])
            #expect(try await store.undelivered(limit: 1).map(\.key) == [keys[1]])
            #expect(try await store.undelivered(limit: -1) == [])
            #expect(try await store.notices(before: nil, limit: 9).count == 3)
        }
    }

    @Test(arguments: Keeper.allCases)
    func `what a channel was told stays open until it was told the end`(keeper: Keeper) async throws {
        try await keeper.withStore { store async throws in
            let told = [
                Self.key("a", .warn), Self.key("a", .warn, number: 1), Self.key("a"), Self.key("a", on: "chat"),
                Self.key("b"),
            ]
            _ = try await store.enqueue(told.enumerated().map { Self.notice($1, at: Int64($0)) })
            let about = try await store.notices(about: ["a", "none"])
            #expect(about.mapValues { $0.map(\.key) } == ["a": Array(told[0..<4])])
            #expect(try await store.notices(about: []).isEmpty)
            #expect(try await store.openNotices(after: nil, limit: 9).map(\.key) == told)

            #expect(try await store.enqueue([Self.notice(Self.key("a", .recovery), at: 9)]) == 1)
            #expect(try await store.openNotices(after: nil, limit: 9).map(\.key) == [told[3], told[4]])
            // What comes after the end is over as well.
            #expect(try await store.enqueue([Self.notice(Self.key("a", .crisis), at: 10)]) == 1)
            #expect(try await store.openNotices(after: nil, limit: 1).map(\.key) == [told[3]])
            let position = try #require(try await store.openNotices(after: nil, limit: 1).last?.position)
            #expect(try await store.openNotices(after: position, limit: 9).map(\.key) == [told[4]])
            #expect(try await store.openNotices(after: nil, limit: -1) == [])
            #expect(try await store.notices(about: ["a"])["a"]?.count == 6)
        }
    }

    @Test(arguments: Keeper.allCases)
    func `undelivered notices come oldest first, pages newest first`(keeper: Keeper) async throws {
        try await keeper.withStore { store async throws in
            let notices = (0..<9).map { Self.notice(Self.key("k\($0 % 4)\($0)"), at: Int64($0 / 3)) }
            _ = try await store.enqueue(notices.shuffled())
            var found: [NoticeRecord] = []
            while true {
                let page = try await store.notices(before: found.last?.position, limit: 2)
                if page.isEmpty { break }
                found += page
            }
            let ordered = notices.sorted { ($1.queuedAt, $1.key.text) < ($0.queuedAt, $0.key.text) }
            #expect(found == ordered)
            #expect(try await store.undelivered(limit: 99) == ordered.reversed())
            #expect(try await store.notices(before: nil, limit: 0) == [])
        }
    }
}
