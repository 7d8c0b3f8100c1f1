import Foundation

/// The host's time zone files (TZif), by IANA name.
package struct ZoneDirectory: Hashable, Sendable {
    package static let usual = "/usr/share/zoneinfo"
    /// The largest zone of tzdata has some 4 kB.
    private static let mostBytes = 1 << 20

    package let path: String

    package init(path: String = Self.usual) {
        self.path = path
    }

    /// The bytes of the zone's file, which begin as TZif does.
    ///
    /// - Throws: `.missing` also for a name that is none, such as one with `..` in it, and for a file of another kind.
    package func bytes(of name: String) throws(FileFault) -> [UInt8] {
        guard ZoneName.isName(name) else { throw .missing }
        let bytes = try BoundedFile.read("\(path)/\(name)", limit: Self.mostBytes).get()
        guard bytes.starts(with: "TZif".utf8) else { throw .missing }
        return bytes
    }

    /// Whether the zone is there.
    package func has(_ name: String) -> Bool {
        (try? bytes(of: name)) != nil
    }

    /// The names of all zones, sorted; for suggestions, it walks the folder.
    package func names() -> [String] {
        guard let walk = FileManager.default.enumerator(atPath: path) else { return [] }
        var names: [String] = []
        while let name = walk.nextObject() as? String {
            if name == "right" || name == "posix" {
                walk.skipDescendants()
            } else if ZoneName.isName(name), (walk.fileAttributes?[.type] as? FileAttributeType) != .typeDirectory {
                names.append(name)
            }
        }
        return names.sorted()
    }

    /// The release of the data, such as `2025b`; nil where the folder does not say it.
    package func release() -> String? {
        let compact = firstLine(of: "tzdata.zi").flatMap { line in
            line.hasPrefix("# version ") ? String(line.dropFirst("# version ".count)) : nil
        }
        guard let release = compact ?? firstLine(of: "+VERSION") else { return nil }

        let isWord = (1...40).contains(release.utf8.count) && release.utf8.allSatisfy { (0x21...0x7E).contains($0) }
        return isWord ? release : nil
    }

    private func firstLine(of file: String) -> String? {
        guard let bytes = try? BoundedFile.read("\(path)/\(file)", limit: Self.mostBytes).get() else { return nil }
        return String(
            decoding: bytes.prefix(200).prefix { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }, as: UTF8.self)
    }
}
