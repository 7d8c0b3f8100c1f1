/// The part of the posts to which one belongs while the others are learned from, so that each is scored by weights that have not seen it.
struct LearningFold: Hashable, Sendable {
    /// Three read voices that were not learned from as well as five did, in two thirds of the time.
    static let count = 3

    /// From 0 to ``count`` - 1.
    let number: Int

    /// All posts of one voice of the corpus (`jette-01`, `jette-02`, …) are in one part: who is read later has never been seen either. Of
    /// a desk's posts, those of the same words are.
    init(of lesson: ModelTrainer.Lesson) {
        if lesson.isFromDesk {
            number = TextKey(lesson.post.text).part(of: Self.count)
        } else {
            var hash = WordHash()
            for byte in lesson.post.id.utf8.split(separator: UInt8(ascii: "-")).first ?? lesson.post.id.utf8[...] {
                hash.add(byte)
            }
            number = Int(hash.value % UInt64(Self.count))
        }
    }
}
