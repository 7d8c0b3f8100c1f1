/// Why a stretch of time counts as service time, or does not.
package enum ServiceReason: Hashable, Sendable {
    /// The desk is open.
    case open
    /// The hours say closed; with the remark the deciding rule carries, if any.
    case closed(remark: String?)
    /// A holiday's rule says closed.
    case holiday(Holiday)
    /// The clocks of the zone jump by so many seconds, forward when positive. Takes no time itself.
    case zoneChange(by: Seconds)
    /// The rest of a long explanation in one line.
    case combined

    /// A fixed word for each reason: `open`, `closed`, `holiday`, `zone-change`, `combined`.
    package var code: String {
        switch self {
        case .open: "open"
        case .closed: "closed"
        case .holiday: "holiday"
        case .zoneChange: "zone-change"
        case .combined: "combined"
        }
    }

    /// The reason in English: `closed by hours`, `holiday Good Friday`, `zone change +1 h`.
    package var text: String {
        switch self {
        case .open: return "open"
        case .closed(let remark): return remark.map { "closed by hours: \($0)" } ?? "closed by hours"
        case .holiday(let holiday): return "holiday \(holiday.name.text)"
        case .zoneChange(let seconds):
            let minutes = Int(seconds.magnitude / 60)
            let sign = seconds < 0 ? "-" : "+"
            return minutes % 60 == 0 ? "zone change \(sign)\(minutes / 60) h" : "zone change \(sign)\(minutes) min"
        case .combined: return "open and closed times"
        }
    }
}

/// A stretch of time in the explanation of a deadline.
package struct ServiceStep: Hashable, Sendable {
    package let from: Instant
    package let to: Instant
    /// The service time in it: all of it when open, else 0.
    package let counted: Seconds
    package let why: ServiceReason

    package init(from: Instant, to: Instant, counted: Seconds, why: ServiceReason) {
        self.from = from
        self.to = to
        self.counted = counted
        self.why = why
    }
}
