import Foundation
import GRDB
import SQLiteStorage
import Storage
import TestSupport
import Testing

@Suite struct `What is due` {
    @Test(
        "is answered from an index alone, in its order",
        arguments: [
            (SQLiteStore.queue, "conversations_queued", "queue_at>? AND queue_at<?", 2),
            (SQLiteStore.resolving, "conversations_resolving", "resolution_at>? AND resolution_at<?", 3),
            (SQLiteStore.resting, "conversations_resting", "rests_until>?", 2),
        ])
    func plan(statement: String, index: String, range: String, parameters: Int) async throws {
        try await ProjectFiles.withTemporaryFolder { folder async throws in
            let file = folder.appending(path: "antwort.db")
            try SQLiteStore(path: file.path, access: .creating).close()
            let steps = try await DatabaseQueue(path: file.path).read { database in
                try Row.fetchAll(
                    database, sql: "EXPLAIN QUERY PLAN " + statement,
                    arguments: StatementArguments(Array(repeating: 1, count: parameters))
                ).map { $0["detail"] as String }
            }
            // One range of the index, and each row's companions by their row number: the size of the store does not matter.
            #expect(steps.first == "SEARCH conversations USING INDEX \(index) (\(range))")
            #expect(steps.dropFirst().allSatisfy { $0.contains("USING INTEGER PRIMARY KEY") })
            #expect(!steps.contains { $0.contains("TEMP B-TREE") || $0.contains("SCAN") })
        }
    }
}
