import ArgumentParser
import ServiceHours

/// An instant as people type it: RFC 3339 with seconds and offset.
enum InstantArgument {
    /// - Throws: a usage error that shows how to write one.
    @Sendable static func read(_ text: String) throws -> Instant {
        guard let instant = Instant(rfc3339: text) else {
            throw ValidationError("'\(text)' is not a valid time; write it as 2026-03-06T16:40:00+01:00")
        }
        return instant
    }
}
