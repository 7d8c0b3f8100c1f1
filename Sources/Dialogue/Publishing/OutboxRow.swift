import ServiceHours

/// An approved reply on its way to the public, with the one request that publishes it.
///
/// A new one needs an ``ApprovedReply``; one read back from a store must fit its seals. So what reaches a connector is, byte for byte and
/// for that post, what a named person approved.
package struct OutboxRow: Hashable, Sendable {
    package let id: String
    package let approval: ApprovalRecord
    package let body: ReplyText
    package let request: FrozenRequest
    /// 64 hex digits over all of the above.
    package let seal: String
    package internal(set) var progress: OutboxProgress

    /// Queues an approved reply.
    /// - Parameters:
    ///   - request: what the account's connector froze of `reply`, under a fresh key.
    ///   - epoch: of this store and machine.
    package init(
        _ reply: ApprovedReply, id: String, request: FrozenRequest, profile: PublishProfile, epoch: String
    ) {
        let approvedAt = reply.approvedAt
        let latest = approvedAt + profile.expires
        self.id = id
        approval = reply.record
        body = reply.draft.body
        self.request = request
        seal = Self.seal(id: id, approval: reply.record, request: request)
        progress = OutboxProgress(
            approvedAt: approvedAt, nextAt: approvedAt + profile.hold,
            expiresAt: min(latest, reply.draft.expiresAt ?? latest), epoch: epoch)
    }

    /// Takes a row from a store.
    /// - Throws: `tampered` when approval, words or request are not as they were approved and frozen.
    package init(
        stored id: String, approval: ApprovalRecord, body: [UInt8], request: FrozenRequest, seal: String,
        progress: OutboxProgress
    ) throws(ReviewError) {
        guard approval.isSealed else { throw .tampered("the approval of outbox row \(id)") }
        guard seal == Self.seal(id: id, approval: approval, request: request) else {
            throw .tampered("the request of outbox row \(id)")
        }
        self.id = id
        self.approval = approval
        self.body = try ReplyText(stored: body, hash: approval.bodyHash)
        self.request = request
        self.seal = seal
        self.progress = progress
    }

    private static func seal(id: String, approval: ApprovalRecord, request: FrozenRequest) -> String {
        var digest = PartsDigest("outbox/1")
        for text in [id, approval.seal, request.method, request.path, request.contentType] { digest.add(text) }
        digest.add(request.body)
        digest.add(optional: request.key)
        return digest.hex
    }
}
