import Settings

/// Deadlines depend on the host's time zone rules: where they are and how old they are.
struct ZonesCheck: DoctorCheck {
    let name = "time zones"

    func look(at premises: Premises) async -> DoctorFinding {
        let zones = premises.zones
        guard zones.has("Europe/Berlin") else {
            return DoctorFinding(
                .broken, "no zone files in \(zones.path)", next: "install tzdata, or set ANTWORT_ZONEINFO")
        }
        guard let release = zones.release() else {
            return DoctorFinding(.well, "\(zones.path), which does not say its release")
        }
        return DoctorFinding(.well, "\(zones.path), release \(release)")
    }
}
