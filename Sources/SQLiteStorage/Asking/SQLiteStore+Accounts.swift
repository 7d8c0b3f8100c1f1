package import Storage

extension SQLiteStore {
    package func memory(of account: String) async throws(StorageError) -> String? {
        try await read { database in
            var query = try Query(database, "SELECT text FROM memories WHERE account = ?")
            try query.put(account)
            return try query.first { $0.text(0) }
        }
    }

    package func remember(
        _ text: String, of account: String, replacing seen: String?
    ) async throws(StorageError) -> CommitOutcome {
        try await write { database, _ in
            guard let seen else {
                var insert = try Query(database, "INSERT INTO memories (account, text) VALUES (?, ?)")
                try insert.put(account)
                try insert.put(text)
                return try insert.runUnlessTaken() ? .keep(.committed) : .takeBack(.superseded)
            }
            var update = try Query(database, "UPDATE memories SET text = ? WHERE account = ? AND text = ?")
            try update.put(text)
            try update.put(account)
            try update.put(seen)
            try update.run()
            return update.changes == 1 ? .keep(.committed) : .takeBack(.superseded)
        }
    }

    package func databaseID() async throws(StorageError) -> String {
        try await read { database in
            var query = try Query(database, "SELECT database_id FROM identity")
            guard let id = try query.first({ $0.text(0) }) else { throw Damage(what: "the store has no id") }
            return id
        }
    }
}
