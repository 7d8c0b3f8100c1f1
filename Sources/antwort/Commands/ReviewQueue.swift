/// Which of the drafts of a review comes next.
///
/// What was skipped is passed over until somebody goes back to it; the review is over when nothing is left but what was skipped.
struct ReviewQueue: Sendable {
    private enum Mark {
        case open, skipped, decided
    }

    private var marks: [Mark]
    /// The draft that is looked at; nil when the review is over.
    private(set) var position: Int?

    init(count: Int) {
        marks = Array(repeating: .open, count: count)
        position = count > 0 ? 0 : nil
    }

    /// How many nobody has decided on.
    var undecided: Int { marks.count { $0 != .decided } }

    /// The present one is decided on; the next open one comes.
    mutating func settle() { mark(.decided) }

    /// The present one is put off; the next open one comes.
    mutating func putOff() { mark(.skipped) }

    /// To the next undecided one, or the one before, round the corner if need be.
    mutating func move(by step: Int) {
        position = after(step: step) { $0 != .decided } ?? position
    }

    /// To this one; false when there is none, or it is decided on.
    mutating func go(to index: Int) -> Bool {
        guard marks.indices.contains(index), marks[index] != .decided else { return false }
        position = index
        return true
    }

    /// To the next undecided one that fits; false when no other does.
    mutating func find(_ fits: (Int) -> Bool) -> Bool {
        guard let start = position else { return false }
        let others = (1..<max(1, marks.count)).map { (start + $0) % marks.count }
        guard let found = others.first(where: { marks[$0] != .decided && fits($0) }) else { return false }
        position = found
        return true
    }

    private mutating func mark(_ mark: Mark) {
        guard let index = position else { return }
        marks[index] = mark
        position = after(step: 1) { $0 == .open }
    }

    private func after(step: Int, where isWanted: (Mark) -> Bool) -> Int? {
        guard let start = position else { return nil }
        return (1...marks.count).lazy.map { (start + step * $0 % marks.count + marks.count) % marks.count }
            .first { isWanted(marks[$0]) }
    }
}
