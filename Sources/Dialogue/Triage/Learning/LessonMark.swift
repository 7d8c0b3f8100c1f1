/// Tells whether the lessons of a label are still those that were learned from: any that comes, goes or changes makes another mark.
package struct LessonMark: Hashable, Sendable, Codable {
    private let count: Int
    /// In hex, the sum over all lessons, so that their order is of no account.
    private let sum: String

    package init(of label: LearnedLabel, in lessons: [LabelledPost]) {
        var (count, sum) = (0, UInt64(0))
        for lesson in lessons {
            guard let word = lesson.labels[label] else { continue }
            var hash = WordHash()
            for part in [lesson.id, lesson.text, word] {
                for byte in part.utf8 { hash.add(byte) }
                hash.add(0)
            }
            count += 1
            sum &+= hash.value
        }
        self.count = count
        self.sum = String(sum, radix: 16)
    }

    /// There is nothing to learn from.
    var isEmpty: Bool { count == 0 }
}
