package import Foundation
package import HTTPTypes

/// A complete answer.
package struct TransferResponse: Hashable, Sendable {
    package let head: TransferHead
    /// The decoded body.
    package let body: Data
    package let timing: TransferTiming
    /// Bytes of the request that left this machine, headers included.
    package let bytesSent: Int64
    /// New connections this transfer needed: 0 when one was reused.
    package let connectionsOpened: Int

    package var status: HTTPResponse.Status { head.status }
    package var fields: HTTPFields { head.fields }

    package init(
        head: TransferHead, body: Data, timing: TransferTiming = TransferTiming(), bytesSent: Int64 = 0,
        connectionsOpened: Int = 0
    ) {
        self.head = head
        self.body = body
        self.timing = timing
        self.bytesSent = bytesSent
        self.connectionsOpened = connectionsOpened
    }
}
