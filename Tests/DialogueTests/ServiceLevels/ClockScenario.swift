import Dialogue
import Foundation
import ServiceHours
import TestSupport

/// A story of clocks in a JSON file: calendars, policies, and for each scenario its events, the instant of looking and what is expected.
struct ClockScenarioFile: Decodable, Sendable {
    struct Calendar: Decodable, Sendable {
        struct Holidays: Decodable, Sendable { let region: String }
        let hours: String
        let timezone: String
        let holidays: Holidays?
    }

    struct Policy: Decodable, Sendable {
        let first: Int64
        let next: Int64
        let resolution: Int64?
        let warn: Int64
        let pausesOnAnswer: Bool?
        /// Days of silence; never where it is missing.
        let autoResolveDays: Int64?
    }

    struct Event: Decodable, Sendable {
        let at: String
        let type: String
        let id: String?
        let by: String?
        let auto: Bool?
        let seenAt: String?
        let post: String?
        let policy: String?
        let until: String?
        let askedFor: Bool?
        let history: Bool?
        let closing: Bool?
    }

    struct Expected: Decodable, Sendable {
        let status: String
        let first: [String: Value]?
        let next: [[String: Value]]
        let resolution: [String: Value]?
    }

    enum Value: Decodable, Hashable, Sendable {
        case null
        case number(Int64)
        case text(String)

        init(from decoder: any Decoder) throws {
            let value = try decoder.singleValueContainer()
            if value.decodeNil() {
                self = .null
            } else if let number = try? value.decode(Int64.self) {
                self = .number(number)
            } else {
                self = .text(try value.decode(String.self))
            }
        }
    }

    struct Scenario: Decodable, Sendable {
        let id: String
        let title: String
        let calendar: String
        let policy: String
        let events: [Event]
        let asOf: String
        let expected: Expected

    }

    let calendars: [String: Calendar]
    let policies: [String: Policy]
    let scenarios: [Scenario]

    static func read(_ url: URL) throws -> ClockScenarioFile {
        try JSONDecoder().decode(ClockScenarioFile.self, from: Data(contentsOf: url))
    }
}

/// Plays a scenario and says what it expects otherwise.
struct ClockScenarioRun {
    struct Unreadable: Error { let what: String }

    private let file: ClockScenarioFile
    private let scenario: ClockScenarioFile.Scenario
    private let calendar: ServiceCalendar
    private let policies: ResponsePolicies
    private let asOf: Instant

    init(_ scenario: ClockScenarioFile.Scenario, of file: ClockScenarioFile) throws {
        self.file = file
        self.scenario = scenario
        guard let definition = file.calendars[scenario.calendar] else { throw Unreadable(what: scenario.calendar) }
        let zone = try ZoneRules(
            name: definition.timezone,
            tzif: Array(try Data(contentsOf: URL(filePath: "/usr/share/zoneinfo/\(definition.timezone)"))))
        let region = definition.holidays.flatMap { HolidayRegion(rawValue: $0.region) }
        calendar = ServiceCalendar(
            hours: try OpeningHours(definition.hours), zone: zone,
            holidays: region.map(HolidaySet.init(region:)) ?? .none)
        asOf = try Self.instant(scenario.asOf)

        // Each version of the promises has every policy of the file as a target, the one in force first.
        var names = [(Instant(seconds: 0), scenario.policy)]
        for event in scenario.events where event.type == "policy" {
            names.append((try Self.instant(event.at), event.policy ?? ""))
        }
        var entries: [ResponsePolicies.Entry] = []
        for (index, (effectiveFrom, name)) in names.enumerated() {
            for target in [name] + file.policies.keys.sorted().filter({ $0 != name }) {
                guard let policy = file.policies[target] else { throw Unreadable(what: target) }
                entries.append(
                    .init(
                        policy: index + 1, effectiveFrom: effectiveFrom,
                        target: Target(
                            name: target, calendar: scenario.calendar, firstResponse: policy.first,
                            nextResponse: policy.next, resolution: policy.resolution,
                            pausesOnAnswer: policy.pausesOnAnswer ?? false,
                            autoResolve: policy.autoResolveDays.map { $0 * 86_400 }), calendar: calendar))
            }
        }
        policies = ResponsePolicies(entries)
    }

