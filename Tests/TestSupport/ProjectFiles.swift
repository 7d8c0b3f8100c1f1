package import Foundation

/// Finds the project's own files, and the shared data beside it where that is there.
package enum ProjectFiles {
    /// The folder that holds `Package.swift`.
    package static let root = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    package static func fixture(_ path: String) -> URL {
        root.appending(path: "fixtures").appending(path: path)
    }

    /// A file of the shared data, or nil, with a sentence that says what is skipped, where it is missing.
    package static func shared(_ path: String) -> URL? {
        let url = root.deletingLastPathComponent().appending(path: "shared").appending(path: path)
        if FileManager.default.fileExists(atPath: url.path) { return url }
        print("skipped: ../shared/\(path) is not there, so what is tested with it is not tested in this run")
        return nil
    }

    /// A new empty folder for one test, which removes it when it is done.
    package static func withTemporaryFolder<Result>(
        _ body: (URL) async throws -> Result
    ) async throws -> Result {
        let folder = FileManager.default.temporaryDirectory.appending(path: "antwort-test-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        return try await body(folder)
    }
}
