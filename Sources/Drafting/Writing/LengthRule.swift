/// How a network counts the length of a reply, and how much it takes.
package struct LengthRule: Hashable, Sendable {
    /// What is counted.
    package enum Unit: String, Hashable, Sendable {
        /// What a reader sees as one character.
        case graphemes
        case scalars
        case utf8Bytes = "bytes"
    }

    /// The most that is taken, in `unit`.
    package let maximum: Int
    /// What is counted.
    package let unit: Unit
    /// What a link counts whatever its length; nil where it counts like other text.
    package let linkLength: Int?
    /// Whether of `@user@domain` only `@user` counts.
    package let countsHandlesWithoutServer: Bool
    /// A second limit in UTF-8 bytes beside the first.
    package let maximumBytes: Int?

    package init(
        maximum: Int, unit: Unit, linkLength: Int? = nil, countsHandlesWithoutServer: Bool = false,
        maximumBytes: Int? = nil
    ) {
        self.maximum = maximum
        self.unit = unit
        self.linkLength = linkLength
        self.countsHandlesWithoutServer = countsHandlesWithoutServer
        self.maximumBytes = maximumBytes
    }

    /// Mastodon: graphemes, a link counts 23, of a remote handle only the name; both figures come from the server
    /// (`configuration.statuses` of `/api/v2/instance`).
    package static func mastodon(maximum: Int = 500, linkLength: Int = 23) -> LengthRule {
        LengthRule(maximum: maximum, unit: .graphemes, linkLength: linkLength, countsHandlesWithoutServer: true)
    }

    /// No limit that a reply could meet.
    package static let unlimited = LengthRule(maximum: .max, unit: .graphemes)

    /// The length of a text as the network counts it.
    package func length(of text: String) -> Int {
        guard linkLength != nil || countsHandlesWithoutServer else { return count(text) }
        let scalars = Array(text.unicodeScalars)
        var plain = String.UnicodeScalarView()
        var links = 0
        var index = 0
        while index < scalars.count {
            let follows = index == 0 || !ScalarKind.isWord(scalars[index - 1])
            if linkLength != nil, follows, scalars[index] != "w", scalars[index] != "W",
                let end = LinkScanner.endOfLink(in: scalars, from: index)
            {
                links += 1
                index = end
            } else if countsHandlesWithoutServer, follows, scalars[index] == "@",
                let name = LinkScanner.endOfName(in: scalars, from: index + 1)
            {
                // One by one: appending a collection copies all that is there.
                for scalar in scalars[index..<name] { plain.append(scalar) }
                index = LinkScanner.endOfHandle(in: scalars, from: index) ?? name
            } else {
                plain.append(scalars[index])
                index += 1
            }
        }
        return count(String(plain)) + links * (linkLength ?? 0)
    }

    /// Whether a text is taken.
    package func fits(_ text: String) -> Bool {
        length(of: text) <= maximum && text.utf8.count <= maximumBytes ?? .max
    }

    private func count(_ text: String) -> Int {
        switch unit {
        case .graphemes: text.count
        case .scalars: text.unicodeScalars.count
        case .utf8Bytes: text.utf8.count
        }
    }
}
