import Transfers

/// The error a transfer ended with; nil when it succeeded.
func failure<Answer>(of work: @autoclosure () async throws -> Answer) async -> TransferError? {
    do {
        _ = try await work()
        return nil
    } catch {
        return error as? TransferError
    }
}

extension TransferStream {
    /// Reads to the end, handing over each piece.
    func read(_ take: ([UInt8]) -> Void = { _ in }) async throws {
        for try await piece in self { take(piece) }
    }

    /// Reads to the end and says how it failed, if it did.
    func failureOfReading() async -> TransferError? {
        await failure(of: try await read())
    }
}

extension TransferDriver {
    /// Performs a request and says how it failed, if it did.
    func failure(performing request: TransferRequest) async -> TransferError? {
        await TransfersTests.failure(of: try await perform(request))
    }
}
