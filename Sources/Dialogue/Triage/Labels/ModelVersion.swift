/// Names the rules, word lists and model that made a triage, so that it can be made again.
///
/// 1 to 64 characters of `a`-`z`, `A`-`Z`, `0`-`9`, `.`, `_`, `+` and `-`.
package struct ModelVersion: Hashable, Sendable, CustomStringConvertible {
    /// The name, as stored and printed.
    package let description: String

    /// Nil when `name` is empty, longer than 64 characters or holds anything but the allowed characters.
    package init?(_ name: String) {
        guard (1...64).contains(name.utf8.count), name.utf8.allSatisfy(Self.isAllowed) else { return nil }
        description = name
    }

    /// The version of rules numbered `rules` over word lists with this fingerprint.
    init(rules: Int, fingerprint: UInt64) {
        let digits = String(fingerprint, radix: 16)
        description = "rules-\(rules)-" + String(repeating: "0", count: 16 - digits.utf8.count) + digits
    }

    private static func isAllowed(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "+"),
            UInt8(ascii: "-"):
            true
        default: false
        }
    }
}
