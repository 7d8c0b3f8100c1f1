import Assembly
import ServiceHours
import Settings

/// Answers questions about service hours that arrive as JSON Lines. Each answer has `result` or `error`, never both.
struct HoursQuestions {
    /// Why a question has no answer.
    private struct Refusal: Error {
        let code: String
        var position: Int?
        let message: String
    }

    private let zones: ZoneDirectory
    private var shelf = CalendarShelf()
    private var rules: [String: ZoneRules] = [:]

    init(zones: ZoneDirectory) {
        self.zones = zones
    }

    mutating func answer(_ line: [UInt8]) -> JSONValue {
        guard let text = String(validating: line, as: UTF8.self), let question = try? JSONValue(line: text),
            case .object = question
        else {
            return .object([
                ("id", .null), ("error", error(Refusal(code: "json", message: "the line is no JSON object"))),
            ])
        }
        let id = question["id"] ?? .null
        do throws(Refusal) {
            return .object([("id", id)] + (try result(of: question)))
        } catch {
            return .object([("id", id), ("error", self.error(error))])
        }
    }

    private func error(_ refusal: Refusal) -> JSONValue {
        .object([
            ("code", .text(refusal.code)), ("position", refusal.position.map { .count($0) } ?? .null),
            ("message", .text(refusal.message)),
        ])
    }

    private mutating func result(of question: JSONValue) throws(Refusal) -> [(String, JSONValue)] {
        guard let op = question["op"]?.text else { throw Refusal(code: "args", message: "there is no op") }
        guard let definition = question["calendar"], let hours = definition["hours"]?.text else {
            throw Refusal(code: "args", message: "there is no calendar with hours")
        }
        let calendar = try calendar(hours: hours, of: definition)
        let args = question["args"] ?? .object([])
        switch op {
        case "validate": return validated(calendar)
        case "isOpen": return [("result", .bool(calendar.isOpen(at: try instant("at", in: args))))]
        case "nextOpening": return [("result", .instant(calendar.nextOpening(at: try instant("at", in: args))))]
        case "nextClosing": return [("result", .instant(calendar.nextClosing(at: try instant("at", in: args))))]
        case "elapsed":
            return [
                (
                    "result",
                    .integer(calendar.elapsed(from: try instant("from", in: args), to: try instant("to", in: args)))
                )
            ]
        case "deadline":
            let from = try instant("from", in: args)
            guard let seconds = args["seconds"]?.integer else {
                throw Refusal(code: "args", message: "seconds is no whole number")
            }
            guard let deadline = calendar.deadline(from: from, seconds: seconds) else {
                throw Refusal(code: ServiceCalendar.neverReached, message: "the calendar is not open for so long")
            }
            return [("result", .instant(deadline))]
        default:
            throw Refusal(
                code: "args", message: "op is none of isOpen, nextOpening, nextClosing, elapsed, deadline, validate")
        }
    }

    private func validated(_ calendar: ServiceCalendar) -> [(String, JSONValue)] {
        let warnings = calendar.hours.warnings.map { warning -> JSONValue in
            .object([
                ("code", .text(warning.code.rawValue)), ("position", .count(warning.position)),
                ("message", .text(warning.message)),
            ])
        }
        let result: [(String, JSONValue)] = [("result", .object([("valid", true)]))]
        return warnings.isEmpty ? result : result + [("warnings", .list(warnings))]
    }

    private mutating func calendar(hours: String, of definition: JSONValue) throws(Refusal) -> ServiceCalendar {
        let zone = try zone(definition["timezone"]?.text)
        let holidays = try holidays(definition["holidays"] ?? .null)
        do {
            return try shelf.calendar(hours: hours, zone: zone, holidays: holidays)
        } catch {
            throw Refusal(
                code: error.code.rawValue, position: error.position, message: "\(error.message); \(error.advice)")
        }
    }

    private mutating func zone(_ name: String?) throws(Refusal) -> ZoneRules {
        guard let name else { throw Refusal(code: "zone", message: "the calendar names no timezone") }
        if let known = rules[name] { return known }
        guard let bytes = try? zones.bytes(of: name), let zone = try? ZoneRules(name: name, tzif: bytes) else {
            throw Refusal(code: "zone", message: "there is no zone of this name on this machine")
        }
        rules[name] = zone
        return zone
    }

    private func holidays(_ value: JSONValue) throws(Refusal) -> HolidaySet {
        if value.isNull { return .none }
        if let code = value["region"]?.text {
            guard let region = HolidayRegion(rawValue: code) else {
                throw Refusal(code: "region", message: "there is no region of this code")
            }
            return HolidaySet(region: region)
        }
        guard case .list(let texts)? = value["dates"] else {
            throw Refusal(code: "args", message: "holidays is neither null nor {\"dates\"} nor {\"region\"}")
        }
        let dates = texts.compactMap { $0.text.flatMap { CivilDate(iso8601: $0) } }
        guard dates.count == texts.count else { throw Refusal(code: "args", message: "a date of the holidays is none") }
        return HolidaySet(dates: dates)
    }

    private func instant(_ name: String, in args: JSONValue) throws(Refusal) -> Instant {
        guard let text = args[name]?.text, let instant = Instant(rfc3339: text) else {
            throw Refusal(code: "args", message: "\(name) is no time like 2026-03-06T16:40:00Z")
        }
        return instant
    }
}
