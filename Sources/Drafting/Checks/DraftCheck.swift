package import Dialogue

/// One rule that a reply must keep, whoever wrote it.
///
/// The documentation of the type that conforms is the rule's documentation.
package protocol DraftCheck: Sendable {
    /// The rule.
    var rule: DraftRule { get }
    /// What a finding does to an approval.
    var level: CheckLevel { get }

    /// At most one finding, naming every place.
    func finding(in text: DraftText, context: CheckContext) -> Finding?
}

extension DraftCheck {
    /// A finding of this rule that quotes the places.
    func found(_ ranges: [Range<Int>], in text: DraftText, _ what: String, _ advice: String) -> Finding? {
        guard !ranges.isEmpty else { return nil }
        let quoted = ranges.prefix(Self.mostQuoted).map { "'\(text.string($0))'" }.joined(separator: ", ")
        let more = ranges.count > Self.mostQuoted ? " and \(ranges.count - Self.mostQuoted) more" : ""
        return Finding(rule: rule, level: level, message: "\(what): \(quoted)\(more); \(advice)", ranges: ranges)
    }

    /// A finding about the text as a whole.
    func found(_ what: String, _ advice: String) -> Finding {
        Finding(rule: rule, level: level, message: "\(what); \(advice)", ranges: [])
    }

    private static var mostQuoted: Int { 8 }
}
