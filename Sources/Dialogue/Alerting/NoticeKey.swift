/// What makes a notice the same notice: repeats of its delivery carry it, and no second one is written under it.
package struct NoticeKey: Hashable, Sendable {
    /// The id of the wait, or of the trouble.
    package let subject: String
    package let level: NoticeLevel
    /// The channel that carries it.
    package let recipient: String
    /// Counts the notices of one level: 0 for the first. Of the level `warn`, which of the target's shares it announces.
    package let number: Int

    package init(subject: String, level: NoticeLevel, recipient: String, number: Int) {
        self.subject = subject
        self.level = level
        self.recipient = recipient
        self.number = number
    }

    /// `SUBJECT/LEVEL/NUMBER/RECIPIENT`: a text that no other key has, since only the recipient can hold a slash.
    package var text: String { "\(subject)/\(level.word)/\(number)/\(recipient)" }

    /// Reads ``text``; nil for anything else.
    package init?(text: String) {
        let parts = text.split(separator: "/", maxSplits: 3, omittingEmptySubsequences: false)
        guard parts.count == 4, !parts[0].isEmpty, let level = NoticeLevel(word: String(parts[1])),
            let number = Int(parts[2]), number >= 0, String(number) == parts[2]
        else { return nil }
        self.init(subject: String(parts[0]), level: level, recipient: String(parts[3]), number: number)
    }
}
