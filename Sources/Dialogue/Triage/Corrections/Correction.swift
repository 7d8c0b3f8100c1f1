package import ServiceHours

/// What a person says of one wording of a post where triage may have read it wrong: a fact, never overwritten.
///
/// Of all corrections of one label of one wording the last holds. An edit of the post makes another wording, of which it says nothing.
package struct Correction: Hashable, Sendable {
    /// The id of the post, on the network of its thread.
    package let post: String
    /// The wording.
    package let hash: ContentHash
    package let label: CorrectableLabel
    /// One of the words that ``CorrectableLabel/word(for:)`` answers.
    package let word: String
    /// Who says so.
    package let person: String
    package let at: Instant

    package init(
        post: String, hash: ContentHash, label: CorrectableLabel, word: String, person: String, at: Instant
    ) {
        self.post = post
        self.hash = hash
        self.label = label
        self.word = word
        self.person = person
        self.at = at
    }
}

extension [Correction] {
    /// Of each post and wording the last of each label, in the order of ``CorrectableLabel``.
    package var holding: [PostWording: [Correction]] {
        guard !isEmpty else { return [:] }
        let ofWording = Dictionary(grouping: self) { PostWording(post: $0.post, hash: $0.hash) }
        return ofWording.mapValues { said in
            CorrectableLabel.allCases.compactMap { label in said.last { $0.label == label } }
        }
    }
}

/// One wording of a post of a thread.
package struct PostWording: Hashable, Sendable {
    package let post: String
    package let hash: ContentHash

    package init(post: String, hash: ContentHash) {
        self.post = post
        self.hash = hash
    }
}
