import Connectors
package import Dialogue
package import ServiceHours
package import Storage

/// Where people decide: opens drafts, lets them through in a name, turns them down, changes their words.
package struct ReviewDesk: Sendable {
    /// A draft with everything a person must see before deciding.
    package struct Item: Sendable {
        package let review: Review
        package let state: DraftState
        /// nil when the conversation does not exist any more.
        package let opened: OpenedConversation?
        /// nil where the account cannot publish.
        package let publisher: Publisher?

        package var draft: Draft { review.draft }
    }

    let store: any Store
    let desk: DraftingDesk
    private let publishers: [String: Publisher]
    private let reader: ConversationReader
    private let lookup: ConversationLookup
    private let epoch: String
    let now: Instant
    /// 128 random bits, in hex.
    let makeKey: @Sendable () -> String

    package init(
        store: any Store, desk: DraftingDesk, publishers: [Publisher], accounts: AccountBook,
        policies: ResponsePolicies,
        epoch: String, now: Instant, makeKey: @escaping @Sendable () -> String
    ) {
        self.store = store
        self.desk = desk
        self.publishers = Dictionary(publishers.map { ($0.account.name, $0) }, uniquingKeysWith: { first, _ in first })
        reader = ConversationReader(accounts: accounts, policies: policies)
        lookup = ConversationLookup(store: store, accounts: accounts, policies: policies)
        self.epoch = epoch
        self.now = now
        self.makeKey = makeKey
    }

    /// The drafts that can be decided on now, the most urgent wait first.
    package func waiting() async throws(Problem) -> [Item] {
        var items: [Item] = []
        do {
            var position: String?
            while case let page = try await store.undecidedDrafts(after: position, limit: 200), let last = page.last {
                for draft in page {
                    let item = try await item(of: DraftEntry(draft: draft, decision: nil))
                    // A paused or resolved matter asks nobody for a decision.
                    let isOwed = item.opened.map { $0.record.wait.map { $0.startedAt <= now } ?? false } ?? false
                    if isOwed, ["proposed", "edited"].contains(item.state.word) { items.append(item) }
                }
                position = last.id
            }
        } catch {
            throw Problem(any: error)
        }
        return items.sorted { due($0) < due($1) }
    }

    private func due(_ item: Item) -> Int64 { item.opened?.record.wait?.dueAt?.seconds ?? .max }

    /// The draft whose id begins with `name`.
    package func item(named name: String) async throws(Problem) -> Item {
        do {
            let found = try await store.drafts(idPrefix: name)
            guard let entry = found.first(where: { $0.draft.id == name }) ?? (found.count == 1 ? found.first : nil)
            else {
                throw found.isEmpty
                    ? Problem(.noInput, at: name, "there is no draft of this id", next: "see 'antwort drafts list'")
                    : Problem(.badData, at: name, "several drafts begin with it", next: "give more letters of the id")
            }
            return try await item(of: entry)
        } catch {
            throw Problem(any: error)
        }
    }

    /// A draft with what stands around it now.
    package func item(of entry: DraftEntry) async throws -> Item {
        let review = try Review(of: entry.draft, decision: entry.decision)
        let opened = try await opened(entry.draft)
        return Item(
            review: review, state: review.state(at: now, in: opened?.conversation), opened: opened,
            publisher: publishers[entry.draft.account])
    }

    func opened(_ draft: Draft) async throws -> OpenedConversation? {
        guard
            let record = try await store.conversations(idPrefix: draft.conversation).first(where: {
                $0.id == draft.conversation
            })
        else { return nil }
        return try await lookup.open(record)
    }

    // MARK: Deciding

    /// Lets a draft through in `person`'s name and queues it for the next publishing run.
    /// - Parameter hash: of the words the person has read.
    package func approve(_ item: Item, expecting hash: String, by person: String) async throws(Problem) -> OutboxRow {
        let place = "draft \(item.draft.id)"
        do {
            let review = try item.review.approve(by: person, at: now, expecting: hash, in: item.opened?.conversation)
            guard case .approved(let reply) = review, let publisher = item.publisher else {
                throw Problem(
                    .configuration, at: place, field: item.draft.account, "this account cannot publish",
                    next: "run 'antwort watch' once, and see 'antwort source test'")
            }
            let row = OutboxRow(
                reply, id: makeKey(), request: try freeze(reply, of: item, through: publisher),
                profile: publisher.profile,
                epoch: epoch)
            guard try await store.decide(.approved(reply.record), sending: row) == .committed else {
                throw Problem(
                    .badData, at: place, "somebody decided about it meanwhile", next: "see 'antwort drafts show'")
            }
            return row
        } catch let error as ReviewError {
            throw Problem(error, at: place)
        } catch {
            throw Problem(any: error)
        }
    }

    private func freeze(_ reply: ApprovedReply, of item: Item, through publisher: Publisher) throws -> FrozenRequest {
        let target = item.draft.target
        let author = item.opened?.conversation.members.first { $0.post.remoteID == target.key.remoteID }?.post.author
        let language = item.opened?.record.language
        do throws(MastodonPublish.Fault) {
            return try publisher.connector.freeze(
                reply,
                answering: .init(
                    remoteID: target.key.remoteID, handle: author?.handle, visibility: target.visibility),
                key: makeKey(),
                language: language == .other ? nil : language?.rawValue)
        } catch {
            throw Problem(error, at: "draft \(item.draft.id)")
        }
    }

    /// Turns a draft down.
    package func reject(_ item: Item, because reason: String, by person: String) async throws(Problem) {
        let place = "draft \(item.draft.id)"
        do {
            let review = try item.review.reject(by: person, at: now, reason: reason)
            guard let decision = review.decision, try await store.decide(decision, sending: nil) == .committed else {
                throw Problem(
                    .badData, at: place, "somebody decided about it meanwhile", next: "see 'antwort drafts show'")
            }
        } catch let error as ReviewError {
            throw Problem(error, at: place)
        } catch {
            throw Problem(any: error)
        }
    }

    /// Gives a draft other words, which are checked like any.
    package func edit(_ item: Item, to text: String, by person: String) async throws(Problem) -> Draft {
        let place = "draft \(item.draft.id)"
        do {
            guard case .waiting(let draft) = item.review else { throw ReviewError.alreadyDecided }
            let editor = try PersonName.checked(person)
            guard let opened = item.opened, let wait = opened.record.wait else {
                throw Problem(.badData, at: place, "nobody waits for this answer any more", next: "reject the draft")
            }
            let body = ReplyText(text)
            let findings = try desk.findings(in: body.text, answering: wait, in: opened, at: now)
            guard
                let edited = draft.edited(
                    body, by: editor, findings: findings, at: now, expiresAt: nil, in: opened.conversation)
            else { throw Problem(.badData, at: place, "the post it answers is gone", next: "reject the draft") }
            return try await save(edited, at: place)
        } catch let error as ReviewError {
            throw Problem(error, at: place)
        } catch {
            throw Problem(any: error)
        }
    }

    /// Takes another of the texts that were offered.
    package func choose(_ index: Int, for item: Item) async throws(Problem) -> Draft {
        let place = "draft \(item.draft.id)"
        do {
            guard case .waiting(let draft) = item.review else { throw ReviewError.alreadyDecided }
            guard let opened = item.opened,
                let chosen = draft.choosing(
                    candidate: index, at: now, in: opened.conversation)
            else { throw Problem(.badData, at: place, "there is no such text", next: "see 'antwort drafts show'") }
            return try await save(chosen, at: place)
        } catch let error as ReviewError {
            throw Problem(error, at: place)
        } catch {
            throw Problem(any: error)
        }
    }

    func save(_ draft: Draft, at place: String) async throws -> Draft {
        guard try await store.save(draft) == .committed else {
            throw Problem(.badData, at: place, "somebody changed it meanwhile", next: "see 'antwort drafts show'")
        }
        return draft
    }
}
