import Dialogue
import GRDB
import Storage

/// Adds what people say of posts, inside the transaction that its caller opened and keeps or takes back.
struct CorrectionWriter {
    private let database: Database

    init(_ database: Database) {
        self.database = database
    }

    /// Superseded when one is about a wording that is not, or no longer, current.
    func add(
        _ corrections: [Correction], to target: TargetThread, network: Int64
    ) throws -> CommitOutcome {
        for correction in corrections {
            guard let post = try post(correction.post, in: target, network: network) else {
                throw Defect(what: "a correction came without its post")
            }
            guard post.hash == correction.hash else { return .superseded }
            var insert = try Query(
                database,
                """
                INSERT INTO corrections (thread, post, triage, hash_high, hash_low, label, word, person, at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
            try insert.put(target.row)
            try insert.put(post.row)
            try insert.put(post.triage)
            try insert.put(correction.hash)
            try insert.put(correction.label.rawValue)
            try insert.put(correction.word)
            try insert.put(correction.person)
            try insert.put(correction.at)
            try insert.run()
        }
        return .committed
    }

    private struct StoredPost {
        let row: Int64
        let triage: Int64
        let hash: ContentHash
    }

    private func post(_ remoteID: String, in target: TargetThread, network: Int64) throws -> StoredPost? {
        var select = try Query(
            database,
            """
            SELECT posts.pk, posts.triage, posts.hash_high, posts.hash_low
            FROM ids JOIN posts ON posts.pk = ids.post
            WHERE ids.network = ? AND ids.remote_id = ? AND posts.thread = ?
            """)
        try select.put(network)
        try select.put(remoteID)
        try select.put(target.row)
        return try select.first { StoredPost(row: $0.int(0), triage: $0.int(1), hash: $0.hash(2)) }
    }
}
