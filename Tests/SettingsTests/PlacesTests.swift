import Dialogue
import Settings
import Testing

@Suite struct `Places of settings, store and templates` {
    private func places(
        _ flags: SettingsPlaces.Flags = .init(), _ environment: [String: String] = ["HOME": "/home/anna"],
        existing: Set<String> = [], executable: String? = "/usr/local/bin/antwort"
    ) -> SettingsPlaces {
        SettingsPlaces(
            flags: flags, environment: environment, workingDirectory: "/srv/shop", executable: executable,
            exists: { existing.contains($0) })
    }

    @Test func `a flag comes before the environment, then project, user and system`() {
        let project = "/srv/shop/antwort.yaml"
        let user = "/home/anna/.config/antwort/antwort.yaml"
        let system = "/etc/antwort/antwort.yaml"
        let environment = ["HOME": "/home/anna", "ANTWORT_CONFIG": "env.yaml"]
        #expect(
            places(.init(config: "my.yaml"), environment).settingsFile()
                == .init(path: "/srv/shop/my.yaml", origin: .flag))
        #expect(places(.init(), environment).settingsFile() == .init(path: "/srv/shop/env.yaml", origin: .environment))
        #expect(places(existing: [project, user, system]).settingsFile() == .init(path: project, origin: .project))
        #expect(places(existing: [user, system]).settingsFile() == .init(path: user, origin: .user))
        #expect(places(existing: [system]).settingsFile() == .init(path: system, origin: .system))
        #expect(places().settingsFile() == nil)
        #expect(places().settingsCandidates.map(\.path) == [project, user, system])
    }

    @Test func `the user's folders follow XDG`() {
        let xdg = ["HOME": "/home/anna", "XDG_CONFIG_HOME": "/c/", "XDG_DATA_HOME": "/d"]
        #expect(places(.init(), xdg).newSettingsFile()?.path == "/c/antwort/antwort.yaml")
        #expect(places(.init(), xdg).dataDirectory(setting: nil, settingsFile: nil)?.path == "/d/antwort")
        let relative = ["HOME": "/home/anna", "XDG_CONFIG_HOME": "c", "XDG_DATA_HOME": "", "ANTWORT_CONFIG": ""]
        #expect(places(.init(), relative).newSettingsFile()?.path == "/home/anna/.config/antwort/antwort.yaml")
        #expect(
            places(.init(), relative).dataDirectory(setting: nil, settingsFile: nil)?.path
                == "/home/anna/.local/share/antwort")
        #expect(places(.init(), [:]).newSettingsFile() == nil)
        #expect(places(.init(), [:]).dataDirectory(setting: nil, settingsFile: nil) == nil)
    }

    @Test func `the store follows flag, environment, settings, then the settings file's own place`() {
        let system = SettingsPlaces.Place(path: "/etc/antwort/antwort.yaml", origin: .system)
        let environment = ["HOME": "/home/anna", "ANTWORT_DATA": "/e"]
        #expect(
            places(.init(data: "d"), environment).dataDirectory(setting: "/s", settingsFile: system)?.path
                == "/srv/shop/d")
        #expect(places(.init(), environment).dataDirectory(setting: "/s", settingsFile: system)?.path == "/e")
        #expect(places().dataDirectory(setting: "/s", settingsFile: system)?.path == "/s")
        #expect(places().dataDirectory(setting: nil, settingsFile: system)?.path == "/var/lib/antwort")
    }

    @Test func `templates lie where they are said to, beside the settings, or with the program`() {
        let project = SettingsPlaces.Place(path: "/srv/shop/antwort.yaml", origin: .project)
        let found = places().templateCandidates(setting: nil, settingsFile: project).map(\.path)
        #expect(
            found == [
                "/srv/shop/templates", "/usr/local/share/antwort/templates", "/usr/local/bin/share/antwort/templates",
            ])
        #expect(places(.init(templates: "t")).templates(setting: "/s", settingsFile: project)?.path == "/srv/shop/t")
        #expect(places().templates(setting: "/s", settingsFile: project)?.path == "/s")
        #expect(
            places(existing: ["/usr/local/share/antwort/templates"]).templates(setting: nil, settingsFile: project)?
                .origin
                == .installation)
        #expect(places(executable: nil).templates(setting: nil, settingsFile: nil) == nil)
    }

    @Test func `what was learned lies in the templates in use, else with the program`() {
        #expect(
            places().modelCandidates(language: "de", templates: "/srv/shop/templates") == [
                "/srv/shop/templates/de/triage.model", "/usr/local/share/antwort/templates/de/triage.model",
                "/usr/local/bin/share/antwort/templates/de/triage.model",
            ])
        #expect(
            places().modelCandidates(language: "en", templates: "/usr/local/share/antwort/templates").count == 2)
        #expect(places(executable: nil).modelCandidates(language: "en", templates: "/t") == ["/t/en/triage.model"])
    }
}

@Suite struct `The first settings file` {
    @Test(
        "is valid for any brand",
        arguments: ["Silberbahn", "A \"quoted\" \\ name", "Bäckerei: #1", "'", "- x", "日本", "a\u{FEFF}b", "*all"])
    func valid(brand: String) throws {
        let text = StarterSettings(brand: brand, timezone: "Europe/Vienna", language: .english).text
        if brand.unicodeScalars.contains("\u{FEFF}") {
            #expect(SettingsText(text).mistakes().map(\.field) == ["brand"])
            return
        }
        let settings = try SettingsText(text).read()
        #expect(settings.brand == brand)
        #expect(settings.language == .english)
        #expect(settings.calendars.map(\.timezone) == ["Europe/Vienna"])
        #expect(settings.calendars.map(\.hours) == ["Mo-Fr 06:00-22:00; Sa-Su 10:00-22:00"])
        #expect(settings.targets.map(\.firstResponse) == [1_800])
    }

    @Test func `its commented lines are valid once they are uncommented`() throws {
        let text = StarterSettings(brand: "S", timezone: "UTC").text.split(separator: "\n").map { line in
            let isSetting = ["# accounts", "# sources", "# triage", "# alerts", "#  "].contains { line.hasPrefix($0) }
            return isSetting ? line.dropFirst(2) : line
        }.joined(separator: "\n").replacing("# holidays:", with: "holidays:")
        let settings = try SettingsText(text).read()
        #expect(settings.accounts.map(\.name) == ["social", "archive"])
        #expect(settings.accounts.first?.tokenFile == "/etc/antwort/social.token")
        #expect(settings.sources.map(\.kind).first == .api(APISettings()))
        #expect(settings.sources.compactMap(\.export).map(\.isDropFolder) == [true])
        #expect(settings.triage.topics.map(\.name) == ["heating"])
        #expect(settings.triage.words.flatMap(\.entries).map(\.category) == [.complaint])
        #expect(settings.alertChannels.map(\.name) == ["mail"])
        #expect(settings.calendars.first?.holidays == .region("DE-BE"))
    }
}
