package import Dialogue
package import Storage

extension SQLiteStore {
    package func save(_ draft: Draft) async throws(StorageError) -> CommitOutcome {
        try await write { database, _ in
            guard draft.version >= 1 else { throw Defect(what: "a draft came with a version below 1") }
            let writer = DraftWriter(database)
            // Version 1 always stays, so its own key tells whether the id is taken.
            if draft.version > 1, !(try writer.setStanding("replaced", of: draft.id, version: draft.version - 1)) {
                return .takeBack(.superseded)
            }
            return try writer.insert(draft) ? .keep(.committed) : .takeBack(.superseded)
        }
    }

    package func drafts(idPrefix prefix: String) async throws(StorageError) -> [DraftEntry] {
        try await read { database in
            var query = try Query(database, Self.draftsByPrefix)
            try query.putRange(ofPrefix: prefix)
            return try query.draftEntries()
        }
    }

    package func drafts(of conversations: Set<String>) async throws(StorageError) -> [String: [DraftEntry]] {
        try await read { database in
            var query = try Query(database, Self.draftsOfConversation)
            var found: [String: [DraftEntry]] = [:]
            for conversation in conversations {
                try query.put(conversation)
                let entries = try query.draftEntries()
                if !entries.isEmpty { found[conversation] = entries }
            }
            return found
        }
    }

    package func undecidedDrafts(after id: String?, limit: Int) async throws(StorageError) -> [Draft] {
        try await read { database in
            var query = try Query(database, Self.undecidedDrafts)
            try query.put(id)
            try query.put(max(0, limit))
            return try query.drafts()
        }
    }

    package func drafts(before position: DraftPosition?, limit: Int) async throws(StorageError) -> [DraftEntry] {
        try await read { database in
            var query = try Query(database, Self.draftPage)
            try query.put(position?.createdAt)
            try query.put(position?.id)
            try query.put(max(0, limit))
            return try query.draftEntries()
        }
    }

    package func versions(ofDraft id: String) async throws(StorageError) -> [Draft] {
        try await read { database in
            var query = try Query(database, DraftReader.select + " WHERE id = ? ORDER BY version")
            try query.put(id)
            return try query.drafts()
        }
    }

    package func decide(
        _ decision: DraftDecision, sending row: OutboxRow?
    ) async throws(StorageError) -> CommitOutcome {
        try await write { database, _ in
            guard row?.approval == decision.approval else {
                throw Defect(what: "an approval and its outbox row did not come together")
            }
            let writer = DraftWriter(database)
            let (draft, version) = decision.subject
            guard try writer.setStanding("decided", of: draft, version: version),
                let target = try writer.row(of: draft, version: version)
            else { return .takeBack(.superseded) }
            try writer.insert(decision, about: target)
            if let row, !(try OutboxWriter(database).insert(row, approval: target)) { return .takeBack(.superseded) }
            return .keep(.committed)
        }
    }

    private static let draftsByPrefix =
        DraftReader.selectEntry
            + """
             WHERE drafts.id >= ?1 AND drafts.id < ?2 AND drafts.standing <> 'replaced'
            ORDER BY drafts.id LIMIT 2
            """

    private static let draftsOfConversation =
        DraftReader.selectEntry
            + """
             WHERE drafts.conversation = ? AND drafts.standing <> 'replaced'
            ORDER BY drafts.created_at, drafts.id
            """

    private static let undecidedDrafts =
        DraftReader.select + " WHERE standing = 'waiting' AND id > coalesce(?1, '') ORDER BY id LIMIT ?2"

    private static let draftPage =
        DraftReader.selectEntry
            + """
             WHERE drafts.standing <> 'replaced' AND drafts.created_at <= coalesce(?1, 9223372036854775807)
                AND (?1 IS NULL OR drafts.created_at < ?1 OR drafts.id < ?2)
            ORDER BY drafts.created_at DESC, drafts.id DESC LIMIT ?3
            """
}
