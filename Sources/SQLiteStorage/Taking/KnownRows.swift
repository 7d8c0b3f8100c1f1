import Dialogue
import GRDB

/// Numbers of rows that many commits name, remembered between commits of one connection.
///
/// Nothing here is ever true by itself: it is forgotten as soon as another connection has written, or a transaction was taken back.
///
/// Unchecked, because only the serial queue of the writing connection ever touches it.
final class KnownRows: @unchecked Sendable {
    struct AuthorKey: Hashable {
        let network: Int64
        let id: String
    }

    struct KnownAuthor {
        let row: Int64
        let handle: String?
        let name: String?
    }

    struct Desk: Hashable {
        let account: String
        let platform: String
    }

    private(set) var networks: [String: Int64] = [:]
    private(set) var authors: [AuthorKey: KnownAuthor] = [:]
    private(set) var desks: [Desk: Int64] = [:]
    private(set) var readings: [TriageSummary: Int64] = [:]
    private var dataVersion: Int64?

    /// Forgets everything when another connection has written since the last call.
    func refresh(_ database: Database) throws {
        var query = try Query(database, "PRAGMA data_version")
        let current = try query.first { $0.int(0) }
        if current != dataVersion { forget() }
        dataVersion = current
    }

    func forget() {
        networks.removeAll()
        authors.removeAll()
        desks.removeAll()
        readings.removeAll()
        dataVersion = nil
    }

    func remember(_ network: Network, _ row: Int64) {
        networks[network.name] = row
    }

    func remember(_ desk: Desk, _ row: Int64) {
        desks[desk] = row
    }

    func remember(_ reading: TriageSummary, _ row: Int64) {
        if readings.count >= Self.limit { readings.removeAll() }
        readings[reading] = row
    }

    func remember(_ key: AuthorKey, _ author: KnownAuthor) {
        if authors.count >= Self.limit { authors.removeAll() }
        authors[key] = author
    }

    /// A few megabytes at most; an import of many millions must not grow.
    private static let limit = 50_000
}
