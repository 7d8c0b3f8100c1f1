package import Dialogue
package import Foundation
package import ServiceHours
package import Settings
package import Storage
import SQLiteStorage
package import Transfers
package import Workflow

/// Everything a command works with, opened and wired: the one composition root.
package struct Desk: Sendable {
    package let premises: Premises
    package let settings: BrandSettings
    package let store: any Store
    package let transfers: TransferDriver
    /// The promises of all times.
    package let policies: ResponsePolicies
    /// A version that the settings brought and the store does not have yet.
    package let newPolicy: PolicyVersion?
    /// The zone in which times are shown to people: that of the first target's calendar.
    package let zone: ZoneRules
    package let now: Instant

    /// Opens settings and store.
    /// - Throws: ``DeskError`` with every mistake in the settings, or one ``Problem``.
    package static func open(_ request: DeskRequest, for use: DeskUse) async throws -> Desk {
        let premises = Premises(request)
        let settings = try premises.settings()
        let folder = try premises.dataFolder(of: settings)
        let store = try openStore(in: folder, for: use)
        let assembly = PolicyAssembly(calendars: premises.calendars)
        let stored: [PolicyVersion]
        do {
            stored = try await store.policies()
        } catch {
            throw Problem(error)
        }
        let versions = assembly.versions(stored: stored, settings: settings, now: request.now)
        let zone = settings.targets.first.flatMap { target in
            settings.calendars.first { $0.name == target.calendar }
        }
        return Desk(
            premises: premises, settings: settings, store: store, transfers: TransferDriver(),
            policies: try assembly.policies(of: versions.all), newPolicy: versions.new,
            zone: try zone.map { try premises.calendars.zone(named: $0.timezone) } ?? .utc, now: request.now)
    }

    /// The folder that holds the store and the locks.
    package var dataFolder: URL {
        get throws(Problem) { try premises.dataFolder(of: settings) }
    }

    private static func openStore(in folder: URL, for use: DeskUse) throws(Problem) -> any Store {
        if use == .creating {
            do {
                try FileManager.default.createDirectory(
                    at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
            } catch {
                throw Problem(
                    .cannotCreate, at: folder.path, field: "data", "the folder cannot be made",
                    next: "check the permissions of the folder above it, or name another with --data")
            }
        }
        do {
            return try SQLiteStore(path: folder.appending(path: Premises.storeName).path, access: use.access)
        } catch {
            throw Problem(error)
        }
    }
}

/// Several mistakes found at once.
package struct DeskError: Error, Sendable {
    package let problems: [Problem]
}
