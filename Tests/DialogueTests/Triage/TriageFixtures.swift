import Dialogue
import Foundation
import Testing

/// The project's own files that triage tests read, found from this source file.
enum TriageFixtures {
    static let root = URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
        .deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    static let engine = Result { try TriageEngine(lexicons: [lexicon(.german), lexicon(.english)]) }

    static func lexicon(_ language: Language) throws -> Lexicon {
        let folder = root.appending(path: "templates/\(language.rawValue)/lexicon")
        var files: [String: [UInt8]] = [:]
        for file in try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil) {
            files[file.lastPathComponent] = [UInt8](try Data(contentsOf: file))
        }
        return try Lexicon(language: language, files: files)
    }

    static func read(_ text: String, context: TriageContext = TriageContext()) throws -> Triage {
        try engine.get().read(text, context: context)
    }

    /// The rows of a tab-separated file, by the names in its first line; nil when there is no such file.
    static func rows(_ path: String) throws -> [[String: String]]? {
        let file = root.appending(path: path)
        guard let text = try? String(contentsOf: file, encoding: .utf8) else { return nil }
        let lines = text.split(separator: "\n").map { $0.split(separator: "\t", omittingEmptySubsequences: false) }
        let header = try #require(lines.first)
        return lines.dropFirst().map { line in
            Dictionary(uniqueKeysWithValues: zip(header, line).map { (String($0), String($1)) })
        }
    }
}

/// Counts of what was wanted against what was read.
struct ConfusionMatrix: CustomStringConvertible {
    private var counts: [String: [String: Int]] = [:]
    private var order: [String] = []

    mutating func add(wanted: String, read: String) {
        for label in [wanted, read] where !order.contains(label) { order.append(label) }
        counts[wanted, default: [:]][read, default: 0] += 1
    }

    func count(_ wanted: String, _ read: String) -> Int { counts[wanted]?[read] ?? 0 }

    var total: Int { counts.values.reduce(0) { $0 + $1.values.reduce(0, +) } }

    var accuracy: Double { Double(order.reduce(0) { $0 + count($1, $1) }) / Double(max(1, total)) }

    func recall(_ label: String) -> Double {
        Double(count(label, label)) / Double(max(1, order.reduce(0) { $0 + count(label, $1) }))
    }

    func precision(_ label: String) -> Double {
        Double(count(label, label)) / Double(max(1, order.reduce(0) { $0 + count($1, label) }))
    }

    var description: String {
        let labels = order.sorted()
        func cell(_ text: String) -> String { text.padding(toLength: 11, withPad: " ", startingAt: 0) }
        var lines = [cell("wanted/read") + labels.map(cell).joined() + "recall precision"]
        for wanted in labels {
            let figures = "\(Int(recall(wanted) * 100)) %   \(Int(precision(wanted) * 100)) %"
            lines.append(cell(wanted) + labels.map { cell(String(count(wanted, $0))) }.joined() + figures)
        }
        lines.append("accuracy \(Int(accuracy * 100)) % of \(total)")
        return lines.joined(separator: "\n")
    }
}
