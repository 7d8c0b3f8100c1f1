package import ServiceHours

/// A promise: how soon a customer hears from us, in service time of one calendar.
package struct Target: Hashable, Sendable {
    package let name: String
    /// The name of the calendar in whose opening hours the promise counts.
    package let calendar: String
    /// Service seconds from the first post to the first answer; > 0.
    package let firstResponse: Seconds
    /// Service seconds from a later post to its answer; > 0.
    package let nextResponse: Seconds
    /// Service seconds from the first post until the matter is resolved; > 0, nil where nothing of the kind is promised.
    package let resolution: Seconds?
    /// Shares of the target, in percent (1...99, rising), at which on-call is warned.
    package let warnAtPercent: [Int]
    /// Whether an answer that leaves nothing unanswered means waiting for the customer, and stops the count until the resolution.
    package let pausesOnAnswer: Bool
    /// The silence after the brand's part, in wall time, after which a matter counts as resolved; nil for never.
    package let autoResolve: Seconds?
    /// For which matters it is meant; nil for all.
    package let condition: TargetCondition?

    /// Seven days.
    package static let usualAutoResolve: Seconds = 7 * 86_400

    package init(
        name: String, calendar: String, firstResponse: Seconds, nextResponse: Seconds, resolution: Seconds? = nil,
        warnAtPercent: [Int] = [], pausesOnAnswer: Bool = true, autoResolve: Seconds? = Target.usualAutoResolve,
        condition: TargetCondition? = nil
    ) {
        self.name = name
        self.calendar = calendar
        self.firstResponse = firstResponse
        self.nextResponse = nextResponse
        self.resolution = resolution
        self.warnAtPercent = warnAtPercent
        self.pausesOnAnswer = pausesOnAnswer
        self.autoResolve = autoResolve
        self.condition = condition
    }
}

extension Target: Codable {
    private enum CodingKeys: String, CodingKey {
        case name, calendar, firstResponse, nextResponse, resolution, warnAtPercent, pausesOnAnswer, autoResolve
        case condition
    }

    /// Versions that an older release kept say nothing of the keys it did not have: they promised the defaults.
    package init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        let autoResolve =
            values.contains(.autoResolve)
            ? try values.decodeIfPresent(Seconds.self, forKey: .autoResolve) : Self.usualAutoResolve
        self.init(
            name: try values.decode(String.self, forKey: .name),
            calendar: try values.decode(String.self, forKey: .calendar),
            firstResponse: try values.decode(Seconds.self, forKey: .firstResponse),
            nextResponse: try values.decode(Seconds.self, forKey: .nextResponse),
            resolution: try values.decodeIfPresent(Seconds.self, forKey: .resolution),
            warnAtPercent: try values.decode([Int].self, forKey: .warnAtPercent),
            pausesOnAnswer: try values.decodeIfPresent(Bool.self, forKey: .pausesOnAnswer) ?? true,
            autoResolve: autoResolve,
            condition: try values.decodeIfPresent(TargetCondition.self, forKey: .condition))
    }

    package func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: CodingKeys.self)
        try values.encode(name, forKey: .name)
        try values.encode(calendar, forKey: .calendar)
        try values.encode(firstResponse, forKey: .firstResponse)
        try values.encode(nextResponse, forKey: .nextResponse)
        try values.encodeIfPresent(resolution, forKey: .resolution)
        try values.encode(warnAtPercent, forKey: .warnAtPercent)
        try values.encode(pausesOnAnswer, forKey: .pausesOnAnswer)
        // null says never; a key that is missing says the usual.
        try values.encode(autoResolve, forKey: .autoResolve)
        try values.encodeIfPresent(condition, forKey: .condition)
    }
}
