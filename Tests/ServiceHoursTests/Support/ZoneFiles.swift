import Foundation
import ServiceHours

/// The zone files of the machine that runs the tests.
enum ZoneFiles {
    static let directory = URL(filePath: "/usr/share/zoneinfo")

    static var areInstalled: Bool {
        let found = FileManager.default.fileExists(atPath: directory.appending(path: "Europe/Berlin").path)
        if !found { print("Skipped: no time zone data in \(directory.path).") }
        return found
    }

    static func bytes(_ name: String) throws -> [UInt8] {
        try Array(Data(contentsOf: directory.appending(path: name)))
    }

    static func zone(_ name: String) throws -> ZoneRules {
        name == "UTC" ? .utc : try ZoneRules(name: name, tzif: bytes(name))
    }
}
