import Foundation
import SQLiteStorage
import Storage
import Testing

/// The stores that have to keep the contract.
enum Keeper: CaseIterable, CustomTestStringConvertible {
    case memory
    case sqlite

    var testDescription: String {
        switch self {
        case .memory: "memory"
        case .sqlite: "SQLite"
        }
    }

    /// Hands a new, empty store to `body`.
    func withStore(_ body: (any Store) async throws -> Void) async throws {
        switch self {
        case .memory:
            try await body(MemoryStore())
        case .sqlite:
            let folder = Self.quickFolder.appending(path: "antwort-test-\(UUID().uuidString)")
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            defer { try? FileManager.default.removeItem(at: folder) }
            let store = try SQLiteStore(path: folder.appending(path: "antwort.db").path, access: .creating)
            try await body(store)
            try store.close()
        }
    }

    /// Where a commit does not wait for a disk, if there is such a place: a thousand of them take seconds otherwise.
    private static var quickFolder: URL {
        let shared = URL(fileURLWithPath: "/dev/shm")
        let isThere = FileManager.default.isWritableFile(atPath: shared.path)
        return isThere ? shared : FileManager.default.temporaryDirectory
    }
}
