import Foundation
import TestSupport

/// Where a benchmark works: its folder, its sizes, the program under test.
struct Bench {
    let folder: URL
    let rows: [Int]
    let sources: [Int]
    /// How often what is short is repeated; the median counts.
    let runs: Int
    private let path: String?

    init(_ order: MeasuringOrder, folder: URL) throws {
        self.folder = folder
        rows = order.rows
        sources = order.sources
        runs = order.runs
        path = order.antwort
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    /// The program under test.
    var antwort: String {
        get throws {
            guard let path else { throw MeasuringError("needs the path of the release binary; see --help") }
            return path
        }
    }

    /// The lexicons as the program finds them.
    var templates: String { ProjectFiles.root.appending(path: "templates").path }

    /// A folder below the bench's own.
    func place(_ name: String) throws -> URL {
        let place = folder.appending(path: name)
        try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
        return place
    }

    /// An export of so many rows, written when it is first wanted.
    func export(rows: Int) throws -> URL {
        let url = folder.appending(path: "twcs-\(rows).csv")
        if FileManager.default.fileExists(atPath: url.path) { return url }
        let draft = folder.appending(path: "twcs-\(rows).part")
        var writer = try TWCSWriter(phrases: Phrases(), seed: 1)
        try writer.write(rows: rows, to: draft)
        try FileManager.default.moveItem(at: draft, to: url)
        return url
    }
}

/// Why something could not be measured.
struct MeasuringError: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) {
        self.description = description
    }
}
