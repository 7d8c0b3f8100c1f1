/// A language in which replies can be written.
package enum ReplyLanguage: String, CaseIterable, Hashable, Sendable {
    case german = "de"
    case english = "en"
}
