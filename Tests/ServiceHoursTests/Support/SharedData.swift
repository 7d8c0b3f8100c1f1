import Foundation

/// Data that lie beside the project and are too large to be part of it.
enum SharedData {
    /// The file of this name in `../shared/data`; nil, with a printed sentence, when it is not there.
    static func url(_ name: String) -> URL? {
        let file = URL(filePath: #filePath).resolvingSymlinksInPath()
        let root = (1...4).reduce(file) { folder, _ in folder.deletingLastPathComponent() }
        let url = root.deletingLastPathComponent().appending(path: "shared/data/\(name)")
        if FileManager.default.fileExists(atPath: url.path) { return url }
        print("Skipped: shared data \(name) is not there.")
        return nil
    }

    /// The text of a gzip file.
    static func unpacked(_ url: URL) throws -> String {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/gzip")
        process.arguments = ["-dc", url.path]
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let data = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return String(decoding: data, as: UTF8.self)
    }
}
