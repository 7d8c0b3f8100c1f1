import Dialogue
import Foundation
import SQLiteStorage
import ServiceHours
import Storage
import TestSupport
import Testing

@Suite struct `Opening a SQLite store` {
    @Test func `a store is for its owner alone, whatever the umask`() async throws {
        try await ProjectFiles.withTemporaryFolder { folder async throws in
            let path = folder.appending(path: "antwort.db").path
            let store = try SQLiteStore(path: path, access: .creating)
            _ = try await store.commit(Sample.commit("p", [Sample.write("p")]))
            let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
            #expect(names == ["antwort.db", "antwort.db-shm", "antwort.db-wal"])
            for name in names {
                let attributes = try FileManager.default.attributesOfItem(atPath: folder.appending(path: name).path)
                #expect(attributes[.posixPermissions] as? Int == 0o600, "\(name)")
            }
            try store.close()
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["antwort.db"])
        }
    }

    @Test func `what was committed is there when it is opened again`() async throws {
        try await ProjectFiles.withTemporaryFolder { folder async throws in
            let path = folder.appending(path: "antwort.db").path
            let first = try SQLiteStore(path: path, access: .creating)
            let record = Sample.conversation("c", in: Sample.thread("p"), wait: Sample.clock(dueAt: 5))
            _ = try await first.commit(Sample.commit("p", [Sample.write("p", "words")], conversations: [record]))
            try first.close()
            for access in [StoreAccess.creating, .writing, .reading] {
                let again = try SQLiteStore(path: path, access: access)
                #expect(try await again.thread(Sample.thread("p"))?.posts.count == 1)
                #expect(try await again.queue(dueUntil: nil, limit: 9) == [record])
                #expect(try await again.texts(of: "p") == ["words"])
                try again.close()
            }
        }
    }

    @Test func `a store that is let go leaves one file behind, as a closed one does`() async throws {
        try await ProjectFiles.withTemporaryFolder { folder async throws in
            try await Self.commitOnce(to: folder.appending(path: "antwort.db").path)
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["antwort.db"])
        }
    }

    @Test func `a missing store is made only where that was asked for`() async throws {
        try await ProjectFiles.withTemporaryFolder { folder async throws in
            let path = folder.appending(path: "antwort.db").path
            for access in [StoreAccess.reading, .writing] {
                #expect(fails(with: .cannotOpen) { _ = try SQLiteStore(path: path, access: access) })
            }
            #expect(
                fails(with: .cannotOpen) { _ = try SQLiteStore(path: path + "/missing/antwort.db", access: .creating) })
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
        }
    }

    @Test func `reading creates nothing, changes nothing and cannot write`() async throws {
        try await ProjectFiles.withTemporaryFolder { folder async throws in
            let path = folder.appending(path: "antwort.db").path
            let made = try SQLiteStore(path: path, access: .creating)
            _ = try await made.commit(Sample.commit("p", [Sample.write("p")]))
            try made.close()
            let before = try Data(contentsOf: URL(fileURLWithPath: path))
            let reader = try SQLiteStore(path: path, access: .reading)
            #expect(try await reader.threads(touchedBy: [Sample.id("p")]).count == 1)
            await #expect(throws: StorageError.self) {
                _ = try await reader.commit(Sample.commit("q", [Sample.write("q")]))
            }
            await #expect(throws: StorageError.self) { try await reader.add(sources: ["s"], at: Sample.start) }
            try reader.close()
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["antwort.db"])
            #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == before)
        }
    }

    @Test(.enabled(if: geteuid() != 0, "permissions do not hold for root"))
    func `a store that may only be read is read as it lies`() async throws {
        try await ProjectFiles.withTemporaryFolder { folder async throws in
            let path = folder.appending(path: "antwort ?#%.db").path
            let made = try SQLiteStore(path: path, access: .creating)
            _ = try await made.commit(Sample.commit("p", [Sample.write("p")]))
            try made.close()
            try FileManager.default.setAttributes([.posixPermissions: 0o500], ofItemAtPath: folder.path)
            defer { try? FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: folder.path) }
            let reader = try SQLiteStore(path: path, access: .reading)
            #expect(try await reader.totals().posts == 1)
            try reader.close()
        }
    }

    @Test func `an empty file is a store that was not finished`() async throws {
        try await ProjectFiles.withTemporaryFolder { folder async throws in
            let path = folder.appending(path: "antwort.db").path
            #expect(FileManager.default.createFile(atPath: path, contents: Data()))
            #expect(fails(with: .cannotOpen) { _ = try SQLiteStore(path: path, access: .reading) })
            let store = try SQLiteStore(path: path, access: .writing)
            #expect(try await store.totals().posts == 0)
            try store.close()
        }
    }

    @Test("what is not ours is refused and left alone", arguments: [StoreAccess.reading, .writing, .creating])
    func foreign(access: StoreAccess) async throws {
        try await ProjectFiles.withTemporaryFolder { folder async throws in
            let text = folder.appending(path: "text.db")
            try Data(String(repeating: "No database at all. ", count: 500).utf8).write(to: text)
            let path = folder.appending(path: "other.db")
            try await Self.storeWithHeader(at: path, applicationID: 0x1234_5678, version: 1)
            for file in [text, path] {
                let before = try Data(contentsOf: file)
                #expect(fails(with: .notAStore) { _ = try SQLiteStore(path: file.path, access: access) })
                #expect(try Data(contentsOf: file) == before)
            }
        }
    }

    @Test("a newer schema is refused and left alone", arguments: [StoreAccess.reading, .writing, .creating])
    func newer(access: StoreAccess) async throws {
        try await ProjectFiles.withTemporaryFolder { folder async throws in
            let file = folder.appending(path: "antwort.db")
            try await Self.storeWithHeader(at: file, applicationID: nil, version: 4711)
            let before = try Data(contentsOf: file)
            #expect(fails(with: .newerSchema) { _ = try SQLiteStore(path: file.path, access: access) })
            #expect(try Data(contentsOf: file) == before)
        }
    }

    @Test func `eight that open a new store at once all find it finished`() async throws {
        try await ProjectFiles.withTemporaryFolder { folder async throws in
            let path = folder.appending(path: "antwort.db").path
            try await withThrowingTaskGroup { group in
                for number in 0..<8 {
                    group.addTask {
                        let store = try SQLiteStore(path: path, access: .creating)
                        let id = "p\(number)"
                        #expect(try await store.commit(Sample.commit(id, [Sample.write(id)])) == .committed)
                        try store.close()
                    }
                }
                try await group.waitForAll()
            }
            let store = try SQLiteStore(path: path, access: .writing)
            #expect(try await store.totals().posts == 8)
            try store.close()
        }
    }

    @Test func `a closed store answers with an error`() async throws {
        try await ProjectFiles.withTemporaryFolder { folder async throws in
            let store = try SQLiteStore(path: folder.appending(path: "antwort.db").path, access: .creating)
            try store.close()
            await #expect(throws: StorageError.self) { _ = try await store.totals() }
            await #expect(throws: StorageError.self) { _ = try await store.threads(touchedBy: [Sample.id("p")]) }
            await #expect(throws: StorageError.self) {
                _ = try await store.commit(Sample.commit("p", [Sample.write("p")]))
            }
        }
    }

    /// A store whose header says something else: the file format keeps `user_version` at byte 60 and `application_id` at byte 68.
    private static func commitOnce(to path: String) async throws {
        let store = try SQLiteStore(path: path, access: .creating)
        _ = try await store.commit(Sample.commit("p", [Sample.write("p")]))
    }

    private static func storeWithHeader(at file: URL, applicationID: UInt32?, version: UInt32) async throws {
        try SQLiteStore(path: file.path, access: .creating).close()
        var bytes = try Data(contentsOf: file)
        func put(_ value: UInt32, at offset: Int) {
            for index in 0..<4 { bytes[offset + index] = UInt8(truncatingIfNeeded: value >> (24 - 8 * index)) }
        }
        put(version, at: 60)
        if let applicationID { put(applicationID, at: 68) }
        try bytes.write(to: file)
    }

    /// Whether `body` fails with this code.
    private func fails(with code: StorageError.Code, _ body: () throws -> Void) -> Bool {
        do {
            try body()
            return false
        } catch {
            return (error as? StorageError)?.code == code
        }
    }
}
