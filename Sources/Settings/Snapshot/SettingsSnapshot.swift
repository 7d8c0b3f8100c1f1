import Dialogue

/// Checked settings in a form that is read back in a fraction of the time that YAML takes, to be kept beside the store.
///
/// It is bound to everything the check depended on: the program's version, the folder of the settings file, the file's bytes and those
/// of the files it refers to. Time zones are not among it: whoever uses a calendar reads its zone anyway.
package struct SettingsSnapshot: Hashable, Sendable {
    /// To be raised when the fields or their order change.
    private static let layout = 3
    private static let title = "antwort settings snapshot"

    package let settings: BrandSettings
    /// What is kept in a file; text of its own form. It holds no token and no password, yet all addresses of the settings, that of a
    /// web hook among them: only its owner may read the file.
    package let bytes: [UInt8]

    /// Understands `file` and binds the result to it. Only a valid file has a snapshot.
    ///
    /// - Parameter program: the version of the program.
    package init(of file: SettingsFile, in surroundings: SettingsSurroundings, program: String) throws(SettingsError) {
        let (settings, referred) = try file.reading(in: surroundings)
        var body = FieldWriter()
        settings.write(to: &body)

        var writer = FieldWriter()
        Self.writeHead(of: file, in: surroundings, program: program, to: &writer)
        writer.write(referred) { writer, file in
            writer.write(file.path)
            writer.write(file.hash)
        }
        writer.write(Self.hash(of: body.bytes))
        self.settings = settings
        self.bytes = writer.bytes + body.bytes
    }

    /// Takes `kept` for the settings of `file`; nil if it was not made from just this, or is damaged.
    package init?(kept: [UInt8], of file: SettingsFile, in surroundings: SettingsSurroundings, program: String) {
        var head = FieldWriter()
        Self.writeHead(of: file, in: surroundings, program: program, to: &head)
        guard kept.starts(with: head.bytes),
            let settings = try? Self.settings(in: kept, after: head.bytes.count, surroundings)
        else { return nil }
        self.settings = settings
        self.bytes = kept
    }

    private static func settings(
        in kept: [UInt8], after head: Int, _ surroundings: SettingsSurroundings
    ) throws(FieldReader.Damage) -> BrandSettings {
        var reader = FieldReader(Array(kept[head...]))
        let referred = try reader.items { reader throws(FieldReader.Damage) in
            ReferredFile(path: try reader.text(), hash: try reader.hash())
        }
        for file in referred {
            guard case .success(let bytes) = surroundings.readFile(file.path),
                ReferredFile(path: file.path, bytes: bytes) == file
            else { throw FieldReader.Damage() }
        }
        let expected = try reader.hash()
        guard hash(of: kept[(head + reader.position)...]) == expected else { throw FieldReader.Damage() }

        let settings = try BrandSettings(from: &reader)
        guard reader.isAtEnd else { throw FieldReader.Damage() }
        return settings
    }

    private static func writeHead(
        of file: SettingsFile, in surroundings: SettingsSurroundings, program: String, to writer: inout FieldWriter
    ) {
        writer.write(title)
        writer.write(layout)
        writer.write(program)
        writer.write(surroundings.directory)
        writer.write(file.bytes.count)
        writer.write(hash(of: file.bytes))
    }

    private static func hash(of bytes: some Collection<UInt8>) -> ContentHash {
        ContentHash(of: String(decoding: bytes, as: UTF8.self))
    }
}

extension FieldWriter {
    fileprivate mutating func write(_ hash: ContentHash) {
        write(hash.high)
        write(hash.low)
    }
}

extension FieldReader {
    fileprivate mutating func hash() throws(Damage) -> ContentHash {
        ContentHash(high: try hashHalf(), low: try hashHalf())
    }
}
