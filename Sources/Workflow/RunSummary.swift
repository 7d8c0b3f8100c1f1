import Dialogue

/// What a run did, in the counts that every run prints: all of them, always.
package struct RunSummary: Hashable, Sendable {
    /// Posts stored for the first time.
    package var new = 0
    /// Reports that said nothing new.
    package var duplicate = 0
    package var edited = 0
    package var deleted = 0
    /// Records that could not be read and were kept as they came.
    package var quarantined = 0
    /// Conversations that began.
    package var conversations = 0
    package var drafts = 0
    package var alerts = 0
    package var sent = 0
    package var held = 0
    /// Sources (or replies) that failed.
    package var failed = 0

    package init() {}

    package static func += (left: inout RunSummary, right: RunSummary) {
        left.new += right.new
        left.duplicate += right.duplicate
        left.edited += right.edited
        left.deleted += right.deleted
        left.quarantined += right.quarantined
        left.conversations += right.conversations
        left.drafts += right.drafts
        left.alerts += right.alerts
        left.sent += right.sent
        left.held += right.held
        left.failed += right.failed
    }

    /// How many posts were read, known ones included.
    package var posts: Int { new + duplicate + edited + deleted }

    mutating func count(_ intake: IntakeCounts) {
        new += intake.new
        duplicate += intake.duplicate
        edited += intake.edited
        deleted += intake.deleted
    }
}

extension RunSummary {
    /// The counts as one JSON object: every key, always, in this order.
    package var fields: [(name: String, count: Int)] {
        [
            ("new", new), ("duplicate", duplicate), ("edited", edited), ("deleted", deleted),
            ("quarantined", quarantined), ("conversations", conversations), ("drafts", drafts), ("alerts", alerts),
            ("sent", sent), ("held", held), ("failed", failed),
        ]
    }

    var json: String {
        "{" + fields.map { "\"\($0.name)\":\($0.count)" }.joined(separator: ",") + "}"
    }
}
