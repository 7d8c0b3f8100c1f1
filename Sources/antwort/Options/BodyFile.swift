import Foundation
import Workflow

/// The words of a reply in a file, or on standard input.
enum BodyFile {
    private static let mostBytes = 200_000

    static func read(_ name: String) throws(Problem) -> String {
        let bytes: Data
        if name == "-" {
            bytes = (try? FileHandle.standardInput.readToEnd()) ?? Data()
        } else {
            guard let file = try? FileHandle(forReadingFrom: URL(filePath: name)),
                let read = try? file.read(upToCount: mostBytes + 1)
            else { throw Problem(.noInput, at: name, "the file cannot be read", next: "check the path") }
            bytes = read
        }
        guard bytes.count <= mostBytes, let text = String(validating: bytes, as: UTF8.self) else {
            throw Problem(.badData, at: name, "it is no text of a reply", next: "write it in UTF-8, and shorter")
        }
        return text
    }
}
