import Dialogue
import Foundation

/// A training's report as JSON.
enum ReportJSON {
    static func text(_ report: TrainingReport) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(report), as: UTF8.self)
    }

    /// A report that another release wrote of other labels says nothing: then every lesson counts as new.
    static func report(_ text: String) -> TrainingReport {
        (try? JSONDecoder().decode(TrainingReport.self, from: Data(text.utf8))) ?? TrainingReport(trials: [])
    }
}
