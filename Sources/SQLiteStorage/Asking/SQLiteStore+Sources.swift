package import Dialogue
import Foundation
package import ServiceHours
package import Storage

extension SQLiteStore {
    package func sourceStates() async throws(StorageError) -> [String: SourceState] {
        try await read { database in
            var query = try Query(
                database,
                """
                SELECT name, added_at, cursor, last_success, suspended_until,
                    failed_since, failed_last, failure_code, failure_message
                FROM sources
                """)
            var states: [String: SourceState] = [:]
            try query.each { row in
                var health = SourceHealth(
                    lastSuccess: row.optionalInstant(3), suspendedUntil: row.optionalInstant(4))
                if let since = row.optionalInstant(5) {
                    health.failure = SourceFailure(
                        since: since, last: row.instant(6), code: row.text(7), message: row.text(8))
                }
                let name = row.text(0)
                states[name] = SourceState(
                    name: name, addedAt: row.instant(1), cursor: row.optionalText(2), health: health)
            }
            return states
        }
    }

    package func add(sources: [String], at instant: Instant) async throws(StorageError) {
        if sources.isEmpty { return }
        try await write { database, _ in
            var insert = try Query(
                database, "INSERT INTO sources (name, added_at) VALUES (?, ?) ON CONFLICT DO NOTHING")
            for name in sources {
                try insert.put(name)
                try insert.put(instant)
                try insert.run()
            }
            return .keep(())
        }
    }

    package func record(health: [String: SourceHealth]) async throws(StorageError) {
        if health.isEmpty { return }
        try await write { database, _ in
            var update = try Query(
                database,
                """
                UPDATE sources SET last_success = ?, suspended_until = ?,
                    failed_since = ?, failed_last = ?, failure_code = ?, failure_message = ?
                WHERE name = ?
                """)
            for (name, health) in health {
                try update.put(health.lastSuccess)
                try update.put(health.suspendedUntil)
                try update.put(health.failure?.since)
                try update.put(health.failure?.last)
                try update.put(health.failure?.code)
                try update.put(health.failure?.message)
                try update.put(name)
                try update.run()
            }
            return .keep(())
        }
    }

    package func importedAccounts() async throws(StorageError) -> [Account] {
        try await read { database in
            var query = try Query(
                database,
                """
                SELECT name, platform, network, author_id, author_handle, author_name, takes_unassigned
                FROM accounts ORDER BY name
                """)
            var accounts: [Account] = []
            try query.each { row in
                accounts.append(
                    Account(
                        name: row.text(0), platform: row.text(1), network: Network(row.text(2)),
                        author: Author(id: row.text(3), handle: row.optionalText(4), name: row.optionalText(5)),
                        takesUnassigned: row.bool(6)))
            }
            return accounts
        }
    }

    package func policies() async throws(StorageError) -> [PolicyVersion] {
        try await read { database in
            var query = try Query(database, "SELECT json FROM policies ORDER BY number")
            var policies: [PolicyVersion] = []
            try query.each { row in
                guard let policy = try? JSONDecoder().decode(PolicyVersion.self, from: Data(row.text(0).utf8)) else {
                    throw Damage(what: "a policy that cannot be read")
                }
                policies.append(policy)
            }
            return policies
        }
    }

    package func adopt(_ policy: PolicyVersion) async throws(StorageError) -> CommitOutcome {
        try await write { database, _ in
            let encoder = JSONEncoder()
            encoder.outputFormatting = .sortedKeys
            let json = String(decoding: try encoder.encode(policy), as: UTF8.self)
            var insert = try Query(database, "INSERT INTO policies (number, json) VALUES (?, ?)")
            try insert.put(policy.number)
            try insert.put(json)
            return try insert.runUnlessTaken() ? .keep(.committed) : .takeBack(.superseded)
        }
    }
}
