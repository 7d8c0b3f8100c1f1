import Dialogue
import ServiceHours

/// Visits every state that can be reached and looks for one that must not be.
struct ModelSearch {
    struct Finding: CustomStringConvertible {
        let what: String
        let path: [String]

        var description: String { "\(what): \(path.joined(separator: ", "))" }
    }

    struct Result {
        var states = 0
        var endings: [String: Int] = [:]
        var finding: Finding?
    }

    /// More than any world here has: a search that gets there goes round in circles.
    static let limit = 400_000

    static func run(_ rules: ModelRules, from start: ModelState) -> Result {
        var result = Result()
        var states = [start]
        var numbers = [start: 0]
        var from: [(state: Int, name: String)] = [(0, "")]
        var next = 0

        func path(to index: Int) -> [String] {
            var names: [String] = []
            var index = index
            while index != 0 {
                names.append(from[index].name)
                index = from[index].state
            }
            return names.reversed()
        }

        while next < states.count {
            let state = states[next]
            if let wrong = violation(in: state) {
                result.finding = Finding(what: wrong, path: path(to: next))
                break
            }
            let steps = rules.steps(from: state)
            if steps.allSatisfy(\.isAccident) {
                guard isSettled(state) else {
                    result.finding = Finding(what: "stuck in \(state.row.progress.state)", path: path(to: next))
                    break
                }
                let progress = state.row.progress
                let word = progress.state.rawValue + (progress.reason.map { " " + $0.rawValue } ?? "")
                result.endings[word, default: 0] += 1
            }
            for step in steps where numbers[step.to] == nil {
                numbers[step.to] = states.count
                states.append(step.to)
                from.append((next, step.name))
            }
            next += 1
            if states.count > limit {
                result.finding = Finding(what: "no end", path: Array(path(to: next).suffix(40)))
                break
            }
        }
        result.states = states.count
        return result
    }

    private static func violation(in state: ModelState) -> String? {
        let progress = state.row.progress
        if state.copies.count > 1 { return "doubled" }
        switch progress.state {
        case .sent where !state.copies.contains { $0.id == progress.reply?.remoteID }: return "sent and not there"
        case .failed where !state.copies.isEmpty: return "failed and there"
        default: return nil
        }
    }

    private static func isSettled(_ state: ModelState) -> Bool {
        guard state.worker == .idle else { return false }
        switch state.row.progress.state {
        case .sent, .failed, .held: return true
        case .approved, .sending, .uncertain, .cancelled: return false
        }
    }
}
