/// One thing that `doctor` looks at. Its documentation says what and why; each stands in a file of its own.
package protocol DoctorCheck: Sendable {
    /// A few words for the first column.
    var name: String { get }
    /// Looks, and says what it found. It changes nothing and asks no server.
    func look(at premises: Premises) async -> DoctorFinding
}

/// What a check found.
package struct DoctorFinding: Hashable, Sendable {
    package enum Level: String, Hashable, Sendable {
        case well, warning, broken
    }

    package let level: Level
    package let what: String
    /// What to do; empty when all is well.
    package let next: String

    package init(_ level: Level, _ what: String, next: String = "") {
        self.level = level
        self.what = what
        self.next = next
    }
}

/// All checks, in the order in which they are told.
package enum Doctor {
    package static let checks: [any DoctorCheck] = [
        SettingsCheck(), ZonesCheck(), CalendarsCheck(), TemplatesCheck(), StoreCheck(), PermissionsCheck(),
        SourcesCheck(),
    ]
}
