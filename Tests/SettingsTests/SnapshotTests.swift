import Settings
import Testing

@Suite struct `Settings snapshots` {
    private let text = SettingsText(`Accepted keys`.whole, files: `Accepted keys`.holidayFiles)

    private func kept(_ text: SettingsText) throws -> [UInt8] {
        try SettingsSnapshot(of: text.file, in: text.surroundings, program: "1").bytes
    }

    @Test func `what is kept reads back the same`() throws {
        let again = try SettingsSnapshot(kept: kept(text), of: text.file, in: text.surroundings, program: "1")
        #expect(try again?.settings == text.read())
    }

    @Test func `a change of anything it was made from makes it worthless`() throws {
        let bytes = try kept(text)
        var other = text
        other.text += "\n# a remark"
        #expect(SettingsSnapshot(kept: bytes, of: other.file, in: other.surroundings, program: "1") == nil)
        #expect(SettingsSnapshot(kept: bytes, of: text.file, in: text.surroundings, program: "2") == nil)

        other = text
        other.files["/etc/antwort/a.ics"]? += " "
        #expect(SettingsSnapshot(kept: bytes, of: other.file, in: other.surroundings, program: "1") == nil)
        other.files = [:]
        #expect(SettingsSnapshot(kept: bytes, of: other.file, in: other.surroundings, program: "1") == nil)

        let elsewhere = SettingsSurroundings(
            directory: "/srv", knowsZone: { _ in true }, readFile: text.surroundings.readFile)
        #expect(SettingsSnapshot(kept: bytes, of: text.file, in: elsewhere, program: "1") == nil)
    }

    @Test func `a damaged one is never taken`() throws {
        let bytes = try kept(text)
        for index in bytes.indices {
            var damaged = bytes
            damaged[index] ^= 1
            #expect(SettingsSnapshot(kept: damaged, of: text.file, in: text.surroundings, program: "1") == nil)
            #expect(
                SettingsSnapshot(kept: Array(bytes[..<index]), of: text.file, in: text.surroundings, program: "1")
                    == nil)
        }
        #expect(SettingsSnapshot(kept: bytes + [0], of: text.file, in: text.surroundings, program: "1") == nil)
    }

    @Test func `a file with mistakes has none`() {
        let text = SettingsText("brand:")
        #expect(throws: SettingsError.self) {
            try SettingsSnapshot(of: text.file, in: text.surroundings, program: "1")
        }
    }
}
