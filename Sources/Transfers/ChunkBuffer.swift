import Foundation

/// Where the driver's thread leaves a stream's bytes and one reader takes them, never more than a few at a time.
final class ChunkBuffer: Sendable {
    /// Beyond this the transfer pauses; one more piece from libcurl still fits on top.
    static let capacity = 1 << 20

    private typealias HeadContinuation = CheckedContinuation<Result<TransferHead, TransferError>, Never>
    private typealias ChunkContinuation = CheckedContinuation<Result<[UInt8]?, TransferError>, Never>

    private struct State {
        var head: Result<TransferHead, TransferError>?
        var headWaiter: HeadContinuation?
        var chunk: [UInt8] = []
        var ending: Result<[UInt8]?, TransferError>?
        var reader: ChunkContinuation?
        var isPaused = false
    }

    private let state = Guarded(State())

    // MARK: The driver's side

    func deliver(_ head: TransferHead) {
        answer(.success(head))
    }

    /// Takes the bytes, or says false: full, pause the transfer.
    func offer(_ bytes: UnsafeRawBufferPointer) -> Bool {
        var handover: (ChunkContinuation, [UInt8])?
        let isTaken = state.withLock { state in
            guard state.chunk.count < ChunkBuffer.capacity else {
                state.isPaused = true
                return false
            }
            if let reader = state.reader {
                state.reader = nil
                handover = unsafe (reader, Array(bytes))
            } else {
                unsafe state.chunk.append(contentsOf: bytes)
            }
            return true
        }
        if let (reader, chunk) = handover { reader.resume(returning: .success(chunk)) }
        return isTaken
    }

    func finish(_ failure: TransferError?) {
        let ending: Result<[UInt8]?, TransferError> = failure.map { .failure($0) } ?? .success(nil)
        if let failure { answer(.failure(failure)) }
        let reader = state.withLock { state in
            state.ending = ending
            defer { state.reader = nil }
            return state.reader
        }
        reader?.resume(returning: ending)
    }

    private func answer(_ head: Result<TransferHead, TransferError>) {
        let waiter = state.withLock { state in
            if state.head == nil { state.head = head }
            defer { state.headWaiter = nil }
            return state.headWaiter
        }
        waiter?.resume(returning: head)
    }

    // MARK: The reader's side

    func head() async -> Result<TransferHead, TransferError> {
        await withCheckedContinuation { (waiter: HeadContinuation) in
            let known = state.withLock { state in
                if state.head == nil { state.headWaiter = waiter }
                return state.head
            }
            if let known { waiter.resume(returning: known) }
        }
    }

    /// All bytes that are there, waiting for some; nil at the end. `resume` is called when the transfer was paused.
    func take(resume: @Sendable () -> Void) async -> Result<[UInt8]?, TransferError> {
        await withCheckedContinuation { (reader: ChunkContinuation) in
            let (ready, wasPaused, replaced) = state.withLock { state in
                var ready = state.ending
                var replaced: ChunkContinuation?
                if !state.chunk.isEmpty {
                    ready = .success(state.chunk)
                    state.chunk = []
                } else if ready == nil {
                    replaced = state.reader
                    state.reader = reader
                }
                defer { state.isPaused = false }
                return (ready, state.isPaused, replaced)
            }
            if wasPaused { resume() }
            // A second reader ends the first one's wait instead of leaving it for ever.
            replaced?.resume(returning: .success(nil))
            if let ready { reader.resume(returning: ready) }
        }
    }
}
