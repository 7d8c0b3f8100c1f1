import Dialogue
import Storage

extension ReviewDesk {
    /// A draft after somebody corrected how its conversation was read.
    package struct Renewed: Sendable {
        /// The draft that fits now, made anew where need be; nil where there is none.
        package let item: Item?
        /// Why there is none.
        package let standing: DraftStanding
    }

    /// Writes the draft anew where what was corrected calls for other words, and withdraws it where no answer is owed any more.
    package func renewed(_ item: Item) async throws(Problem) -> Renewed {
        do {
            guard let opened = try await opened(item.draft) else {
                return Renewed(item: nil, standing: .noAnswerDue)
            }
            let standing = try await standing(of: opened)
            switch standing {
            case .waits(let id): return Renewed(item: try await self.item(named: id), standing: standing)
            case .notYet:
                guard let wait = opened.record.wait,
                    let draft = try desk.draft(
                        id: String(makeKey().prefix(12)), answering: wait, in: opened, at: now)
                else { return Renewed(item: nil, standing: standing) }
                let kept = try await save(draft, at: "draft \(draft.id)")
                return Renewed(item: try await self.item(named: kept.id), standing: .waits(id: kept.id))
            default: return Renewed(item: nil, standing: standing)
            }
        } catch {
            throw Problem(any: error)
        }
    }
}
