import Dialogue
import GRDB
package import Storage

/// The store that lives in one SQLite file.
///
/// Commits are serialized by one writing connection with synchronous FULL: when a call returns, what it wrote survives the loss of power.
/// Questions are answered by reading connections and never hold a commit up; neither do other processes on the same file, for which a
/// call waits up to five seconds.
package final class SQLiteStore: Store {
    package let path: String
    private let writer: DatabaseQueue
    private let readers: DatabasePool?
    private let known = KnownRows()

    /// Opens the store at `path`.
    ///
    /// The file is made readable and writable by its owner alone; SQLite gives the files beside it the same permissions.
    /// - Throws: `cannotOpen` (also where it is missing and not to be made), `notAStore`, `newerSchema`, `busy`, `full`, `io`.
    package init(path: String, access: StoreAccess) throws(StorageError) {
        self.path = path
        let opened = try StoreFile(path: path).open(access)
        writer = opened.main
        readers = opened.readers
    }

    /// Closes the file; the last to close it takes its companions away. Any later call is answered `internal`.
    package func close() throws(StorageError) {
        do {
            try readers?.close()
            try writer.close()
        } catch {
            throw StorageError(error, path: path)
        }
    }

    // A reader that were closed last could not take the log beside the file away, and a log that stays is read whole by each later run.
    deinit {
        try? close()
    }

    // MARK: How every question and every change is performed

    /// Answers a question from one snapshot, beside whatever is being written.
    func read<Answer: Sendable>(
        _ question: @escaping @Sendable (Database) throws -> Answer
    ) async throws(StorageError) -> Answer {
        guard let readers else { return try await readInTurn { database, _ in try question(database) } }
        let path = path
        let answer: Result<Answer, StorageError> = await withCheckedContinuation { continuation in
            readers.asyncUnsafeRead { access in
                let answer = Result { try access.get().snapshot(question) }
                continuation.resume(returning: answer.mapError { StorageError($0, path: path) })
            }
        }
        return try answer.get()
    }

    /// Answers a question on the writing connection, in turn with commits.
    ///
    /// For what is asked before each commit: this connection's page cache survives its own commits, a reader's does not.
    func readInTurn<Answer: Sendable>(
        _ question: @escaping @Sendable (Database, KnownRows) throws -> Answer
    ) async throws(StorageError) -> Answer {
        try await inTurn { database, known in
            try database.snapshot { try question($0, known) }
        }
    }

    /// Changes something whole or not at all.
    func write<Answer: Sendable>(
        _ change: @escaping @Sendable (Database, KnownRows) throws -> Change<Answer>
    ) async throws(StorageError) -> Answer {
        try await inTurn { database, known in
            try database.change(known) { try change($0, known) }
        }
    }

    /// Runs on the writing connection. It is not interrupted when the calling task is cancelled: what has begun ends within a moment, and
    /// its answer is true.
    private func inTurn<Answer: Sendable>(
        _ body: @escaping @Sendable (Database, KnownRows) throws -> Answer
    ) async throws(StorageError) -> Answer {
        let path = path
        let known = known
        let answer: Result<Answer, StorageError> = await withCheckedContinuation { continuation in
            writer.asyncWriteWithoutTransaction { database in
                let answer = Result { try body(database, known) }
                continuation.resume(returning: answer.mapError { StorageError($0, path: path) })
            }
        }
        return try answer.get()
    }
}
