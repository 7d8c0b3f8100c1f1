/// When each stage of a transfer was reached, in microseconds from its start; 0 for a stage that did not occur.
package struct TransferTiming: Hashable, Sendable {
    package var nameLookup: Int64
    package var connected: Int64
    package var secured: Int64
    package var firstByte: Int64
    package var total: Int64

    package init(
        nameLookup: Int64 = 0, connected: Int64 = 0, secured: Int64 = 0, firstByte: Int64 = 0, total: Int64 = 0
    ) {
        self.nameLookup = nameLookup
        self.connected = connected
        self.secured = secured
        self.firstByte = firstByte
        self.total = total
    }
}
