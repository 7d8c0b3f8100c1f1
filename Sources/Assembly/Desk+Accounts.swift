import Dialogue
import Settings
import Storage
package import Workflow

extension Desk {
    /// The names of all accounts: those of the settings and those that imports made.
    package func accountNames() async throws(Problem) -> Set<String> {
        do {
            return Set(settings.accounts.map(\.name) + (try await store.importedAccounts()).map(\.name))
        } catch {
            throw Problem(error)
        }
    }

    /// Why this release cannot publish replies for an account, as the end of a sentence, and what to do where something can be done.
    package func obstacle(toPublishingFor name: String) -> String {
        guard let account = settings.accounts.first(where: { $0.name == name }) else {
            return "the account \(name) is not in the settings"
        }
        guard account.platform == .mastodon else {
            return "this release cannot post to \(account.platform.rawValue); answer there"
        }
        let isRead = settings.sources.contains { source in
            if case .api = source.kind { source.account == name } else { false }
        }
        return isRead
            ? "the server of \(name) was not asked yet; run 'antwort watch', or see 'antwort source test \(name)'"
            : "the account \(name) has no source of kind api in the settings"
    }
}
