import Connectors
import Dialogue
import Foundation
import ServiceHours
import Settings
import Storage
import Transfers
import Workflow

/// Makes what the settings say about live accounts into doors, polls and publishers.
struct ServerAssembly: Sendable {
    let settings: BrandSettings
    let transfers: TransferDriver
    /// The environment, which may hold tokens.
    let environment: [String: String]

    /// All live sources of the settings.
    func servers() throws(Problem) -> [WatchedServer] {
        var servers: [WatchedServer] = []
        for source in settings.sources {
            guard case .api(let api) = source.kind,
                let account = settings.accounts.first(where: { $0.name == source.account })
            else { continue }
            servers.append(
                WatchedServer(
                    name: source.name, account: account.identity, door: try door(of: account),
                    liveSince: source.liveSince,
                    budget: .init(
                        seconds: source.budget.seconds, requests: source.budget.requests, items: source.budget.items),
                    reach: .init(watchedFor: Seconds(api.contextDays) * 86_400)))
        }
        return servers
    }

    /// The way to an account's server.
    func door(of account: AccountSettings) throws(Problem) -> ServerDoor {
        guard account.platform == .mastodon, let base = account.url else {
            throw Problem(
                .configuration, at: account.name, field: "platform",
                "this account has no server that this release can talk to",
                next: "live accounts are those of platform mastodon with a url")
        }
        let place = SecretPlace.token(of: account, in: environment)
        let name = account.name
        return ServerDoor(
            account: name, transfers: transfers, base: base,
            limits: TransferLimits(
                connectMilliseconds: account.timeouts.connectMilliseconds,
                totalMilliseconds: account.timeouts.totalMilliseconds ?? 60_000),
            allowsPlainHTTP: account.allowsPlainHTTP ? .always : .loopbackOnly, proxy: settings.proxy(of: account),
            token: {
                guard let place else {
                    throw Problem(
                        .permission, at: name, field: "token_file", "there is no token for this account",
                        next: "name a token_file in the settings and run 'antwort source login \(name)'")
                }
                do throws(SecretError) {
                    return try place.read().text
                } catch {
                    throw Problem(
                        .permission, at: name, field: "token_file", "\(place): \(error.what)",
                        next: error.fault == .missing ? "run 'antwort source login \(name)'" : error.next)
                }
            })
    }

    /// The accounts that can publish: those whose server has been asked who they are.
    func publishers(states: [String: SourceState]) throws -> [Publisher] {
        var publishers: [Publisher] = []
        for source in settings.sources {
            guard case .api = source.kind, let account = settings.accounts.first(where: { $0.name == source.account }),
                !publishers.contains(where: { $0.account.name == account.name }),
                let encoded = states[source.name]?.cursor,
                let facts = try MastodonCursor(encoded: encoded).facts
            else { continue }
            let host = account.url.flatMap { URL(string: $0)?.host() } ?? ""
            publishers.append(
                Publisher(
                    account: account.identity, door: try door(of: account), facts: facts, host: host,
                    profile: profile(of: account, facts: facts)))
        }
        return publishers
    }

    private func profile(of account: AccountSettings, facts: MastodonFacts) -> PublishProfile {
        var profile = facts.isKeyed ? PublishProfile.mastodon : .mastodonLike
        let publish = account.publish
        profile.hold = publish.hold
        profile.expires = publish.expires
        profile.coolDown = publish.coolDown
        if let settle = publish.settle { profile.settle = settle }
        profile.onAbsent = publish.onAbsent == .retry ? .retry : .hold
        return profile
    }
}

extension BrandSettings {
    /// The proxy's URL for an account; empty for none.
    func proxy(of account: AccountSettings) -> String {
        switch account.proxy {
        case .none?: ""
        case .url(let url)?: url
        case nil: proxy ?? ""
        }
    }
}
