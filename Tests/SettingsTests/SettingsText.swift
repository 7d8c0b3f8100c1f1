import Settings

/// A settings text to be read by a test, in surroundings that the test chooses.
struct SettingsText {
    /// Valid, with one of everything.
    static let whole = """
        brand: Silberbahn
        calendars:
          service:
            hours: "Mo-Fr 06:00-22:00; Sa-Su 10:00-22:00"
            timezone: Europe/Berlin
        targets:
          - name: standard
            calendar: service
            first_response: 30m
            next_response: 1h
        accounts:
          - name: archive
            platform: export
            handle: "@silberbahn"
        sources:
          - name: exports
            account: archive
            kind: export
            format: antwort-posts
            path: exports/
        """

    var text: String
    var files: [String: String] = [:]

    init(_ text: String, files: [String: String] = [:]) {
        self.text = text
        self.files = files
    }

    var surroundings: SettingsSurroundings {
        SettingsSurroundings(
            directory: "/etc/antwort",
            knowsZone: { ["Europe/Berlin", "Europe/Vienna", "America/New_York", "UTC"].contains($0) },
            zoneNames: { ["America/New_York", "Europe/Berlin", "Europe/Vienna", "UTC"] },
            readFile: { path in files[path].map { .success(Array($0.utf8)) } ?? .failure(.missing) })
    }

    var file: SettingsFile { SettingsFile(path: "antwort.yaml", bytes: Array(text.utf8)) }

    func read() throws -> BrandSettings { try file.settings(in: surroundings) }

    /// The mistakes as `LINE:COLUMN FIELD`, or in whole.
    func mistakes() -> [SettingsMistake] {
        do {
            _ = try read()
            return []
        } catch {
            return (error as? SettingsError)?.mistakes ?? []
        }
    }

    func places() -> [String] { mistakes().map { "\($0.line):\($0.column) \($0.field)" } }
}
