import Foundation
import Settings
import SQLiteStorage
import Storage
import Workflow

/// The store opens, is one of ours, and answers.
struct StoreCheck: DoctorCheck {
    let name = "store"

    func look(at premises: Premises) async -> DoctorFinding {
        do {
            let folder = try premises.dataFolder(of: try premises.settings())
            let path = folder.appending(path: Premises.storeName).path
            guard FileManager.default.fileExists(atPath: path) else {
                return DoctorFinding(
                    .warning, "\(path) is not there yet", next: "'antwort init' or the first 'antwort watch' makes it")
            }
            let totals = try await SQLiteStore(path: path, access: .reading).totals()
            return DoctorFinding(
                .well,
                "\(path): \(totals.posts) posts, \(totals.conversations) conversations, \(totals.quarantined) in quarantine"
            )
        } catch {
            let problem = error as? Problem
            return DoctorFinding(
                .broken, problem?.what ?? "it cannot be opened",
                next: problem?.next ?? "check the settings, then the disk")
        }
    }
}
