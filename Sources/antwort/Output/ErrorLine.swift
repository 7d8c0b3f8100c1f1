import Workflow

/// `antwort: error: WHERE: FIELD: WHAT; NEXT`, on one line, without anything that could act on a terminal.
struct ErrorLine: Sendable {
    let text: String

    init(_ problem: Problem) {
        self.init(place: problem.place, field: problem.field, what: problem.what, next: problem.next)
    }

    init(place: String, field: String = "", what: String, next: String) {
        let parts = [place, field, next.isEmpty ? what : "\(what); \(next)"].filter { !$0.isEmpty }
        text = "antwort: error: " + parts.map(SafeText.line).joined(separator: ": ")
    }
}
