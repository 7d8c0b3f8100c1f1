import Dialogue
package import Storage

extension SQLiteStore {
    package func corrections() async throws(StorageError) -> [CorrectedWording] {
        try await read { database in
            let readings = try ReadingTable(database)
            var query = try Query(database, Self.everyCorrection)
            var rows: [CorrectionRow] = []
            try query.each { row in
                let correction = Correction(
                    post: row.text(1), hash: row.hash(2), label: try row.word(4, CorrectableLabel.self),
                    word: row.text(5), person: row.text(6), at: row.instant(7))
                rows.append(
                    CorrectionRow(
                        network: Network(row.text(0)), correction: correction, read: try readings.reading(row.int(8)),
                        text: row.optionalText(9)))
            }
            return rows.wordings
        }
    }

    private static let everyCorrection = """
        SELECT networks.name, posts.remote_id, corrections.hash_high, corrections.hash_low, corrections.label,
            corrections.word, corrections.person, corrections.at, corrections.triage,
            CASE WHEN posts.hash_high = corrections.hash_high AND posts.hash_low = corrections.hash_low
                THEN posts.text ELSE wordings.text END
        FROM corrections
            CROSS JOIN posts ON posts.pk = corrections.post
            CROSS JOIN threads ON threads.pk = corrections.thread
            CROSS JOIN networks ON networks.pk = threads.network
            LEFT JOIN wordings ON wordings.post = corrections.post
                AND wordings.hash_high = corrections.hash_high AND wordings.hash_low = corrections.hash_low
        ORDER BY corrections.pk
        """
}
