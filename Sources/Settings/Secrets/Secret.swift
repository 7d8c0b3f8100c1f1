/// A token, a password or a secret address. Whatever prints or logs the value shows no more than that it is one.
package struct Secret: Hashable, Sendable {
    /// What must not be shown: one line that is not empty, without control characters or blanks around it.
    package let text: String

    init(_ text: String) throws(SecretFault) {
        guard let first = text.unicodeScalars.first, let last = text.unicodeScalars.last else { throw .empty }
        guard !text.unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) else {
            throw .notOneLine
        }
        guard !first.properties.isWhitespace, !last.properties.isWhitespace else { throw .blank }
        self.text = text
    }

    /// Takes a text that is known to be such a line.
    init(checked text: String) {
        self.text = text
    }
}

extension Secret: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    package var description: String { "(secret)" }
    package var debugDescription: String { description }
    package var customMirror: Mirror { Mirror(self, children: []) }
}
