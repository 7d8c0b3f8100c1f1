package import Dialogue
import Foundation
import SQLiteStorage
import Settings
import Storage
package import Workflow

extension Premises {
    /// What the desk's own people taught, where there is a store; without one, and without settings, nothing was taught.
    package func taughtModels() async -> [TriageModel] {
        let settings = settingsFile == nil ? nil : try? self.settings()
        guard let folder = places.dataDirectory(setting: settings?.data, settingsFile: settingsFile)?.path else {
            return []
        }
        let path = URL(filePath: folder, directoryHint: .isDirectory).appending(path: Self.storeName).path
        guard FileManager.default.fileExists(atPath: path) else { return [] }
        do {
            let store = try SQLiteStore(path: path, access: .reading)
            return try await store.modelsInUse(warn: warn)
        } catch {
            warn(Problem(error))
            return []
        }
    }

    /// The seed corpus of a language: beside the templates folder, else the one that was installed.
    /// - Parameter named: a file instead.
    /// - Returns: its posts, and a problem for each line that cannot be read.
    package func corpus(
        _ language: Dialogue.Language, named: String?, setting: String?
    ) throws -> (posts: [LabelledPost], faults: [Problem]) {
        let candidates =
            named.map { [$0] }
            ?? places.corpusCandidates(language: language.rawValue, setting: setting, settingsFile: settingsFile)
            .map(\.path)
        guard let path = candidates.first(where: { FileManager.default.fileExists(atPath: $0) }),
            let bytes = FileManager.default.contents(atPath: path)
        else {
            throw Problem(
                .noInput, at: candidates.joined(separator: ", "), "there is no seed corpus to learn from",
                next: "install with 'make install', or name a file with --corpus")
        }
        do {
            let reading = try LabelledPostFile.read(Array(bytes), language: language)
            return (
                reading.posts.filter { $0.language == language }, reading.faults.map { Problem($0, in: path) }
            )
        } catch {
            throw Problem(error, in: path)
        }
    }
}
