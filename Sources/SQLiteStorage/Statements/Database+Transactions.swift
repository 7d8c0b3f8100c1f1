import GRDB

/// What becomes of a transaction whose statements all succeeded.
enum Change<Answer> {
    case keep(Answer)
    case takeBack(Answer)
}

extension Database {
    /// Runs `body` on one snapshot.
    func snapshot<Answer>(_ body: (Database) throws -> Answer) throws -> Answer {
        var answer: Answer?
        try inTransaction(.deferred) {
            answer = try body(self)
            return .commit
        }
        guard let answer else { throw DatabaseError(resultCode: .SQLITE_INTERNAL) }
        return answer
    }

    /// Runs `body` in a transaction that holds the lock for writing from its start; nothing is left of it when anything fails.
    func change<Answer>(_ known: KnownRows, _ body: (Database) throws -> Change<Answer>) throws -> Answer {
        var change: Change<Answer>?
        do {
            try inTransaction(.immediate) {
                try known.refresh(self)
                let made = try body(self)
                change = made
                if case .keep = made { return .commit }
                return .rollback
            }
        } catch {
            known.forget()
            throw error
        }
        switch change {
        case .keep(let answer): return answer
        case .takeBack(let answer):
            known.forget()
            return answer
        case nil: throw DatabaseError(resultCode: .SQLITE_INTERNAL)
        }
    }
}
