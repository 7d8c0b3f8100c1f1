/// A set of flags, small enough to stand beside every post.
package struct TriageFlags: OptionSet, Hashable, Sendable {
    /// A bit for each flag.
    package let rawValue: UInt16

    /// Takes stored bits as they are.
    package init(rawValue: UInt16) {
        self.rawValue = rawValue
    }

    /// The set of one flag.
    package init(_ flag: TriageFlag) {
        switch flag {
        case .crisis: self = .crisis
        case .legal: self = .legal
        case .press: self = .press
        case .privacyRequest: self = .privacyRequest
        case .minor: self = .minor
        case .discrimination: self = .discrimination
        case .personalData: self = .personalData
        case .competitor: self = .competitor
        case .spam: self = .spam
        case .threatToLeave: self = .threatToLeave
        }
    }

    // The bits are stored: a flag keeps its bit for ever.

    /// ``TriageFlag/crisis``.
    package static let crisis = TriageFlags(rawValue: 1 << 0)
    /// ``TriageFlag/legal``.
    package static let legal = TriageFlags(rawValue: 1 << 1)
    /// ``TriageFlag/press``.
    package static let press = TriageFlags(rawValue: 1 << 2)
    /// ``TriageFlag/privacyRequest``.
    package static let privacyRequest = TriageFlags(rawValue: 1 << 3)
    /// ``TriageFlag/minor``.
    package static let minor = TriageFlags(rawValue: 1 << 4)
    /// ``TriageFlag/discrimination``.
    package static let discrimination = TriageFlags(rawValue: 1 << 5)
    /// ``TriageFlag/personalData``.
    package static let personalData = TriageFlags(rawValue: 1 << 6)
    /// ``TriageFlag/competitor``.
    package static let competitor = TriageFlags(rawValue: 1 << 7)
    /// ``TriageFlag/spam``.
    package static let spam = TriageFlags(rawValue: 1 << 8)
    /// ``TriageFlag/threatToLeave``.
    package static let threatToLeave = TriageFlags(rawValue: 1 << 9)

    static let known = TriageFlags(rawValue: (1 << 10) - 1)

    /// The gravest of its flags to which nothing may be drafted before a person has seen the post, and of which one is told at once.
    package var firstToTell: TriageFlag? {
        [TriageFlag.crisis, .minor, .discrimination, .legal].first { contains(TriageFlags($0)) }
    }

    /// The flags of the set, in the order of ``TriageFlag``.
    package var flags: [TriageFlag] {
        TriageFlag.allCases.filter { contains(TriageFlags($0)) }
    }
}
