import Dialogue
import Foundation
import SQLiteStorage
import ServiceHours
import Storage
import TestSupport
import Testing

@Suite struct `A file changed behind our back` {
    private static let words = "Die genehmigten Worte."

    /// Makes a store with an approved reply, changes its file, and hands it over opened.
    private static func withTampered(
        _ tamper: (URL) throws -> Void, _ body: (SQLiteStore) async throws -> Void
    ) async throws {
        try await ProjectFiles.withTemporaryFolder { folder async throws in
            let file = folder.appending(path: "antwort.db")
            let made = try SQLiteStore(path: file.path, access: .creating)
            _ = try await made.queue("o1", draft: "d1", words)
            _ = try await made.queue("o2", draft: "d2", answering: "p2", "Andere Worte.")
            try made.close()
            try tamper(file)
            let store = try SQLiteStore(path: file.path, access: .writing)
            try await body(store)
            // The neighbour is untouched.
            #expect(try await store.entry("o2").row().body.text == "Andere Worte.")
            try store.close()
        }
    }

    @Test(
        "comes back as it stands, and is no row to act upon",
        arguments: [
            ("Die genehmigten Worte.", "Die gefaelschten Worte"), ("\"status\":1", "\"status\":2"),
            ("/api/v1/statuses", "/api/v1/accounts"), ("key-1", "key-2"), ("Berta", "Gerda"),
        ])
    func seal(old: String, new: String) async throws {
        try await ProjectFiles.withTemporaryFolder { folder async throws in
            let file = folder.appending(path: "antwort.db")
            let made = try SQLiteStore(path: file.path, access: .creating)
            let sound = try await made.queue("o1", draft: "d1", Self.words)
            #expect(try sound.row().body.text == Self.words)
            try made.close()
            #expect(try StoreBytes.replace(old, by: new, in: file) > 0)
            let store = try SQLiteStore(path: file.path, access: .writing)
            let entry = try await store.entry("o1")
            #expect(entry != sound)
            #expect(throws: ReviewError.self) { _ = try entry.row() }
            #expect(try await store.unfinishedOutbox(limit: 9) == [entry])
            try store.close()
        }
    }

    @Test func `bytes that are no text come back as they are`() async throws {
        let bytes = [0xFF, 0x00, 0xC3] + Array(Self.words.utf8.dropFirst(3))
        try await Self.withTampered {
            try StoreBytes.replace(Array(Self.words.utf8), by: bytes, in: $0)
        } _: { store async throws in
            let entry = try await store.entry("o1")
            #expect(entry.body == bytes)
            #expect(throws: ReviewError.self) { _ = try entry.row() }
            // A draft holds text: it comes with the hash of what can be read of it.
            let draft = try #require(try await store.drafts(idPrefix: "d1").first)
            #expect(draft.draft.hash != entry.approval.bodyHash)
            #expect(draft.draft.hash == ReplyText(draft.draft.body.text).hash)
            #expect(throws: ReviewError.self) { _ = try Review(of: draft.draft, decision: draft.decision) }
        }
    }

    @Test func `a draft whose words were changed no longer fits its approval`() async throws {
        try await Self.withTampered { file throws in
            #expect(try StoreBytes.replace(Self.words, by: "Die gefaelschten Worte", in: file) == 2)
        } _: { store async throws in
            let entry = try #require(try await store.drafts(idPrefix: "d1").first)
            #expect(entry.draft.body.text == "Die gefaelschten Worte")
            #expect(throws: ReviewError.self) { _ = try Review(of: entry.draft, decision: entry.decision) }
        }
    }

    @Test func `a word that no release writes is damage`() async throws {
        try await ProjectFiles.withTemporaryFolder { folder async throws in
            let file = folder.appending(path: "antwort.db")
            let made = try SQLiteStore(path: file.path, access: .creating)
            _ = try await made.queue()
            try await made.step("o1", on: .withdraw(by: "Berta"), at: 3)
            try made.close()
            try StoreBytes.replace("withdrawn", by: "withdrown", in: file)
            let store = try SQLiteStore(path: file.path, access: .writing)
            await #expect {
                _ = try await store.outbox(idPrefix: "o1")
            } throws: {
                ($0 as? StorageError)?.code == .notAStore
            }
            try store.close()
        }
    }
}
