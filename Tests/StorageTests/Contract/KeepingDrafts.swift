import Dialogue
import ServiceHours
import Storage
import Testing

@Suite struct `Keeping drafts` {
    /// A draft with something in every field, and words that are easily damaged.
    private static func full(_ id: String, words: String, conversation: String = "c1") -> Draft {
        let findings = [
            CheckFinding(rule: "length", level: .block, message: "zu lang: \"501\"\n\u{0}\\"),
            CheckFinding(rule: "", level: .info, message: ""),
        ]
        return Draft(
            id: id, conversation: conversation, account: "brand",
            target: DraftTarget(
                key: PostKey(network: Network("mastodon:social.example"), remoteID: "p1"),
                hash: ContentHash(high: .max, low: 1), visibility: .unlisted),
            revision: ConversationRevision(hex: "c0ffee"), body: ReplyText(words), origin: .byHand(by: "Ötto"),
            candidates: [
                OfferedText(
                    text: ReplyText(words), origin: .template("a/b"), findings: findings,
                    expiresAt: Instant(seconds: .max)),
                OfferedText(text: ReplyText(""), origin: .byHand(by: ""), findings: []),
            ],
            findings: findings, createdAt: Instant(seconds: -5), expiresAt: Instant(seconds: 7))
    }

    private static let words = [
        "", "Guten Tag 👋🏽", "a\u{0}b", "e\u{301}\u{FEFF}\u{202E}", "\"'\\/\r\n\t", String(repeating: "ü", count: 60_000),
        // Longer in normal form than as typed, beyond what is taken anew.
        String(repeating: "\u{344}", count: 49_999),
    ]

    @Test(arguments: Keeper.allCases)
    func `a draft comes back as it was saved`(keeper: Keeper) async throws {
        try await keeper.withStore { store async throws in
            for (index, words) in Self.words.enumerated() {
                let draft = Self.full("d\(index)", words: words)
                #expect(try await store.save(draft) == .committed)
                let entries = try await store.drafts(idPrefix: "d\(index)")
                #expect(entries == [DraftEntry(draft: draft, decision: nil)])
                #expect(entries.first.map { Array($0.draft.body.text.utf8) } == Array(draft.body.text.utf8))
                #expect(try await store.versions(ofDraft: draft.id) == [draft])
            }
            #expect(try await store.undecidedDrafts(after: nil, limit: 99).count == Self.words.count)
        }
    }

