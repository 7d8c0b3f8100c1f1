import Dialogue

/// How a post was read and what people corrected of it, a label a line.
struct ReadingView: Sendable {
    let member: Conversation.Member
    /// What triage reads in it now: how sure it was is not kept.
    let triage: Triage

    func lines(width: Int?) -> [String] {
        var table = Table(["LABEL", "VALUE", "SURE", "CORRECTED BY"])
        for label in CorrectableLabel.allCases {
            guard let row = row(label) else { continue }
            table.add(row)
        }
        return table.lines(width: width)
    }

    /// nil for a label that nobody looked for.
    private func row(_ label: CorrectableLabel) -> [String]? {
        let said = member.corrected?.corrections.first { $0.label == label }
        let now = triage.reading(of: label)
        guard let word = said?.word ?? member.post.triage.word(of: label) ?? now?.value else { return nil }
        // The model may have changed since: of another word it says nothing.
        let confidence = said == nil && now?.value == word ? now?.confidence : nil
        return [
            label.rawValue, label.shown(word), confidence.map { "\(Int(($0 * 100).rounded())) %" } ?? "",
            said?.person ?? "",
        ]
    }
}
