package import Storage

extension SQLiteStore {
    package func record(_ run: RunRecord) async throws(StorageError) {
        try await write { database, _ in
            var insert = try Query(
                database,
                "INSERT INTO runs (command, started_at, ended_at, exit_code, summary) VALUES (?, ?, ?, ?, ?)")
            try insert.put(run.command)
            try insert.put(run.startedAt)
            try insert.put(run.endedAt)
            try insert.put(run.exitCode)
            try insert.put(run.summary)
            try insert.run()
            var trim = try Query(database, "DELETE FROM runs WHERE pk <= (SELECT max(pk) FROM runs) - 1000")
            try trim.run()
            return .keep(())
        }
    }

    package func runs(limit: Int) async throws(StorageError) -> [RunRecord] {
        try await read { database in
            var query = try Query(
                database,
                "SELECT command, started_at, ended_at, exit_code, summary FROM runs ORDER BY pk DESC LIMIT ?")
            try query.put(max(0, limit))
            var runs: [RunRecord] = []
            try query.each { row in
                runs.append(
                    RunRecord(
                        command: row.text(0), startedAt: row.instant(1), endedAt: row.instant(2),
                        exitCode: Int(row.int(3)), summary: row.text(4)))
            }
            return runs
        }
    }

    package func totals() async throws(StorageError) -> StoreTotals {
        try await read { database in
            var query = try Query(
                database,
                """
                SELECT posts, conversations,
                    (SELECT count(*) FROM conversations WHERE queue_at IS NOT NULL), (SELECT count(*) FROM quarantine),
                    (SELECT count(DISTINCT drafts.conversation) FROM drafts
                        JOIN conversations ON conversations.id = drafts.conversation
                        WHERE drafts.standing = 'waiting' AND conversations.queue_at IS NOT NULL),
                    (SELECT count(*) FROM outbox WHERE is_finished = 0),
                    (SELECT count(*) FROM outbox WHERE state = 'held'),
                    (SELECT coalesce(max(pk), 0) FROM attempts)
                FROM totals
                """)
            guard
                let totals = try query.first({
                    StoreTotals(
                        posts: Int($0.int(0)), conversations: Int($0.int(1)), waits: Int($0.int(2)),
                        quarantined: Int($0.int(3)), drafts: Int($0.int(4)), outbox: Int($0.int(5)),
                        held: Int($0.int(6)), attempts: Int($0.int(7)))
                })
            else { throw Damage(what: "totals are missing") }
            return totals
        }
    }
}
