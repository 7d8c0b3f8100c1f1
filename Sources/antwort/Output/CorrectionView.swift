import Dialogue
import ServiceHours

/// What a person corrected of how a post was read, as it is printed.
struct CorrectionView: Sendable {
    let correction: Correction

    var json: JSONValue {
        .object([
            ("post", .text(correction.post)), ("label", .text(correction.label.rawValue)),
            ("value", .text(correction.word)), ("by", .text(correction.person)), ("at", .instant(correction.at)),
        ])
    }

    /// `needs_answer no`.
    var words: String { "\(correction.label.rawValue) \(correction.label.shown(correction.word))" }

    /// `Fr 16:40  Eva: needs_answer no`.
    func line(now: Instant, in zone: ZoneRules) -> String {
        SafeText.line(
            "\(LocalClockText.short(correction.at, now: now, in: zone))  \(correction.person): \(words)")
    }
}
