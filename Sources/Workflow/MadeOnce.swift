import Synchronization

/// What a run makes when it is first wanted, and once: reading lexicons or templates takes longer than a poll that brings nothing.
package final class MadeOnce<Made: Sendable>: Sendable {
    private let make: @Sendable () throws -> Made
    private let made = Mutex<Result<Made, any Error>?>(nil)

    package init(_ make: @escaping @Sendable () throws -> Made) {
        self.make = make
    }

    /// What was made.
    /// - Throws: what making it threw, each time.
    package var value: Made {
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
