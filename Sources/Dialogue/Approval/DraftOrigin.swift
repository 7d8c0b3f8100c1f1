/// Where the words of a draft come from.
package enum DraftOrigin: Hashable, Sendable {
    /// A template, by the name that `templates list` shows.
    case template(String)
    /// A person wrote or changed them.
    case byHand(by: String)

    /// The word that listings show: the template's name, or `by hand`.
    package var word: String {
        switch self {
        case .template(let name): name
        case .byHand: "by hand"
        }
    }
}
