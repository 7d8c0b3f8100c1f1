import Foundation

/// A folder into which another tool puts exports: each file is read from where it was left, and the source's cursor knows them all.
struct DropFolder: Sendable {
    /// A file as the folder lists it.
    struct File: Hashable, Sendable {
        let name: String
        let url: String
        let size: Int64
        /// Seconds since 1970, with a fraction.
        let modified: Double
    }

    private struct Mark: Codable {
        /// The export's own cursor.
        var cursor: String
        var size: Int64
        var modified: Double
    }

    /// In the order of their names; hidden files and those that are still being written (`.part`, `.tmp`, `~`) are left out.
    let files: [File]
    private var marks: [String: Mark]

    /// Lists the folder.
    /// - Parameter cursor: what ``encoded`` said last.
    init(path: String, cursor: String?) throws(Problem) {
        let folder = URL(filePath: path, directoryHint: .isDirectory)
        let keys: [URLResourceKey] = [.isRegularFileKey, .fileSizeKey, .contentModificationDateKey]
        let found: [URL]
        do {
            found = try FileManager.default.contentsOfDirectory(
                at: folder, includingPropertiesForKeys: keys, options: .skipsHiddenFiles)
        } catch {
            throw Problem(
                .unavailable, at: path, "the folder cannot be read", next: "check that it exists and who may read it")
        }
        var files: [File] = []
        for url in found {
            let name = url.lastPathComponent
            guard !name.hasPrefix("."), ![".part", ".tmp", "~"].contains(where: name.hasSuffix),
                let values = try? url.resourceValues(forKeys: Set(keys)), values.isRegularFile == true
            else { continue }
            files.append(
                File(
                    name: name, url: url.absoluteString, size: Int64(values.fileSize ?? 0),
                    modified: values.contentModificationDate?.timeIntervalSince1970 ?? 0))
        }
        self.files = files.sorted { $0.name < $1.name }
        if let cursor {
            guard let marks = try? JSONDecoder().decode([String: Mark].self, from: Data(cursor.utf8)) else {
                throw Problem(
                    .internal, at: path, "the saved place in the folder cannot be read",
                    next: "rename the source in the settings to read the folder anew; known posts stay as they are")
            }
            // A file that is gone needs no mark; one of its name is another file.
            let names = Set(files.map(\.name))
            self.marks = marks.filter { names.contains($0.key) }
        } else {
            marks = [:]
        }
    }

    /// Whether the file is as it was when it was read to its end.
    func isRead(_ file: File) -> Bool {
        guard let mark = marks[file.name] else { return false }
        return mark.size == file.size && mark.modified == file.modified
    }

    /// Where the file was left.
    func cursor(of file: File) -> String? {
        marks[file.name]?.cursor
    }

    /// Remembers where the file was left.
    /// - Parameter isWhole: whether that is its end: only then do its size and time count.
    mutating func note(_ file: File, at cursor: String, isWhole: Bool) {
        marks[file.name] =
            isWhole
            ? Mark(cursor: cursor, size: file.size, modified: file.modified)
            : Mark(cursor: cursor, size: -1, modified: 0)
    }

    /// The source's cursor.
    var encoded: String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        guard let bytes = try? encoder.encode(marks) else { return "{}" }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The source's cursor while `file` is being read.
    func encoded(with file: File, at cursor: String) -> String {
        var folder = self
        folder.note(file, at: cursor, isWhole: false)
        return folder.encoded
    }
}
