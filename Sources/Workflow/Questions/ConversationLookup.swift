package import Dialogue
import ServiceHours
package import Storage

/// A conversation with its words, as a person reads it.
package struct OpenedConversation: Sendable {
    package let conversation: Conversation
    package let record: ConversationRecord
    /// Every wording of its posts, oldest first.
    package let wordings: [PostKey: [Wording]]

    /// The current words of a member.
    package func text(of post: ThreadPost) -> String {
        wordings(of: post).last { $0.isCurrent }?.text ?? ""
    }

    /// All wordings of a member.
    package func wordings(of post: ThreadPost) -> [Wording] {
        wordings[PostKey(network: conversation.thread.network, remoteID: post.remoteID)] ?? []
    }
}

/// Finds conversations by what people have at hand: the first letters of an id, the id or the address of a post.
package struct ConversationLookup: Sendable {
    private let store: any Store
    private let reader: ConversationReader

    package init(store: any Store, accounts: AccountBook, policies: ResponsePolicies) {
        self.store = store
        reader = ConversationReader(accounts: accounts, policies: policies)
    }

    /// The conversation that `name` means.
    /// - Throws: `noInput` when there is none, `badData` when there are several.
    package func record(named name: String) async throws(Problem) -> ConversationRecord {
        do {
            let byID = try await store.conversations(idPrefix: name.lowercased())
            if let exact = byID.first(where: { $0.id == name.lowercased() }) ?? (byID.count == 1 ? byID.first : nil) {
                return exact
            }
            guard byID.isEmpty else { throw ambiguous(name, "several conversations begin with it") }
            let beside = try await store.conversations(holding: name)
            if let own = beside.first(where: { $0.opening == name }) { return own }
            let holding = try await holding(name, among: beside)
            if holding.count == 1, let record = holding.first { return record }
            let several = holding.isEmpty ? beside : holding
            guard several.isEmpty else {
                throw ambiguous(
                    name, "several people speak there: \(several.prefix(5).map(\.id).joined(separator: ", "))")
            }
        } catch let problem as Problem {
            throw problem
        } catch let error as StorageError {
            throw Problem(error)
        } catch {
            throw Problem(.internal, at: name, "\(error)", next: "report this as a defect")
        }
        throw Problem(
            .noInput, at: name, "no conversation has this id, nor holds a post with it",
            next: "see 'antwort conversations list'")
    }

    /// The conversation with everything that was said in it.
    package func open(_ record: ConversationRecord) async throws(Problem) -> OpenedConversation {
        do {
            guard let threads = try await store.linkedThreads(record.thread),
                let conversation = reader.conversations(in: threads).first(where: { $0.id == record.id })
            else {
                throw Problem(
                    .internal, at: record.id, "its thread does not lead to it any more",
                    next: "run 'antwort watch' and try again")
            }
            let keys = Set(
                conversation.members.map { PostKey(network: record.thread.network, remoteID: $0.post.remoteID) })
            return OpenedConversation(
                conversation: conversation, record: conversation.record, wordings: try await store.wordings(of: keys))
        } catch let problem as Problem {
            throw problem
        } catch let error as StorageError {
            throw Problem(error)
        } catch {
            throw Problem(.internal, at: record.id, "\(error)", next: "report this as a defect")
        }
    }

    /// Of the conversations of a thread those to which the post belongs.
    private func holding(
        _ remoteID: String, among records: [ConversationRecord]
    ) async throws(StorageError) -> [ConversationRecord] {
        var ids: Set<String> = []
        for key in Set(records.map(\.thread)) {
            guard let facts = try await store.thread(key) else { continue }
            for conversation in reader.conversations(in: [facts])
            where conversation.members.contains(where: { $0.post.remoteID == remoteID }) {
                ids.insert(conversation.id)
            }
        }
        return records.filter { ids.contains($0.id) }
    }

    private func ambiguous(_ name: String, _ what: String) -> Problem {
        Problem(.badData, at: name, what, next: "give more letters of the conversation's id")
    }
}
