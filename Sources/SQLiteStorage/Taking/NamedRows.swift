import Dialogue
import GRDB

/// Finds or makes the rows that a page names: networks, authors, accounts, readings. It lives as long as one transaction.
final class NamedRows {
    private let database: Database
    private let known: KnownRows
    private var insertAuthor: Query
    private var selectAuthor: Query

    init(_ database: Database, known: KnownRows) throws {
        self.database = database
        self.known = known
        insertAuthor = try Query(
            database,
            "INSERT INTO authors (network, author_id, handle, name) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING")
        selectAuthor = try Query(
            database, "SELECT pk, handle, name FROM authors WHERE network = ? AND author_id = ?")
    }

    func network(_ network: Network) throws -> Int64 {
        if let row = known.networks[network.name] { return row }
        let row = try findOrMake(
            "SELECT pk FROM networks WHERE name = ?", "INSERT INTO networks (name) VALUES (?)", [network.name])
        known.remember(network, row)
        return row
    }

    func desk(account: String, platform: String) throws -> Int64 {
        let desk = KnownRows.Desk(account: account, platform: platform)
        if let row = known.desks[desk] { return row }
        let row = try findOrMake(
            "SELECT pk FROM desks WHERE account = ? AND platform = ?",
            "INSERT INTO desks (account, platform) VALUES (?, ?)", [account, platform])
        known.remember(desk, row)
        return row
    }

    func reading(_ triage: TriageSummary) throws -> Int64 {
        if let row = known.readings[triage] { return row }
        let row = try findOrMake(
            "SELECT pk FROM readings WHERE encoded = ?", "INSERT INTO readings (encoded) VALUES (?)", [triage.encoded])
        known.remember(triage, row)
        return row
    }

    private func findOrMake(_ selection: String, _ insertion: String, _ texts: [String]) throws -> Int64 {
        var select = try Query(database, selection)
        for text in texts { try select.put(text) }
        if let row = try select.first({ $0.int(0) }) { return row }
        var insert = try Query(database, insertion)
        for text in texts { try insert.put(text) }
        try insert.run()
        return database.lastInsertedRowID
    }

    /// The row of an author.
    /// - Parameter isNews: whether handle and name are what the platform says now; what it leaves out stays as it is known.
    func author(_ author: Author, network: Int64, isNews: Bool) throws -> Int64 {
        let key = KnownRows.AuthorKey(network: network, id: author.id)
        guard let stored = try known.authors[key] ?? insertOrFind(author, network: network) else {
            let row = database.lastInsertedRowID
            known.remember(key, .init(row: row, handle: author.handle, name: author.name))
            return row
        }
        let handle = isNews ? author.handle ?? stored.handle : stored.handle
        let name = isNews ? author.name ?? stored.name : stored.name
        if handle != stored.handle || name != stored.name {
            var update = try Query(database, "UPDATE authors SET handle = ?, name = ? WHERE pk = ?")
            try update.put(handle)
            try update.put(name)
            try update.put(stored.row)
            try update.run()
        } else if known.authors[key] != nil {
            return stored.row
        }
        known.remember(key, .init(row: stored.row, handle: handle, name: name))
        return stored.row
    }

    /// The author as stored; nil for one that was not and is now. It inserts first, because in an import most are new.
    private func insertOrFind(_ author: Author, network: Int64) throws -> KnownRows.KnownAuthor? {
        try insertAuthor.put(network)
        try insertAuthor.put(author.id)
        try insertAuthor.put(author.handle)
        try insertAuthor.put(author.name)
        try insertAuthor.run()
        if insertAuthor.changes > 0 { return nil }
        try selectAuthor.put(network)
        try selectAuthor.put(author.id)
        let stored = try selectAuthor.first {
            KnownRows.KnownAuthor(row: $0.int(0), handle: $0.optionalText(1), name: $0.optionalText(2))
        }
        guard let stored else { throw DatabaseError(resultCode: .SQLITE_INTERNAL) }
        return stored
    }
}
