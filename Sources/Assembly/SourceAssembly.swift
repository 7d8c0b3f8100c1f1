import Connectors
import Dialogue
import ServiceHours
import Settings
import Transfers
import Workflow

/// Makes what the settings say about sources into what `watch` reads.
struct SourceAssembly: Sendable {
    let settings: BrandSettings
    let calendars: CalendarAssembly
    let furniture: Furniture

    /// All exports that the settings name as sources.
    func sources() throws(Problem) -> [WatchedSource] {
        var sources: [WatchedSource] = []
        for source in settings.sources {
            guard let export = source.export,
                let account = settings.accounts.first(where: { $0.name == source.account })
            else { continue }
            sources.append(try watched(source, export, for: account))
        }
        return sources
    }

    /// The accounts of the settings, on every network on which their posts arrive.
    func accounts() throws(Problem) -> [Account] {
        settings.identities
            + settings.sources.compactMap { source in
                guard source.export?.format == .twcs else { return nil }
                return settings.accounts.first { $0.name == source.account }.map { identity(of: $0, in: source) }
            }
    }

    /// Who the account is in this source: in the data set of Twitter threads, the author of that name.
    func identity(of account: AccountSettings, in source: SourceSettings) -> Account {
        let identity = account.identity
        guard source.export?.format == .twcs else { return identity }
        return Account(
            name: identity.name, platform: identity.platform, network: ExportFormat.twcsNetwork, author: identity.author
        )
    }

    private func watched(
        _ source: SourceSettings, _ export: ExportSettings, for account: AccountSettings
    ) throws(Problem) -> WatchedSource {
        let format = Result {
            try export.exportFormat(network: account.network, furniture: furniture) { try calendars.zone(named: $0) }
        }.mapError { error in
            error as? Problem
                ?? Problem(
                    .configuration, at: source.name, field: "time", "\(error)", next: "correct it in the settings")
        }
        var limits = TransferLimits.bulk
        limits.connectMilliseconds = account.timeouts.connectMilliseconds
        limits.totalMilliseconds = account.timeouts.totalMilliseconds
        return WatchedSource(
            name: source.name, account: identity(of: account, in: source), format: try format.get(),
            url: export.url, filePath: export.filePath, liveSince: source.liveSince,
            budget: .init(
                seconds: source.budget.seconds, requests: source.budget.requests, items: source.budget.items),
            limits: limits, allowsPlainHTTP: account.allowsPlainHTTP ? .always : .loopbackOnly,
            proxy: settings.proxy(of: account))
    }
}