    @Test(arguments: Keeper.allCases)
    func `each version replaces the one before, which is kept`(keeper: Keeper) async throws {
        try await keeper.withStore { store async throws in
            let first = try ReplySample.draft()
            let second = try ReplySample.edited(first, "Wir bedauern das.")
            let third = try ReplySample.edited(second, "Entschuldigung!")
            #expect(try await store.save(second) == .superseded)
            for draft in [first, second, third] { #expect(try await store.save(draft) == .committed) }
            // Every version that is stored, one that left one out, and one nobody can have seen.
            for draft in [first, second, third, try ReplySample.edited(try ReplySample.edited(third, "x"), "y")] {
                #expect(try await store.save(draft) == .superseded)
            }
            #expect(try await store.drafts(idPrefix: "d1") == [DraftEntry(draft: third, decision: nil)])
            #expect(try await store.versions(ofDraft: "d1") == [first, second, third])
            #expect(try await store.versions(ofDraft: "d") == [])
            #expect(try await store.undecidedDrafts(after: nil, limit: 9) == [third])
            #expect(try await store.undecidedDrafts(after: nil, limit: 99).count == 1)
        }
    }

    @Test("a version below 1 is a defect of the caller", arguments: Keeper.allCases)
    func versionBelowOne(keeper: Keeper) async throws {
        try await keeper.withStore { store async throws in
            let sound = try ReplySample.draft()
            for version in [0, -1, .min] {
                let draft = Draft(
                    id: "d1", version: version, conversation: sound.conversation, account: sound.account,
                    target: sound.target, revision: sound.revision, body: sound.body, origin: sound.origin,
                    createdAt: sound.createdAt)
                await #expect(throws: StorageError.self) { _ = try await store.save(draft) }
            }
            #expect(try await store.draftIDs() == [])
        }
    }

    @Test(arguments: Keeper.allCases)
    func `what was decided is not edited any more`(keeper: Keeper) async throws {
        try await keeper.withStore { store async throws in
            let draft = try ReplySample.draft()
            _ = try await store.save(draft)
            #expect(try await store.decide(try ReplySample.rejection(of: draft), sending: nil) == .committed)
            #expect(try await store.save(try ReplySample.edited(draft, "Anders")) == .superseded)
            #expect(try await store.versions(ofDraft: "d1") == [draft])
        }
    }

    @Test(arguments: Keeper.allCases)
    func `drafts are found by prefix, by conversation and by whether they are decided`(keeper: Keeper) async throws {
        try await keeper.withStore { store async throws in
            var drafts: [String: Draft] = [:]
            for (id, root, minutes) in [("ab%c", "p1", 3), ("ab_c", "p1", 1), ("b", "p2", 2), ("B", "p3", 2)] {
                let draft = try ReplySample.draft(id, answering: root, at: Int64(minutes))
                drafts[id] = draft
                _ = try await store.save(draft)
            }
            func prefixed(_ prefix: String) async throws -> [String] {
                try await store.drafts(idPrefix: prefix).map(\.draft.id)
            }
            #expect(try await prefixed("ab") == ["ab%c", "ab_c"])
            #expect(try await prefixed("ab_") == ["ab_c"])
            #expect(try await prefixed("B") == ["B"])
            #expect(try await prefixed("") == ["B", "ab%c"])
            #expect(try await prefixed("c") == [])

            let first = try #require(drafts["ab%c"]?.conversation)
            let second = try #require(drafts["b"]?.conversation)
            let found = try await store.drafts(of: [first, second, "none"])
            #expect(found.mapValues { $0.map(\.draft.id) } == [first: ["ab_c", "ab%c"], second: ["b"]])
            #expect(try await store.drafts(of: []).isEmpty)

            let rejected = try ReplySample.rejection(of: try #require(drafts["ab_c"]))
            _ = try await store.decide(rejected, sending: nil)
            #expect(try await store.undecidedDrafts(after: nil, limit: 9).map(\.id) == ["B", "ab%c", "b"])
            #expect(try await store.undecidedDrafts(after: "B", limit: 1).map(\.id) == ["ab%c"])
            #expect(try await store.undecidedDrafts(after: "b", limit: 9) == [])
            #expect(try await store.undecidedDrafts(after: nil, limit: -1) == [])
            #expect(try await store.undecidedDrafts(after: nil, limit: 99).count == 3)
            // What was decided is listed, with its decision.
            #expect(try await store.drafts(of: [first])[first]?.map(\.decision) == [rejected, nil])
        }
    }

    @Test(arguments: Keeper.allCases)
    func `pages hold every draft once, newest version first`(keeper: Keeper) async throws {
        try await keeper.withStore { store async throws in
            for index in 0..<9 {
                _ = try await store.save(
                    try ReplySample.draft("d\(index % 5)\(index)", answering: "p\(index)", at: Int64(index / 4)))
            }
            let oldest = try #require(try await store.drafts(before: nil, limit: 9).last?.draft)
            _ = try await store.save(try ReplySample.edited(oldest, "Anders", at: 77))
            var found: [DraftEntry] = []
            while true {
                let page = try await store.drafts(before: found.last?.position, limit: 2)
                if page.isEmpty { break }
                found += page
            }
            let positions = found.map { ($0.draft.createdAt, $0.draft.id) }
            #expect(positions.map(\.1) == positions.sorted { $1 < $0 }.map(\.1))
            #expect(found.first?.draft.id == oldest.id)
            #expect(Set(found.map(\.draft.id)).count == 9)
            #expect(found.count == 9)
            #expect(try await store.drafts(before: nil, limit: 0) == [])
        }
    }
}
