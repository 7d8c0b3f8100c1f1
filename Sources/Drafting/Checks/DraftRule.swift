/// A rule that replies are checked against; the raw value is its own name.
package enum DraftRule: String, Hashable, Sendable, CaseIterable {
    case register
    case apologyFirst = "apology_first"
    case reservation
    case excuse
    case reproach
    case promise
    case competitor
    case bureaucratic
    case repetition
    case capitals
    case punctuation
    case language
    case characters
    case name
    case length
    case opening
    case sales
    case unresolved
    case emptyComfort = "empty_comfort"

    /// The demand it stands for, as printed: R01. Several rules may serve one demand.
    package var id: String {
        switch self {
        case .register: "R01"
        case .apologyFirst, .reservation: "R04"
        case .excuse: "R05"
        case .reproach: "R06"
        case .promise: "R07"
        case .competitor: "R09"
        case .bureaucratic: "R11"
        case .repetition: "R12"
        case .capitals, .punctuation, .language, .characters: "R13"
        case .name: "R14"
        case .length: "L17"
        case .opening: "R19"
        case .sales: "R24"
        case .unresolved: "L25"
        case .emptyComfort: "R26"
        }
    }
}
