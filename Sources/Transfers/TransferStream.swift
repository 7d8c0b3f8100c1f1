/// An answer whose head has arrived and whose decoded body follows in pieces, as fast as they are taken.
///
/// The transfer waits while nobody takes, so an export of any size passes through flat memory. One reader at a time;
/// what was taken does not come again. The transfer ends when the stream and its iterators are gone.
package struct TransferStream: AsyncSequence, Sendable {
    package typealias Element = [UInt8]
    package typealias Failure = TransferError

    enum Source: Sendable {
        case network(StreamLease)
        case file(FileSource)
    }

    package let head: TransferHead
    let source: Source

    package func makeAsyncIterator() -> Iterator {
        Iterator(source: source)
    }

    package struct Iterator: AsyncIteratorProtocol {
        let source: Source

        /// The next bytes, never empty; nil at the end.
        ///
        /// - Throws: ``TransferError`` when the transfer broke: what was taken so far is not the whole.
        package mutating func next() async throws(TransferError) -> [UInt8]? {
            switch source {
            case .network(let lease): try await lease.next()
            case .file(let file): try file.next()
            }
        }

        package mutating func next(isolation actor: isolated (any Actor)?) async throws(TransferError) -> [UInt8]? {
            try await next()
        }
    }
}
