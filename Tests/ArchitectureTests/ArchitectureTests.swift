import Foundation
import TestSupport
import Testing

@Suite struct `The house` {
    private struct Source {
        let path: String
        let lines: [Substring]
    }

    private func sources(below folder: String) throws -> [Source] {
        let root = ProjectFiles.root.appending(path: folder)
        let found = FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil)
        var sources: [Source] = []
        while let url = found?.nextObject() as? URL {
            guard url.pathExtension == "swift" else { continue }
            let text = try String(contentsOf: url, encoding: .utf8)
            sources.append(
                Source(
                    path: folder + "/" + url.lastPathComponent,
                    lines: text.split(separator: "\n", omittingEmptySubsequences: false)))
        }
        return sources
    }

    private func imports(of source: Source) -> [String] {
        source.lines.compactMap { line in
            let words = line.split(separator: " ")
            guard let position = words.firstIndex(of: "import"), position < 3, position + 1 < words.count else {
                return nil
            }
            guard words[..<position].allSatisfy({ $0 == "package" || $0.hasPrefix("@") || $0 == "private" }) else {
                return nil
            }
            return words.last.map { String($0.split(separator: ".").first ?? $0) }
        }
    }

    @Test(arguments: ImportRules.allowed.keys.sorted())
    func `a target imports only what the target table allows`(folder: String) throws {
        let allowed = try #require(ImportRules.allowed[folder]).union(ImportRules.system)
        let sources = try sources(below: folder)
        #expect(!sources.isEmpty, "\(folder) has no sources")
        for source in sources {
            let foreign = imports(of: source).filter { !allowed.contains($0) }
            #expect(foreign.isEmpty, "\(source.path) imports \(foreign)")
        }
    }

    @Test func `every folder of sources stands in the table`() throws {
        let folders = try FileManager.default.contentsOfDirectory(
            atPath: ProjectFiles.root.appending(path: "Sources").path)
        for folder in folders where !["CCurl", "CParsers"].contains(folder) {
            #expect(ImportRules.allowed["Sources/\(folder)"] != nil, "Sources/\(folder) has no rule")
        }
    }

    @Test func `clock, environment and chance are read by the executables alone`() throws {
        for folder in ImportRules.allowed.keys.sorted()
        where folder.hasPrefix("Sources/") && folder != "Sources/antwort" {
            let isNetwork = folder == "Sources/Transfers"
            try expectNone(
                of: ImportRules.impure.filter { !isNetwork || !ImportRules.stopwatches.contains($0) }, in: folder)
        }
    }

    @Test(arguments: ImportRules.pure) func `the core does no input or output`(folder: String) throws {
        try expectNone(of: ImportRules.io, in: folder)
    }

    @Test func `no source outside the tests can crash on purpose`() throws {
        for folder in ImportRules.allowed.keys.sorted() where folder.hasPrefix("Sources/") {
            try expectNone(of: ["fatalError(", "try!", "preconditionFailure(", "as! "], in: folder)
        }
    }

    @Test func `words of other languages stay out of the code`() throws {
        for folder in ImportRules.allowed.keys.sorted() where folder.hasPrefix("Sources/") {
            for source in try sources(below: folder) {
                for (number, line) in source.lines.enumerated() where line.contains(where: { "äöüßÄÖÜ".contains($0) }) {
                    let isComment = line.drop { $0 == " " }.hasPrefix("//")
                    #expect(isComment, "\(source.path):\(number + 1) has a word that belongs in templates/")
                }
            }
        }
    }

    private func expectNone(of forbidden: [String], in folder: String) throws {
        for source in try sources(below: folder) {
            for (number, line) in source.lines.enumerated() where !line.drop(while: { $0 == " " }).hasPrefix("//") {
                for word in forbidden {
                    #expect(!line.contains(word), "\(source.path):\(number + 1) uses \(word)")
                }
            }
        }
    }
}
