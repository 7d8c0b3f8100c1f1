import GRDB
import GRDBSQLite
import Storage

extension StorageError {
    /// What a failure inside the store means to whoever runs the product.
    init(_ error: any Error, path: String) {
        switch error {
        case let error as StorageError: self = error
        case let error as DatabaseError: self.init(error.extendedResultCode, path: path)
        case is Damage:
            self.init(.notAStore, path: path, advice: Self.damagedAdvice)
        case let error as Defect:
            self.init(.internal, path: path, advice: error.what + ": " + Self.defectAdvice)
        default:
            self.init(.internal, path: path, advice: Self.defectAdvice)
        }
    }

    private init(_ code: ResultCode, path: String) {
        if code == .SQLITE_IOERR_SHMSIZE {
            // The shared memory file could not grow: what failed is the space for it.
            self.init(.full, path: path, advice: Self.fullAdvice)
            return
        }
        switch code.primaryResultCode {
        case .SQLITE_BUSY, .SQLITE_LOCKED:
            self.init(
                .busy, path: path,
                advice: "another process kept it locked for 5 seconds: see what is running, then run the command again")
        case .SQLITE_FULL:
            self.init(.full, path: path, advice: Self.fullAdvice)
        case .SQLITE_IOERR:
            self.init(
                .io, path: path,
                advice: "the device failed to read or write it: see the system's log, then run the command again")
        case .SQLITE_NOTADB, .SQLITE_CORRUPT:
            self.init(.notAStore, path: path, advice: Self.damagedAdvice)
        case .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_AUTH, .SQLITE_READONLY:
            self.init(.cannotOpen, path: path, advice: "check that the file and its folder exist and belong to you")
        default:
            self.init(.internal, path: path, advice: Self.defectAdvice)
        }
    }

    private static let fullAdvice = "make room on the device, then run the command again: nothing was written halfway"
    private static let damagedAdvice =
        "it is no store of antwort, or is damaged: name another file, or restore a backup"
    private static let defectAdvice = "this is a defect of antwort: please report it with what you ran"
}
