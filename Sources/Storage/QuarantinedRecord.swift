package import ServiceHours

/// A record that could not be read, kept byte for byte until somebody replays it or gives it up.
package struct QuarantinedRecord: Hashable, Sendable {
    package let id: Int64
    package let source: String
    package let place: String
    package let code: String
    package let reason: String
    package let raw: [UInt8]
    package let at: Instant

    package init(id: Int64, source: String, place: String, code: String, reason: String, raw: [UInt8], at: Instant) {
        self.id = id
        self.source = source
        self.place = place
        self.code = code
        self.reason = reason
        self.raw = raw
        self.at = at
    }
}
