import Foundation
import Settings

/// Whoever can read the store can read what people wrote; whoever can write it can forge.
struct PermissionsCheck: DoctorCheck {
    let name = "permissions"

    func look(at premises: Premises) async -> DoctorFinding {
        guard let settings = try? premises.settings(), let folder = try? premises.dataFolder(of: settings) else {
            return DoctorFinding(.warning, "not looked at: the settings do not say where the store is")
        }
        let path = folder.appending(path: Premises.storeName).path
        guard let attributes = try? FileManager.default.attributesOfItem(atPath: path),
            let mode = attributes[.posixPermissions] as? Int
        else { return DoctorFinding(.well, "there is no store yet") }
        guard mode & 0o077 == 0 else {
            return DoctorFinding(
                .broken, "\(path) has mode \(String(mode, radix: 8)): others can read or write it",
                next: "chmod 600 \(path)")
        }
        return DoctorFinding(.well, "only its owner can read the store")
    }
}
