import Dialogue

extension Visibility {
    /// How it stands in a column. A number keeps its meaning for ever.
    var code: Int64 {
        switch self {
        case .public: 0
        case .unlisted: 1
        case .private: 2
        case .direct: 3
        }
    }

    init(code: Int64) throws {
        switch code {
        case 0: self = .public
        case 1: self = .unlisted
        case 2: self = .private
        case 3: self = .direct
        default: throw Damage(what: "an unknown visibility")
        }
    }
}
