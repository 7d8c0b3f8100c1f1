import GRDB
import GRDBSQLite

/// What a file of ours looks like inside, and how an older one becomes a current one.
enum Schema {
    /// Marks the file as ours in its header: the letters `Antw`.
    static let applicationID: Int64 = 0x416E_7477

    /// The steps from an empty file to the current form, forward only. A released step never changes.
    private static let migrations = [
        Migration0001.sql, Migration0002.sql, Migration0003.sql, Migration0004.sql, Migration0005.sql,
    ]

    static var currentVersion: Int64 { Int64(migrations.count) }

    /// What a file turned out to be.
    enum Finding {
        case empty
        case foreign
        case ours(version: Int64)
    }

    static func inspect(_ database: Database) throws -> Finding {
        let application = try number(database, "PRAGMA application_id")
        let version = try number(database, "PRAGMA user_version")
        if application == applicationID, version > 0 { return .ours(version: version) }
        let objects = try number(database, "SELECT count(*) FROM sqlite_schema")
        return application == 0 && version == 0 && objects == 0 ? .empty : .foreign
    }

    /// Brings the file up to date, each step in a transaction of its own: a run that is killed leaves the form before or after the step.
    static func migrate(_ database: Database) throws {
        while try step(database) {}
    }

    /// Makes one step; false when there is none left.
    private static func step(_ database: Database) throws -> Bool {
        var isDone = false
        try database.inTransaction(.immediate) {
            // Read again behind the lock: somebody else may have been faster.
            let version: Int64
            switch try inspect(database) {
            case .empty: version = 0
            case .ours(let found): version = found
            case .foreign: throw DatabaseError(resultCode: .SQLITE_NOTADB)
            }
            guard version < currentVersion else {
                isDone = true
                return .rollback
            }
            try database.execute(sql: migrations[Int(version)])
            try database.execute(sql: "PRAGMA application_id = \(applicationID)")
            try database.execute(sql: "PRAGMA user_version = \(version + 1)")
            return .commit
        }
        return !isDone
    }

    private static func number(_ database: Database, _ sql: String) throws -> Int64 {
        var query = try Query(database, sql)
        return try query.first { $0.int(0) } ?? 0
    }
}
