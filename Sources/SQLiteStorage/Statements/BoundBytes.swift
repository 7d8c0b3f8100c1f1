import GRDB
import GRDBSQLite

/// The bytes that the parameters of one statement point to, kept in one piece of memory from run to run.
///
/// SQLite could copy them, at the price of an allocation for every text; with a dozen texts in a row that shows in an import.
@safe final class BoundBytes {
    private let statement: Statement
    private let start: UnsafeMutableRawPointer
    private var used = 0

    init(for statement: Statement) {
        self.statement = statement
        unsafe start = UnsafeMutableRawPointer.allocate(byteCount: Self.capacity, alignment: 16)
    }

    deinit {
        // The statement outlives this in its connection's cache and must not point here any longer.
        unsafe sqlite3_clear_bindings(statement.sqliteStatement)
        unsafe start.deallocate()
    }

    /// Makes the memory free for the next run: what points into it is put anew before.
    func rewind() {
        used = 0
    }

    /// A copy of `bytes` that stays where it is until ``rewind()``; nil when there is no room for it.
    func keep(_ bytes: UnsafeRawBufferPointer) -> UnsafeRawPointer? {
        guard let source = bytes.baseAddress, bytes.count <= Self.capacity - used else { return nil }
        let place = unsafe start + used
        unsafe place.copyMemory(from: source, byteCount: bytes.count)
        used += bytes.count
        return UnsafeRawPointer(place)
    }

    private static let capacity = 16_384
}
