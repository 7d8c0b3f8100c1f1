/// A piece of a settings file as it was written: every scalar is its text, nothing is taken for a number, a date or a truth value.
struct YAMLNode {
    let place: TextPlace
    let content: Content

    enum Content {
        /// `isPlain`: without quotes, so that an empty one, `~` and `null` mean that there is no value.
        case text(String, isPlain: Bool)
        case list([YAMLNode])
        case mapping([YAMLEntry])
        /// What may not stand in a settings file; a mistake says so already.
        case refused
    }
}

/// A key and its value.
struct YAMLEntry {
    let key: String
    let keyPlace: TextPlace
    let value: YAMLNode
}
