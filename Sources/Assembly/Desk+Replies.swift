import Connectors
import Dialogue
import Drafting
import Foundation
package import ServiceHours
import Settings
import Storage
package import Workflow

extension Desk {
    /// The way to an account's server, for `source test` and `source login`.
    package func door(ofAccount name: String) throws -> ServerDoor {
        try servers.door(of: try accountSettings(name))
    }

    /// Where an account's token is kept.
    package func tokenFile(ofAccount name: String) throws -> String {
        guard let file = try accountSettings(name).tokenFile else {
            throw Problem(
                .configuration, at: name, field: "token_file", "the settings name no file for the token",
                next: "add token_file: to the account; a path that does not exist yet will do")
        }
        return file
    }

    /// The address of an account's server, without a trailing slash.
    package func baseURL(ofAccount name: String) throws -> String {
        let url = try accountSettings(name).url ?? ""
        return url.hasSuffix("/") ? String(url.dropLast()) : url
    }

    /// Every live source of the settings.
    package func watchedServers() throws -> [WatchedServer] { try servers.servers() }

    /// The accounts that can publish now.
    package func publishers() async throws -> [Publisher] {
        do {
            return try servers.publishers(states: try await store.sourceStates())
        } catch let error as StorageError {
            throw Problem(error)
        } catch let error as ConnectorError {
            throw Problem(.internal, at: "sources", field: error.place, error.code.rawValue, next: error.advice)
        }
    }

    /// Where people decide about drafts.
    package func reviewDesk(makeKey: @escaping @Sendable () -> String) async throws -> ReviewDesk {
        let publishers = try await publishers()
        return ReviewDesk(
            store: store, desk: draftingDesk(for: publishers), publishers: publishers, accounts: try await accounts(),
            policies: policies, epoch: try await epoch(), now: now, makeKey: makeKey)
    }

    /// Where people decide about conversations.
    package func decisionDesk() async throws -> DecisionDesk {
        DecisionDesk(store: store, accounts: try await accounts(), policies: policies, now: now)
    }

    /// What reads stored posts once more.
    package func rereading() async throws -> Rereading {
        Rereading(triage, accounts: try await accounts())
    }

    /// One run over all approved replies.
    package func publishCycle(elapsed: @escaping @Sendable () -> Seconds) async throws -> PublishCycle {
        let epoch = try await epoch()
        let boot = BootClock.read()
        return PublishCycle(
            store: store, publishers: try await publishers(),
            ingest: Ingest(store: store, policies: policies, now: now),
            triage: TriageStep(triage), accounts: try await accounts(),
            moment: { [now] in
                let passed = elapsed()
                return PublishMoment(
                    now: now + passed, boot: BootTime(id: boot.id, seconds: boot.seconds + passed), epoch: epoch)
            })
    }

    /// Proposes replies for everybody who waits.
    package func draftStep(makeID: @escaping @Sendable () -> String) async throws -> DraftStep {
        DraftStep(
            store: store, desk: draftingDesk(for: try await publishers()), accounts: try await accounts(),
            policies: policies,
            now: now, makeID: makeID)
    }

    private var servers: ServerAssembly {
        ServerAssembly(settings: settings, transfers: transfers, environment: premises.environment)
    }

    private func accountSettings(_ name: String) throws -> AccountSettings {
        guard let account = settings.accounts.first(where: { $0.name == name }) else {
            throw Problem(
                .configuration, at: premises.settingsFile?.path ?? "settings", field: "accounts",
                "there is no account \(name)",
                next: "add it, or see 'antwort config check'")
        }
        return account
    }

    private func draftingDesk(for publishers: [Publisher]) -> DraftingDesk {
        let drafting = MadeOnce<DraftWriter> { [premises, settings] in
            do {
                return try premises.draftWriter(setting: settings.templates)
            } catch let error as DeskError {
                throw error.problems.first
                    ?? Problem(.internal, at: "templates", "unreadable", next: "see 'antwort doctor'")
            }
        }
        return DraftingDesk(
            writer: drafting, brand: settings.brand, signature: settings.signature, voice: settings.voice,
            voices: publishers.map { publisher in
                .init(
                    account: publisher.account,
                    length: .mastodon(
                        maximum: publisher.facts.maxCharacters, linkLength: publisher.facts.urlCharacters),
                    namesAddressee: true)
            }, policies: policies)
    }

    /// What tells this store on this machine from a restored copy and a second host.
    private func epoch() async throws -> String {
        do {
            return "\(try await store.databaseID())/\(HostIdentity.read())"
        } catch {
            throw Problem(error)
        }
    }
}

extension BrandSettings {
    var voice: BrandVoice {
        BrandVoice(
            register: Drafting.ReplyRegister(rawValue: register.rawValue) ?? .neutral,
            ihrMeans: Drafting.ReplyRegister(rawValue: ihrMeans.rawValue),
            language: language == .english ? .english : .german)
    }
}
