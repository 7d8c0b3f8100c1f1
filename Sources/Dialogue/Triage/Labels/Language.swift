/// The language a post is written in, as far as an answer can follow it.
package enum Language: String, Hashable, Sendable, CaseIterable {
    case german = "de"
    case english = "en"
    /// Neither of the two, or too little text to say.
    case other
}
