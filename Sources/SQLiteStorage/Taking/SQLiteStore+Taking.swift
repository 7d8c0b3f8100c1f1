package import Dialogue
package import Storage

extension SQLiteStore {
    package func threads(touchedBy keys: Set<PostKey>) async throws(StorageError) -> [ThreadFacts] {
        try await readInTurn { database, _ in
            var reader = try ThreadReader(database)
            var rows: Set<Int64> = []
            for key in keys {
                if let row = try reader.row(touchedBy: key) { rows.insert(row) }
            }
            return try rows.sorted().map { try reader.facts($0) }
        }
    }

    package func known(among keys: Set<PostKey>) async throws(StorageError) -> Set<PostKey> {
        try await read { database in
            var findNetwork = try Query(database, "SELECT pk FROM networks WHERE name = ?")
            var find = try Query(database, "SELECT post FROM ids WHERE network = ? AND remote_id = ?")
            var networks: [Network: Int64?] = [:]
            return try keys.filter { key in
                if networks[key.network] == nil {
                    try findNetwork.put(key.network.name)
                    networks[key.network] = .some(try findNetwork.first { $0.int(0) })
                }
                guard case .some(.some(let network)) = networks[key.network] else { return false }
                try find.put(network)
                try find.put(key.remoteID)
                return try find.first { !$0.isNull(0) } ?? false
            }
        }
    }

    package func commit(_ page: PageCommit) async throws(StorageError) -> CommitOutcome {
        if page.isEmpty { return .committed }
        return try await write { database, known in
            var writer = try PageWriter(database, known: known)
            return try writer.write(page)
        }
    }
}
