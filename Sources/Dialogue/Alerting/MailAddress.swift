/// A bare address of electronic mail that can stand in a header without being read as anything else.
package struct MailAddress: Hashable, Sendable {
    package let text: String

    /// Nil unless it is one `@` between two parts of printable ASCII without blanks and without what separates addresses.
    package init?(_ text: String) {
        let parts = text.utf8.split(separator: UInt8(ascii: "@"), omittingEmptySubsequences: false)
        let special = Array(#"()<>[]:;,\""#.utf8)
        guard parts.count == 2, parts.allSatisfy({ !$0.isEmpty }), text.utf8.count <= 254,
            text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && !special.contains($0) })
        else { return nil }
        self.text = text
    }
}
