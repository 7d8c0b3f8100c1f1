package import Dialogue
import Synchronization

/// The triage engine of a run, made when the first post needs it: reading the lexicons takes longer than a poll that brings nothing.
package final class SharedTriage: Sendable {
    private let make: @Sendable () throws -> TriageEngine
    private let made = Mutex<Result<TriageEngine, any Error>?>(nil)

    package init(_ make: @escaping @Sendable () throws -> TriageEngine) {
        self.make = make
    }

    /// The engine.
    /// - Throws: what making it threw, each time.
    package var engine: TriageEngine {
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
