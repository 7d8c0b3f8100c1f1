package import ServiceHours

/// A promise: how soon a customer hears from us, in service time of one calendar.
package struct Target: Hashable, Sendable, Codable {
    package let name: String
    /// The name of the calendar in whose opening hours the promise counts.
    package let calendar: String
    /// Service seconds from the first post to the first answer; > 0.
    package let firstResponse: Seconds
    /// Service seconds from a later post to its answer; > 0.
    package let nextResponse: Seconds
    /// Shares of the target, in percent (1...99, rising), at which on-call is warned.
    package let warnAtPercent: [Int]

    package init(
        name: String, calendar: String, firstResponse: Seconds, nextResponse: Seconds, warnAtPercent: [Int] = []
    ) {
        self.name = name
        self.calendar = calendar
        self.firstResponse = firstResponse
        self.nextResponse = nextResponse
        self.warnAtPercent = warnAtPercent
    }
}
