package import Dialogue
import Foundation

/// Makes posts of statuses.
package struct MastodonPostReader: Hashable, Sendable {
    /// `mastodon:` and the server, for ids mean something there alone.
    package let network: Network

    package init(network: Network) {
        self.network = network
    }

    /// Reads a record that was quarantined: a notification or a status.
    ///
    /// Throws the ``BrokenRecord`` that it still is. Nil for a record that says nothing about a post.
    package func report(from raw: [UInt8], place: String) throws(BrokenRecord) -> PostReport? {
        let bytes = Data(raw)
        if let status = try? JSONDecoder().decode(MastodonStatus.self, from: bytes) {
            return status.isBoost ? nil : .said(post(status))
        }
        do {
            let notification = try JSONDecoder().decode(MastodonNotification.self, from: bytes)
            return notification.status.map { .said(post($0)) }
        } catch {
            throw BrokenRecord(error, place: place, raw: raw)
        }
    }

    func key(_ id: MastodonID) -> PostKey {
        PostKey(network: network, remoteID: id.text)
    }

    func post(_ status: MastodonStatus) -> Post {
        let words = words(of: status)
        let warning = status.warning.trimmingCharacters(in: .whitespacesAndNewlines)
        return Post(
            key: key(status.id), parent: status.parent?.text, author: author(status.account), at: status.createdAt.at,
            nanoseconds: status.createdAt.nanoseconds,
            text: warning.isEmpty ? words : words.isEmpty ? warning : "\(warning)\n\n\(words)",
            mentions: mentions(status.mentions), url: WebAddress.kept(status.url),
            language: LanguageTag.kept(status.language), visibility: Visibility(mastodon: status.visibility),
            editedAt: status.editedAt)
    }

    /// The words of a post, without the warning above them: of a reply of ours, what was sent.
    func words(of status: MastodonStatus) -> String {
        let names = status.mentions.compactMap { account in
            account.url.flatMap { url in account.acct.map { (url, $0) } }
        }
        return MastodonText.plain(status.content, names: Dictionary(names) { first, _ in first })
    }

    func author(_ account: MastodonAccountRecord) -> Author {
        let name = account.displayName?.trimmingCharacters(in: .whitespacesAndNewlines) ?? ""
        return Author(
            id: account.id.text, handle: account.acct.flatMap { Handle.bare($0) }, name: name.isEmpty ? nil : name)
    }

    /// Ids and handles, for an account may be known by either.
    private func mentions(_ accounts: [MastodonAccountRecord]) -> [String] {
        var seen: Set<String> = []
        return accounts.flatMap { [$0.id.text, $0.acct ?? ""] }
            .map { Mention.normalised($0) }
            .filter { !$0.isEmpty && seen.insert($0).inserted }
    }
}

extension BrokenRecord: Error {}

extension Visibility {
    /// Mastodon's word. One that is not known is taken for the narrowest, so that nothing private is ever shown as public.
    init(mastodon word: String?) {
        self =
            switch word {
            case "public": .public
            case "unlisted": .unlisted
            // `local` and `list` are Pleroma's, `mutuals_only` GoToSocial's.
            case "private", "local", "list", "mutuals_only": .private
            default: .direct
            }
    }
}
