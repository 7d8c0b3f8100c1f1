/// What counts as the name of a person who answers for something.
package enum PersonName {
    /// The name without blanks around it.
    /// - Throws: `nameless` when nothing readable is left, when it is longer than 200 bytes, or when it holds a control character.
    package static func checked(_ name: String) throws(ReviewError) -> String {
        let scalars = name.unicodeScalars
        guard name.utf8.count <= 200,
            let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
            let last = scalars.lastIndex(where: { !$0.properties.isWhitespace })
        else { throw .nameless }
        let trimmed = String(scalars[first...last])
        // A name of invisible characters only is none, and one with a line break could look like two entries of a log.
        let isReadable = trimmed.unicodeScalars.contains {
            $0.properties.isAlphabetic || $0.properties.numericType != nil
        }
        guard isReadable, trimmed.unicodeScalars.allSatisfy({ !PlainLine.isActive($0) }) else { throw .nameless }
        return trimmed
    }
}
