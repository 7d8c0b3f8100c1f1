import Foundation
import Workflow

/// A file named on the command line: a path, an address, or standard input.
struct InputFile: Sendable {
    /// Absolute.
    let url: String
    private let copy: URL?

    init(_ name: String) throws {
        if name == "-" {
            let copy = try Self.copyOfStandardInput()
            self.copy = copy
            url = copy.absoluteString
        } else if name.contains("://") {
            copy = nil
            url = name
        } else {
            copy = nil
            let isFolder = FileManager.default.fileExists(atPath: name + "/.")
            guard FileManager.default.fileExists(atPath: name), !isFolder else {
                throw Problem(
                    .noInput, at: name, isFolder ? "a folder, not a file" : "no such file", next: "check the path")
            }
            url = URL(filePath: name).absoluteURL.absoluteString
        }
    }

    /// An import may read its file twice, and standard input can be read but once.
    private static func copyOfStandardInput() throws -> URL {
        let copy = FileManager.default.temporaryDirectory.appending(path: "antwort-import-\(UUID().uuidString)")
        guard FileManager.default.createFile(atPath: copy.path, contents: nil, attributes: [.posixPermissions: 0o600])
        else {
            throw Problem(.cannotCreate, at: copy.path, "no temporary file can be made", next: "check TMPDIR")
        }
        do {
            let file = try FileHandle(forWritingTo: copy)
            while case let chunk = FileHandle.standardInput.availableData, !chunk.isEmpty {
                try file.write(contentsOf: chunk)
            }
            try file.close()
        } catch {
            try? FileManager.default.removeItem(at: copy)
            throw Problem(.io, at: copy.path, "standard input cannot be kept", next: "check the free space of TMPDIR")
        }
        return copy
    }

    /// Removes the copy of standard input.
    func discard() {
        if let copy { try? FileManager.default.removeItem(at: copy) }
    }
}
