/// What the author wants from writing.
package enum Intent: String, Hashable, Sendable, CaseIterable {
    case complaint
    /// Also a request to do something.
    case question
    case praise
    case suggestion
    /// Something to a matter already under way: a detail, an answer to our question.
    case followUp = "follow_up"
    /// Thanks and goodbye: the matter is over.
    case closing
    case chat
    case abuse
}
