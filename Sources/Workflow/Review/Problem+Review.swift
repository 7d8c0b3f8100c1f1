import Connectors
import Dialogue
import Storage

extension Problem {
    /// What a review was refused for.
    init(_ error: ReviewError, at place: String) {
        self.init(error.code == "tampered" ? .internal : .badData, at: place, error.what, next: error.advice)
    }

    /// Why a text cannot be said on its platform.
    init(_ fault: MastodonPublish.Fault, at place: String) {
        switch fault {
        case .namesNobody(let handle):
            self.init(
                .badData, at: place, "it does not name @\(handle), who would never hear of it",
                next: "put @\(handle) into the text with 'antwort drafts edit'")
        case .tooLong(let length):
            self.init(
                .badData, at: place, "it has \(length.used) of \(length.limit) characters",
                next: "shorten it with 'antwort drafts edit'")
        case .empty: self.init(.badData, at: place, "it has no words", next: "write some with 'antwort drafts edit'")
        }
    }

    /// Whatever was thrown, as a problem.
    init(any error: any Error) {
        switch error {
        case let problem as Problem: self = problem
        case let error as StorageError: self.init(error)
        case let error as ReviewError: self.init(error, at: "draft")
        default: self.init(.internal, at: "antwort", "\(error)", next: "report this as a defect")
        }
    }
}
