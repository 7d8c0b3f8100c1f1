import Assembly
import Drafting
import Workflow

/// Whether a reply to a conversation is drafted, and why not, as commands print it.
struct DraftStandingView: Sendable {
    let standing: DraftStanding
    /// Why nothing can be published for the account.
    let obstacle: String

    init(_ standing: DraftStanding, account: String, at desk: Desk) {
        self.standing = standing
        obstacle = desk.obstacle(toPublishingFor: account)
    }

    /// Of a conversation whose account can publish.
    init(ofPublishable standing: DraftStanding) {
        self.standing = standing
        obstacle = "the account cannot publish"
    }

    /// The line for people.
    var line: String {
        switch standing {
        case .waits(let id): "a draft waits for a decision: antwort drafts show \(id)"
        case .noAnswerDue: "no draft: no answer is due"
        case .history: "no draft: the posts were imported as history"
        case .accountCannotPublish: "no draft: \(obstacle)"
        case .notDrafted(let reason): "no draft: \(reason.rawValue); \(Self.advice(for: reason))"
        case .approved(let outbox):
            "no draft: a reply is approved; see 'antwort outbox \(outbox.map { "show \($0.prefix(12))" } ?? "list")'"
        case .rejected(let person, let reason):
            SafeText.line("no draft: \(person) rejected it (\(reason)); answer on the platform itself")
        case .notYet: "no draft yet: the next 'antwort watch' makes one"
        }
    }

    /// The fields for programs: the draft's id, or a fixed word for why there is none.
    var fields: [(String, JSONValue)] {
        switch standing {
        case .waits(let id): [("draft", .text(id)), ("no_draft", .null)]
        case .noAnswerDue: none("no_answer_due")
        case .history: none("history")
        case .accountCannotPublish: none("account_cannot_publish")
        case .notDrafted(let reason): none(reason.rawValue)
        case .approved: none("approved")
        case .rejected: none("rejected")
        case .notYet: none("not_yet")
        }
    }

    private func none(_ word: String) -> [(String, JSONValue)] { [("draft", .null), ("no_draft", .text(word))] }

    /// Without the beginning that the line has already.
    private static func advice(for reason: NoAnswer.Reason) -> String {
        let advice = reason.advice
        return advice.hasPrefix("no draft: ") ? String(advice.dropFirst(10)) : advice
    }
}
