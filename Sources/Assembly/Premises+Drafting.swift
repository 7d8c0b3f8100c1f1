package import Dialogue
package import Drafting
import Foundation
import Settings
import Workflow

extension Premises {
    private static let mostFiles = 2_000
    private static let mostBytes = 1 << 20

    /// The writer of drafts with the templates of the templates folder.
    package func draftWriter(setting: String?) throws -> DraftWriter {
        DraftWriter(
            packs: try [.german, .english].map { try languagePack($0, setting: setting) })
    }

    /// What the templates folder says of one language.
    package func languagePack(_ language: Dialogue.Language, setting: String?) throws -> LanguagePack {
        let folder = try templatesFolder(setting: setting)
        let files = try files(below: "\(folder)/\(language.rawValue)")
        do throws(TemplateError) {
            return try LanguagePack(language: language, files: files)
        } catch {
            throw DeskError(
                problems: error.mistakes.map { mistake in
                    Problem(
                        .configuration, at: "\(folder)/\(mistake.file):\(mistake.line):\(mistake.column)",
                        mistake.what,
                        next: mistake.advice)
                })
        }
    }

    /// The files of a language's folder by their path in it.
    private func files(below folder: String) throws -> [String: [UInt8]] {
        var files: [String: [UInt8]] = [:]
        guard let walk = FileManager.default.enumerator(atPath: folder) else { return [:] }
        while let name = walk.nextObject() as? String {
            guard name.hasSuffix(".md") || name.hasSuffix(".txt"), !name.hasPrefix("lexicon/"), !name.hasSuffix("~"),
                !name.split(separator: "/").contains(where: { $0.hasPrefix(".") })
            else { continue }
            guard files.count < Self.mostFiles, let bytes = FileManager.default.contents(atPath: "\(folder)/\(name)"),
                bytes.count <= Self.mostBytes
            else {
                throw Problem(
                    .configuration, at: "\(folder)/\(name)", "the template cannot be read, or is too large",
                    next: "check who may read it")
            }
            files[name] = Array(bytes)
        }
        return files
    }
}
