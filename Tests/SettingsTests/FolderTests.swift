import Foundation
import Settings
import Testing

/// A folder of its own for a test, removed at its end.
private func withFolder(_ work: (String) throws -> Void) throws {
    let path = NSTemporaryDirectory() + "settings-tests-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: path) }
    try work(path)
}

private func write(_ text: String, to path: String) throws {
    try FileManager.default.createDirectory(
        atPath: (path as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
}

@Suite struct `Folders and files` {
    @Test func `a settings file is opened, and what cannot be is said in the form of a mistake`() throws {
        try withFolder { folder in
            try write("brand: S", to: "\(folder)/antwort.yaml")
            let file = try SettingsFile(reading: "\(folder)/antwort.yaml")
            let surroundings = SettingsSurroundings(settingsPath: file.path, zones: ZoneDirectory(path: folder))
            #expect(surroundings.directory == folder)
            #expect(try file.settings(in: surroundings).brand == "S")

            for (path, what) in [("\(folder)/none.yaml", "no such file"), (folder, "a folder, not a file")] {
                #expect {
                    try SettingsFile(reading: path)
                } throws: { error in
                    let mistake = (error as? SettingsError)?.mistakes.first
                    return mistake?.field == "file" && mistake?.what == what
                }
            }
        }
    }

    @Test func `zones are found by name, and nothing else is`() throws {
        try withFolder { folder in
            try write("TZif2…", to: "\(folder)/Europe/Berlin")
            try write("TZif2…", to: "\(folder)/right/Europe/Berlin")
            try write("something", to: "\(folder)/Readme")
            try write("TZif2…", to: "\(folder)/localtime")
            try write("# version 2025b\n# more", to: "\(folder)/tzdata.zi")
            let zones = ZoneDirectory(path: folder)
            #expect(try zones.bytes(of: "Europe/Berlin").count == 8)
            for name in [
                "Europe/Paris", "Europe", "Readme", "localtime", "right/Europe/Berlin", "../etc/passwd", "/etc/passwd",
                "Europe/../Europe/Berlin", "", "Europe//Berlin", "a\0b",
            ] {
                #expect(!zones.has(name), "\(name)")
            }
            #expect(zones.names() == ["Europe/Berlin", "Readme"])
            #expect(zones.release() == "2025b")
            try FileManager.default.removeItem(atPath: "\(folder)/tzdata.zi")
            #expect(zones.release() == nil)
            try write("2026a\n", to: "\(folder)/+VERSION")
            #expect(zones.release() == "2026a")
        }
    }

    @Test func `lexicon files come by language and name`() throws {
        try withFolder { folder in
            try write("[complaint]\n", to: "\(folder)/de/lexicon/words.txt")
            try write("x", to: "\(folder)/de/lexicon/.hidden")
            try write("x", to: "\(folder)/de/lexicon/words.txt~")
            try write("x", to: "\(folder)/de/lexicon/more/x")
            let lexicons = LexiconFolder(templates: folder)
            #expect(try lexicons.files(language: "de") == ["words.txt": Array("[complaint]\n".utf8)])
            #expect(try lexicons.files(language: "fr").isEmpty)
            #expect(try lexicons.files(language: "../de").isEmpty)
        }
    }
}
