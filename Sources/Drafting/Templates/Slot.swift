package import Dialogue

/// A place in a template that a declared fact fills: its name in the file.
///
/// There are no other sources: what is not listed here cannot stand in a template.
package struct Slot: Hashable, Sendable, CustomStringConvertible {
    /// The name as written: `first_name`, `link.refund`.
    package let description: String
    /// True for what can only be asked ("closed"), not written out.
    let isCondition: Bool

    private init(_ name: String, isCondition: Bool = false) {
        description = name
        self.isCondition = isCondition
    }

    /// The author's display name, where it is one.
    package static let name = Slot("name")
    /// Its first word, where that can be a first name.
    package static let firstName = Slot("first_name")
    /// What people type to address the author.
    package static let handle = Slot("handle")
    /// The brand's name.
    package static let brand = Slot("brand")
    /// The regular opening hours in words.
    package static let hours = Slot("hours")
    /// What is different in the next fourteen days.
    package static let hoursExceptions = Slot("hours_exceptions")
    /// When the closed desk opens again, in words.
    package static let nextOpening = Slot("next_opening")
    /// How the brand signs.
    package static let signature = Slot("signature")
    /// Asked for: the desk is closed now.
    package static let closed = Slot("closed", isCondition: true)
    /// Asked for: the desk is open now.
    package static let open = Slot("open", isCondition: true)

    /// A link of the brand's list.
    package static func link(_ name: String) -> Slot { Slot("link." + name) }
    /// A particular the customer gave, in the customer's words.
    package static func detail(_ kind: Detail.Kind) -> Slot { Slot("detail." + kind.rawValue) }

    /// Order numbers are the customer's own business and never repeated in public.
    static let publicDetails = Detail.Kind.allCases.filter { $0 != .order }

    private static let plain: [Slot] = [
        .name, .firstName, .handle, .brand, .hours, .hoursExceptions, .nextOpening, .signature, .closed, .open,
    ]
    private static let byName = Dictionary(
        (plain + publicDetails.map { Slot.detail($0) }).map { ($0.description, $0) }, uniquingKeysWith: { $1 })

    /// The names for "did you mean".
    static let names = plain.map(\.description) + publicDetails.map { "detail." + $0.rawValue } + ["link.NAME"]

    /// Nil when no source for the name is declared.
    package init?(name: String) {
        if let known = Self.byName[name] {
            self = known
        } else if name.hasPrefix("link."), Self.isLinkName(name.dropFirst("link.".count)) {
            self.init(name)
        } else {
            return nil
        }
    }

    /// Small letters, digits, `-` and `_`, at most 40.
    package static func isLinkName(_ name: some StringProtocol) -> Bool {
        (1...40).contains(name.utf8.count)
            && name.utf8.allSatisfy {
                (0x61...0x7a).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2d || $0 == 0x5f
            }
    }
}
