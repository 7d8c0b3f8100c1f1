import GRDB
import GRDBSQLite

/// One prepared statement of a connection, with parameters put and columns read by position.
///
/// GRDB compiles and caches the statement; stepping it directly is several times cheaper than GRDB's own argument lists, and keeps texts that
/// hold a NUL, which GRDB's binding cuts. It must not leave the access in which it was made.
@safe struct Query {
    private let statement: Statement
    private let handle: OpaquePointer
    private var parameter: Int32 = 0
    private var kept: BoundBytes?

    init(_ database: Database, _ sql: String) throws {
        statement = try database.cachedStatement(sql: sql)
        unsafe handle = unsafe statement.sqliteStatement
        _ = unsafe sqlite3_reset(handle)
    }

    // MARK: Parameters, in the order of the question marks

    mutating func put(_ value: Int64) throws {
        parameter += 1
        try unsafe check(sqlite3_bind_int64(handle, parameter, value))
    }

    mutating func put(_ value: Int64?) throws {
        if let value { try put(value) } else { try putNull() }
    }

    mutating func put(_ value: Int) throws {
        try put(Int64(value))
    }

    mutating func put(_ value: Bool) throws {
        try put(value ? 1 : 0 as Int64)
    }

    mutating func put(_ text: String) throws {
        parameter += 1
        let bound = kept ?? BoundBytes(for: statement)
        kept = bound
        var text = text
        let code = text.withUTF8 { bytes in
            // An empty buffer may have no address, and SQLite takes no address for NULL.
            if bytes.isEmpty { return unsafe sqlite3_bind_text(handle, parameter, "", 0, Self.copied) }
            let buffer = UnsafeRawBufferPointer(bytes)
            let place = unsafe bound.keep(buffer)
            return unsafe sqlite3_bind_text64(
                handle, parameter, (place ?? buffer.baseAddress)?.assumingMemoryBound(to: CChar.self),
                UInt64(bytes.count), place == nil ? Self.copied : nil, UInt8(SQLITE_UTF8))
        }
        try check(code)
    }

    mutating func put(_ text: String?) throws {
        if let text { try put(text) } else { try putNull() }
    }

    mutating func put(_ bytes: [UInt8]) throws {
        parameter += 1
        let code = unsafe bytes.withUnsafeBytes { buffer in
            guard let start = buffer.baseAddress, unsafe !buffer.isEmpty else {
                return unsafe sqlite3_bind_zeroblob(handle, parameter, 0)
            }
            return unsafe sqlite3_bind_blob64(handle, parameter, start, UInt64(buffer.count), Self.copied)
        }
        try check(code)
    }

    private mutating func putNull() throws {
        parameter += 1
        try unsafe check(sqlite3_bind_null(handle, parameter))
    }

    // MARK: Running

    /// Runs a statement that answers no rows.
    mutating func run() throws {
        defer { rewind() }
        let code = unsafe sqlite3_step(handle)
        guard code == SQLITE_DONE || code == SQLITE_ROW else { throw failure(code) }
    }

    /// Runs an insertion; false when the primary key or a unique index already holds its row, which leaves everything as it was.
    mutating func runUnlessTaken() throws -> Bool {
        defer { rewind() }
        let code = unsafe sqlite3_step(handle)
        switch code {
        case SQLITE_DONE, SQLITE_ROW: return true
        case Self.primaryKeyTaken, Self.uniqueTaken, Self.rowidTaken: return false
        default: throw failure(code)
        }
    }

    /// The first row, as `read` makes it; nil when there is none.
    mutating func first<Value>(_ read: (Row) throws -> Value) throws -> Value? {
        defer { rewind() }
        let code = unsafe sqlite3_step(handle)
        switch code {
        case SQLITE_ROW: return try unsafe read(Row(handle))
        case SQLITE_DONE: return nil
        default: throw failure(code)
        }
    }

    /// Hands each row to `body`, in order.
    mutating func each(_ body: (Row) throws -> Void) throws {
        defer { rewind() }
        while true {
            let code = unsafe sqlite3_step(handle)
            switch code {
            case SQLITE_ROW: try unsafe body(Row(handle))
            case SQLITE_DONE: return
            default: throw failure(code)
            }
        }
    }

    /// How many rows the last statement of this connection inserted, changed or deleted.
    var changes: Int {
        unsafe Int(sqlite3_changes(sqlite3_db_handle(handle)))
    }

    private mutating func rewind() {
        parameter = 0
        kept?.rewind()
        // Its code repeats that of the last step.
        _ = unsafe sqlite3_reset(handle)
    }

    private func check(_ code: Int32) throws {
        guard code == SQLITE_OK else { throw failure(code) }
    }

    private func failure(_ code: Int32) -> DatabaseError {
        DatabaseError(
            resultCode: ResultCode(rawValue: code),
            message: unsafe String(cString: sqlite3_errmsg(sqlite3_db_handle(handle))), sql: statement.sql)
    }

    // SQLite copies what is put, so that nothing here has to outlive the call.
    private static var copied: sqlite3_destructor_type {
        unsafe unsafeBitCast(-1, to: sqlite3_destructor_type.self)
    }

    // The header makes these by arithmetic, which Swift does not import: SQLITE_CONSTRAINT | n << 8.
    private static let primaryKeyTaken = SQLITE_CONSTRAINT | (6 << 8)
    private static let uniqueTaken = SQLITE_CONSTRAINT | (8 << 8)
    private static let rowidTaken = SQLITE_CONSTRAINT | (10 << 8)

    /// The row a statement stands on; columns count from 0.
    @safe struct Row {
        private let handle: OpaquePointer

        fileprivate init(_ handle: OpaquePointer) {
            unsafe self.handle = unsafe handle
        }

        func isNull(_ column: Int32) -> Bool {
            unsafe sqlite3_column_type(handle, column) == SQLITE_NULL
        }

        func int(_ column: Int32) -> Int64 {
            unsafe sqlite3_column_int64(handle, column)
        }

        func optionalInt(_ column: Int32) -> Int64? {
            isNull(column) ? nil : int(column)
        }

        func bool(_ column: Int32) -> Bool {
            int(column) != 0
        }

        /// Text as it was put, NULs included; bytes that are no UTF-8, which we never write, read as U+FFFD.
        func text(_ column: Int32) -> String {
            guard let start = unsafe sqlite3_column_text(handle, column) else { return "" }
            let count = unsafe Int(sqlite3_column_bytes(handle, column))
            return unsafe String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
        }

        func optionalText(_ column: Int32) -> String? {
            isNull(column) ? nil : text(column)
        }

        func bytes(_ column: Int32) -> [UInt8] {
            guard let start = unsafe sqlite3_column_blob(handle, column) else { return [] }
            let count = unsafe Int(sqlite3_column_bytes(handle, column))
            return unsafe Array(UnsafeRawBufferPointer(start: start, count: count))
        }
    }
}
