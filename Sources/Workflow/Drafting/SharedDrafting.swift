package import Drafting
import Synchronization

/// The draft writer of a run, made when the first draft is wanted: reading all templates takes longer than a poll that brings nothing.
package final class SharedDrafting: Sendable {
    private let make: @Sendable () throws -> DraftWriter
    private let made = Mutex<Result<DraftWriter, any Error>?>(nil)

    package init(_ make: @escaping @Sendable () throws -> DraftWriter) {
        self.make = make
    }

    /// The writer.
    /// - Throws: what making it threw, each time.
    package var writer: DraftWriter {
        get throws {
            try made.withLock { known in
                if let known { return try known.get() }
                let result = Result { try make() }
                known = result
                return try result.get()
            }
        }
    }
}
