/// What a reply template is for: the one situation it answers. Raw values are the words of the files.
package enum Occasion: String, Hashable, Sendable, CaseIterable {
    case complaint
    case question
    case praise
    case closing
    /// The desk is closed and the answer itself has to wait.
    case outOfHours = "out_of_hours"
    /// Something more to a matter under way: a detail, an answer to our question.
    case followUp = "follow_up"
    /// Anything else that deserves a friendly word: a suggestion, a remark.
    case remark
}
