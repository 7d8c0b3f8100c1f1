/// Keeps a streamed transfer running; when nobody holds it any more, the transfer is ended.
final class StreamLease: Sendable {
    private let exchange: Exchange
    private let buffer: ChunkBuffer
    private let inbox: TransferInbox

    init(_ exchange: Exchange, buffer: ChunkBuffer, inbox: TransferInbox) {
        self.exchange = exchange
        self.buffer = buffer
        self.inbox = inbox
    }

    deinit {
        inbox.cancel(exchange)
    }

    func head() async throws(TransferError) -> TransferHead {
        let head = await withTaskCancellationHandler {
            await buffer.head()
        } onCancel: {
            inbox.cancel(exchange)
        }
        return try head.get()
    }

    func next() async throws(TransferError) -> [UInt8]? {
        let chunk = await withTaskCancellationHandler {
            await buffer.take { inbox.resume(exchange) }
        } onCancel: {
            inbox.cancel(exchange)
        }
        return try chunk.get()
    }
}
