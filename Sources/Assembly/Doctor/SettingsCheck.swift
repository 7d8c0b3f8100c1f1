import Settings

/// The settings can be read, and there is something to watch.
struct SettingsCheck: DoctorCheck {
    let name = "settings"

    func look(at premises: Premises) async -> DoctorFinding {
        guard let file = premises.settingsFile else {
            return DoctorFinding(.warning, "there is no settings file", next: "write one with 'antwort init'")
        }
        do {
            let settings = try premises.settings()
            guard !settings.sources.isEmpty else {
                return DoctorFinding(
                    .warning, "\(file.path) names no source", next: "add one: 'antwort watch' has nothing to read")
            }
            return DoctorFinding(
                .well, "\(file.path): accounts \(settings.accounts.count), sources \(settings.sources.count)")
        } catch let error as DeskError {
            return DoctorFinding(
                .broken, "\(file.path) has \(error.problems.count) mistakes", next: "see 'antwort config check'")
        } catch {
            return DoctorFinding(.broken, "\(file.path) cannot be read", next: "see 'antwort config check'")
        }
    }
}
