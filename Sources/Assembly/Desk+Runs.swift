package import Connectors
package import Dialogue
package import ServiceHours
import Settings
import Storage
package import Workflow

extension Desk {
    /// Every source of the settings, ready to be read.
    ///
    /// Not inlined, because the optimizer of Swift 6.3.1 crashes on it inside an async function.
    @inline(never) package func sources() throws -> [WatchedSource] {
        try assembly().sources()
    }

    /// All accounts: those of the settings and those that imports made.
    package func accounts() async throws -> AccountBook {
        let named = try assembly().accounts()
        let imported: [Account]
        do {
            imported = try await store.importedAccounts()
        } catch {
            throw Problem(error)
        }
        return AccountBook(named + imported)
    }

    /// What the readers of posts share.
    package var triage: TriageInUse {
        TriageInUse { [premises, settings, store] in
            do {
                let taught = try await store.modelsInUse(warn: premises.warn)
                return try premises.triageEngine(setting: settings.templates, brand: settings.triage, taught: taught)
            } catch let error as DeskError {
                throw error.problems.first
                    ?? Problem(.internal, at: "lexicons", "unreadable", next: "see 'antwort doctor'")
            } catch let error as StorageError {
                throw Problem(error)
            }
        }
    }

    /// Where the desk's own people teach triage.
    package func trainingDesk() throws -> TrainingDesk {
        TrainingDesk(
            store: store, engine: try premises.triageEngine(setting: settings.templates, brand: settings.triage),
            shipped: try premises.shippedModels(setting: settings.templates), now: now)
    }

    /// Takes labelled posts in, to learn from.
    package var lessonImport: LessonImport { LessonImport(store: store, triage: triage, now: now) }

    /// One run over all sources.
    package func watchCycle(
        elapsed: @escaping @Sendable () -> Seconds, makeID: @escaping @Sendable () -> String
    ) async throws -> WatchCycle {
        let servers = try watchedServers()
        let sources = try sources()
        let accounts = try await accounts()
        let drafting: @Sendable () async throws -> DraftStep = { try await self.draftStep(makeID: makeID) }
        let notices: @Sendable () async throws -> NoticeStep = { try await self.noticeStep(makeID: makeID) }
        return WatchCycle(
            store: store, transfers: transfers, triage: triage, sources: sources, servers: servers,
            afterReading: WatchCycle.AfterReading(
                drafting: servers.isEmpty ? nil : drafting, notices: noticeChannels().isEmpty ? nil : notices),
            accounts: accounts, policies: policies, newPolicy: newPolicy, now: now, elapsed: elapsed)
    }

    /// An import into this store.
    package func importFile(
        elapsed: @escaping @Sendable () -> Seconds, progress: @escaping @Sendable (Int) -> Void
    ) async throws -> ImportFile {
        ImportFile(
            store: store, transfers: transfers, triage: TriageStep(triage),
            accounts: try await accounts(), policies: policies, newPolicy: newPolicy, now: now, elapsed: elapsed,
            progress: progress)
    }

    /// Reads quarantined records again.
    package func quarantineReplay() async throws -> QuarantineReplay {
        QuarantineReplay(
            store: store, triage: TriageStep(triage), sources: try sources(),
            accounts: try await accounts(), policies: policies, now: now)
    }

    /// How a configured source's export is written, and for whom it is.
    package func source(named name: String) throws -> WatchedSource {
        guard let source = try sources().first(where: { $0.name == name }) else {
            throw Problem(
                .configuration, at: name, "no source of this name is in the settings",
                next: "see 'antwort config check', or give --format and --account")
        }
        return source
    }

    /// An account by its name in the settings, as it appears in exports of `format`; nil where the settings have none.
    package func account(named name: String, format: ExportFormat) -> Account? {
        guard let account = settings.accounts.first(where: { $0.name == name })?.identity else { return nil }
        guard format == .twcs else { return account }
        return Account(
            name: account.name, platform: account.platform, network: ExportFormat.twcsNetwork, author: account.author)
    }

    private func assembly() throws -> SourceAssembly {
        // Only exports with mapped columns are looked through for furniture.
        let isMapped = settings.sources.contains { if case .csv? = $0.export?.format { true } else { false } }
        let lines = isMapped ? try premises.furnitureLines(setting: settings.templates) : []
        return SourceAssembly(settings: settings, calendars: premises.calendars, furniture: Furniture(lines: lines))
    }
}
