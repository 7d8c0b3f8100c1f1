import Foundation
import GRDB
import Storage

/// The file of a store, and how it is opened for each kind of access.
struct StoreFile {
    let path: String

    struct Connections {
        let main: DatabaseQueue
        /// For questions beside commits; nil where the main connection serves them all.
        let readers: DatabasePool?
    }

    func open(_ access: StoreAccess) throws(StorageError) -> Connections {
        if !FileManager.default.fileExists(atPath: path) {
            guard access == .creating else {
                throw StorageError(.cannotOpen, path: path, advice: "there is no store yet: `antwort init` makes one")
            }
            try create()
        }
        do {
            return access == .reading ? try openForReading() : try openForWriting()
        } catch {
            throw StorageError(error, path: path)
        }
    }

    /// Makes the empty file before SQLite could make it with wider permissions.
    private func create() throws(StorageError) {
        let descriptor = unsafe Foundation.open(path, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0o600)
        if descriptor >= 0 {
            close(descriptor)
            return
        }
        switch errno {
        case EEXIST: return
        case ENOSPC, EDQUOT:
            throw StorageError(.full, path: path, advice: "make room on the device, then run the command again")
        default:
            throw StorageError(
                .cannotOpen, path: path, advice: "check that its folder exists and that you may write in it")
        }
    }

    // MARK: Writing

    private func openForWriting() throws -> Connections {
        let main = try DatabaseQueue(path: plainPath, configuration: Self.configuration { try $0.setUpForWriting() })
        try main.writeWithoutTransaction { database in
            try checkOrigin(database)
            try database.keepLogBesideFile()
            try Schema.migrate(database)
        }
        var reading = Self.configuration { try $0.setUpForReading() }
        reading.readonly = true
        return Connections(main: main, readers: try DatabasePool(path: plainPath, configuration: reading))
    }

    // MARK: Reading

    /// Opens without making anything that stays.
    ///
    /// SQLite reads a store beside its writers only by means of companion files, which the last connection removes if it may write. Where
    /// this process may not, and nobody has the store open, it is read as it lies.
    private func openForReading() throws -> Connections {
        var configuration = Self.configuration { try $0.setUpForReading() }
        let location: String
        if isWritable {
            location = plainPath
        } else {
            configuration.readonly = true
            location = FileManager.default.fileExists(atPath: path + "-wal") ? plainPath : immutableURI
        }
        let main = try DatabaseQueue(path: location, configuration: configuration)
        try main.writeWithoutTransaction { database in
            guard case .ours(let version) = try checkOrigin(database), version == Schema.currentVersion else {
                throw StorageError(
                    .cannotOpen, path: path,
                    advice: "an older release wrote it, or it was never finished: `antwort watch` brings it up to date")
            }
        }
        return Connections(main: main, readers: nil)
    }

    private var isWritable: Bool {
        let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
        return unsafe access(path, W_OK) == 0 && access(folder, W_OK) == 0
    }

    /// As SQLite takes it for a path: one that begins with `file:` would be read as a URI.
    private var plainPath: String {
        path.hasPrefix("file:") ? "./" + path : path
    }

    private var immutableURI: String {
        let digits = Array("0123456789ABCDEF".utf8)
        var bytes: [UInt8] = []
        for byte in path.utf8 {
            switch byte {
            case UInt8(ascii: "%"), UInt8(ascii: "?"), UInt8(ascii: "#"):
                bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            default: bytes.append(byte)
            }
        }
        return "file:" + String(decoding: bytes, as: UTF8.self) + "?immutable=1"
    }

    // MARK: Both

    /// Refuses what is not ours and what a newer release wrote.
    @discardableResult
    private func checkOrigin(_ database: Database) throws -> Schema.Finding {
        // In one transaction: between two answers another process may finish what was empty.
        var finding = Schema.Finding.empty
        try database.inTransaction(.deferred) {
            finding = try Schema.inspect(database)
            return .rollback
        }
        switch finding {
        case .ours(let version) where version > Schema.currentVersion:
            throw StorageError(
                .newerSchema, path: path,
                advice: "a newer release of antwort wrote it: run that release, or a newer one")
        case .foreign:
            throw StorageError(.notAStore, path: path, advice: "it holds something else: name another file")
        case .ours, .empty:
            return finding
        }
    }

    private static func configuration(_ prepare: @escaping @Sendable (Database) throws -> Void) -> Configuration {
        var configuration = Configuration()
        configuration.busyMode = .timeout(5)
        configuration.foreignKeysEnabled = false
        configuration.maximumReaderCount = 3
        configuration.prepareDatabase(prepare)
        return configuration
    }
}

extension Database {
    /// Makes changes go into a write-ahead log, so that questions and commits do not wait for each other. The file remembers it.
    ///
    /// Where another connection turns the same file at the same moment, SQLite says busy at once, whatever timeout is set: two that waited
    /// for each other would wait for ever. So it is asked again, for as long as the timeout of everything else.
    fileprivate func keepLogBesideFile() throws {
        for _ in 0..<Self.mostWaits {
            do {
                return try askForLogBesideFile()
            } catch let error as DatabaseError where error.resultCode == .SQLITE_BUSY {
                usleep(Self.microsecondsBetween)
            }
        }
        try askForLogBesideFile()
    }

    private static var mostWaits: Int { 250 }
    private static var microsecondsBetween: UInt32 { 20_000 }

    private func askForLogBesideFile() throws {
        var query = try Query(self, "PRAGMA journal_mode = WAL")
        guard try query.first({ $0.text(0) }) == "wal" else { throw DatabaseError(resultCode: .SQLITE_CANTOPEN) }
    }

    fileprivate func setUpForWriting() throws {
        // What a commit answered has to survive the loss of power.
        try execute(sql: "PRAGMA synchronous = FULL")
        try execute(sql: "PRAGMA cache_size = -65536")
        try execute(sql: "PRAGMA wal_autocheckpoint = 16384")
        try execute(sql: "PRAGMA journal_size_limit = 67108864")
    }

    fileprivate func setUpForReading() throws {
        try execute(sql: "PRAGMA cache_size = -8192")
        try execute(sql: "PRAGMA query_only = ON")
    }
}
