package import ServiceHours

/// Says whether posts that stand on the platform are a reply of ours: same author, same parent, the time of the attempt, the same words,
/// and not known as another reply.
///
/// Taking posts in asks it too, before an own post counts as an answer given elsewhere.
package struct ReplyMatcher: Sendable {
    /// How far the platform's clock and ours may lie apart.
    package static let clockTolerance: Seconds = 5 * 60

    /// What the posts are, seen from one reply.
    package struct Matches: Hashable, Sendable {
        /// The reply itself, oldest first; more than one is one too many.
        package let same: [SeenReply]
        /// Ours, in the same place and time, with other words.
        package let near: [SeenReply]
    }

    private let author: String
    private let target: String
    private let words: [UInt8]
    private let from: Instant

    /// - Parameters:
    ///   - author: the platform's id of our account.
    ///   - target: the id of the post that is answered.
    ///   - openedAt: when the first attempt began that may have been taken, or else when the reply was approved.
    package init(author: String, target: String, text: String, openedAt: Instant) {
        self.author = author
        self.target = target
        words = Self.folded(text)
        from = openedAt - Self.clockTolerance
    }

    package func matches(among seen: [SeenReply], at now: Instant) -> Matches {
        let until = now + Self.clockTolerance
        let ours = seen.filter { reply in
            reply.author == author && reply.parent == target && !reply.isBound && reply.at >= from && reply.at <= until
        }
        let same = ours.filter { Self.folded($0.text) == words }
        let near = ours.filter { Self.folded($0.text) != words }
        return Matches(same: Self.oldestFirst(same), near: Self.oldestFirst(near))
    }

    private static func oldestFirst(_ replies: [SeenReply]) -> [SeenReply] {
        replies.sorted { $0.at != $1.at ? $0.at < $1.at : $0.remoteID < $1.remoteID }
    }

    /// The form in which words are compared: normal form C, without the mentions it begins with, white space folded.
    static func folded(_ text: String) -> [UInt8] {
        var words: [[UInt8]] = []
        var word: [UInt8] = []
        func close() {
            let isLeadingMention = words.isEmpty && word.first == UInt8(ascii: "@") && word.count > 1
            if !word.isEmpty, !isLeadingMention { words.append(word) }
            word.removeAll(keepingCapacity: true)
        }
        for scalar in ReplyText.normalised(text).unicodeScalars {
            if scalar.properties.isWhitespace { close() } else { word += UTF8.encode(scalar).map(Array.init) ?? [] }
        }
        close()
        return Array(words.joined(separator: [0x20]))
    }
}
