package import Dialogue

/// What one answer of a server brought: to be committed whole.
package struct PollPage: Hashable, Sendable {
    package var reports: [PostReport] = []
    /// Records that became no report; their neighbours are not held up.
    package var broken: [BrokenRecord] = []
    /// Where the next run goes on, to be committed with the reports; nil when the place has not moved.
    package var cursor: String?

    package init() {}

    package var isEmpty: Bool { reports.isEmpty && broken.isEmpty && cursor == nil }
}
