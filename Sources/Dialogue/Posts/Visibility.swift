/// Who can read a post on its platform, from the widest to the narrowest.
package enum Visibility: String, Hashable, Comparable, Sendable, CaseIterable {
    /// Everybody.
    case `public`
    /// Everybody who has the link; lists leave it out.
    case unlisted
    /// The author's followers.
    case `private`
    /// Those it names.
    case direct

    /// Whether the post is one that everybody may read.
    package var isPublic: Bool { self == .public || self == .unlisted }

    /// The wider of two is the smaller one.
    package static func < (left: Visibility, right: Visibility) -> Bool {
        left.rank < right.rank
    }

    private var rank: Int {
        switch self {
        case .public: 0
        case .unlisted: 1
        case .private: 2
        case .direct: 3
        }
    }
}
