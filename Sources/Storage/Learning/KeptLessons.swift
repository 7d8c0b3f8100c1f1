/// What became of labelled posts that were taken.
package struct KeptLessons: Hashable, Sendable {
    /// Not known before.
    package var new = 0
    /// Known by their id, with other words, language or labels.
    package var changed = 0
    /// Known as they are.
    package var unchanged = 0

    package init(new: Int = 0, changed: Int = 0, unchanged: Int = 0) {
        self.new = new
        self.changed = changed
        self.unchanged = unchanged
    }

    package static func += (sum: inout KeptLessons, more: KeptLessons) {
        sum.new += more.new
        sum.changed += more.changed
        sum.unchanged += more.unchanged
    }
}
