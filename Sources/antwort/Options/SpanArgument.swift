import ServiceHours

/// A span of time as people type it: `90s`, `30m`, `2h`, `1d`.
struct SpanArgument: Sendable {
    let seconds: Seconds

    init?(_ text: String) {
        let units: [Character: Seconds] = ["s": 1, "m": 60, "h": 3600, "d": 86_400]
        guard let last = text.last, let unit = units[last], let number = Int64(text.dropLast()), number > 0,
            number <= 100_000_000
        else { return nil }
        seconds = number * unit
    }
}
