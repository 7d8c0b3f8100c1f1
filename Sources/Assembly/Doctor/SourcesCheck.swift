import Foundation
import Settings

/// Every file and folder that a source names is there and can be read.
struct SourcesCheck: DoctorCheck {
    let name = "sources"

    func look(at premises: Premises) async -> DoctorFinding {
        guard let settings = try? premises.settings() else {
            return DoctorFinding(.warning, "not looked at: the settings have mistakes")
        }
        let local = settings.sources.compactMap { source in source.export?.filePath.map { (source.name, $0) } }
        let missing = local.filter { !FileManager.default.isReadableFile(atPath: $0.1) }
        guard missing.isEmpty else {
            let list = missing.map { "\($0.0) (\($0.1))" }.joined(separator: ", ")
            return DoctorFinding(.broken, "cannot be read: \(list)", next: "check the paths and who may read them")
        }
        let remote = settings.sources.count - local.count
        return DoctorFinding(.well, "\(local.count) local, all readable; \(remote) remote, not asked")
    }
}
