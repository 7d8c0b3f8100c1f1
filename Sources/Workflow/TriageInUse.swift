package import Dialogue

/// The triage that reads the posts of this run: made when the first one wants it, and once.
///
/// Reading lexicons and what was learned takes longer than a poll that brings nothing.
package actor TriageInUse {
    private let make: @Sendable () async throws -> TriageEngine
    private var making: Task<TriageEngine, any Error>?

    package init(_ make: @escaping @Sendable () async throws -> TriageEngine) {
        self.make = make
    }

    /// The engine.
    /// - Throws: what making it threw, each time.
    package var engine: TriageEngine {
        get async throws {
            // Sources are read side by side: whoever comes while it is being made waits for the same one.
            let making = making ?? Task { [make] in try await make() }
            self.making = making
            return try await making.value
        }
    }
}