    /// Every difference between what is expected and what the clocks say, for the events in the given order.
    func differences(shuffledBy generator: inout SeededGenerator) throws -> [String] {
        let known = try scenario.events.filter { try Self.instant($0.seenAt ?? $0.at) <= asOf }
        let events = try known.shuffled(using: &generator).compactMap(event)
        let clocks = ConversationClocks.run(events, under: policies)
        var found: [String] = []
        let status = clocks.standing.state(at: asOf).rawValue
        if status != scenario.expected.status { found.append("status \(status)") }
        let first = clocks.responses.last { $0.kind == .firstResponse }.map(verdict)
        let next = clocks.responses.filter { $0.kind == .nextResponse }.map(verdict)
        let resolution = clocks.resolution.map { ClockVerdict(of: $0, at: asOf, in: calendar) }
        found += try compare(first, with: scenario.expected.first, "first")
        if next.count != scenario.expected.next.count { found.append("\(next.count) next clocks") }
        for (index, (verdict, fields)) in zip(next, scenario.expected.next).enumerated() {
            found += try compare(verdict, with: fields, "next[\(index)]")
        }
        found += try compare(resolution, with: scenario.expected.resolution, "resolution")
        return found
    }

    private func verdict(_ clock: ResponseClock) -> ClockVerdict { ClockVerdict(of: clock, at: asOf, in: calendar) }

    private func event(_ event: ClockScenarioFile.Event) throws -> ClockEvent? {
        let at = try Self.instant(event.at)
        let id = event.id ?? ""
        switch event.type {
        case "post" where event.by == "customer" && event.closing != true:
            return .post(
                id, at: at, isLive: event.history != true, seenAt: try event.seenAt.map { try Self.instant($0) })
        case "post" where event.by == "brand" && event.auto != true: return .answer(id, at: at)
        case "post" where event.by == "peer": return .peerAnswer(id, at: at)
        case "post": return .talk(id, at: at)
        case "delete": return .deletion(of: event.post ?? "", at: at)
        case "edit", "policy", "merge": return nil
        case "resume": return .resume(at: at)
        case "reopen": return .reopen(at: at)
        case "priority": return .priority(event.policy ?? "", at: at)
        case "pause":
            return .pause(
                at: at, until: try event.until.map { try Self.instant($0) }, isAskedFor: event.askedFor ?? false)
        case "resolve": return .resolve(at: at)
        default: throw Unreadable(what: event.type)
        }
    }

    private func compare(
        _ verdict: ClockVerdict?, with expected: [String: ClockScenarioFile.Value]?, _ name: String
    ) throws -> [String] {
        guard let verdict, let expected else {
            return verdict == nil && expected == nil ? [] : ["\(name) is \(verdict == nil ? "missing" : "there")"]
        }
        let lead = file.policies[verdict.targetName]?.warn ?? 0
        var found: [String] = []
        for (field, value) in expected {
            let isRight: Bool
            switch field {
            case "origin": isRight = value == .text(verdict.origin)
            case "state": isRight = value == .text(verdict.state.rawValue)
            case "elapsed": isRight = value == .number(verdict.elapsed)
            case "remaining": isRight = value == .number(verdict.remaining)
            case "startedAt": isRight = try Self.is(verdict.startedAt, value)
            case "countsFrom": isRight = try Self.is(verdict.countsFrom, value)
            case "due": isRight = try Self.is(verdict.dueAt, value)
            case "endedAt": isRight = try Self.is(verdict.endedAt, value)
            case "warnAt": isRight = try Self.is(verdict.warnAt(lead: lead), value)
            case "breachedAt": isRight = try Self.is(verdict.breachedAt, value)
            case "detectedAt": isRight = try Self.is(verdict.detectedAt, value)
            default: throw Unreadable(what: field)
            }
            if !isRight { found.append("\(name).\(field) is not \(value): \(verdict)") }
        }
        return found
    }

    private static func `is`(_ instant: Instant?, _ value: ClockScenarioFile.Value) throws -> Bool {
        switch value {
        case .null: instant == nil
        case .text(let text): instant == (try self.instant(text))
        case .number: false
        }
    }

    private static func instant(_ text: String) throws -> Instant {
        guard let instant = Instant(rfc3339: text) else { throw Unreadable(what: text) }
        return instant
    }
}
