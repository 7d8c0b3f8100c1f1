import Settings
import Testing

/// A change to the whole settings and the mistakes it must lead to, as `LINE:COLUMN FIELD`.
struct MistakenChange: Sendable, CustomTestStringConvertible {
    let old: String
    let new: String
    let places: [String]
    let words: String

    init(_ old: String, _ new: String, _ places: [String], _ words: String) {
        self.old = old
        self.new = new
        self.places = places
        self.words = words
    }

    var testDescription: String { new }
}

@Suite struct `Mistakes in settings` {
    static let changes: [MistakenChange] = [
        .init("brand: Silberbahn\n", "", ["1:1 brand"], "missing; write the brand's name"),
        .init("brand: Silberbahn", "brand:", ["1:7 brand"], "no value"),
        .init("brand: Silberbahn", "brand: ''", ["1:8 brand"], "an empty text"),
        .init("brand: Silberbahn", "brand: ~", ["1:8 brand"], "no value"),
        .init("brand: Silberbahn", "brand: \"a\\nb\"", ["1:8 brand"], "line break"),
        .init("brand: Silberbahn", "brand: [a]", ["1:8 brand"], "a list where one value belongs"),
        .init("brand: Silberbahn", "brand: S\nlangauge: de", ["2:1 langauge"], "unknown key; did you mean language?"),
        .init(
            "brand: Silberbahn", "brand: S\nfoo: de", ["2:1 foo"], "unknown key; known are brand, language, register"),
        .init("brand: Silberbahn", "brand: S\nreg: de", ["2:1 reg"], "did you mean register?"),
        .init(
            "brand: Silberbahn", "brand: S\nlanguage: fr", ["2:11 language"],
            "\"fr\" is none of the possible values; known are de, en"),
        .init("brand: Silberbahn", "brand: S\nregister: ihr", ["2:11 register"], "known are du, sie, neutral"),
        .init("brand: Silberbahn", "brand: S\nbrand: T", ["2:1 brand"], "stands twice (first on line 1)"),
        .init("brand: Silberbahn", "brand: S\n<<: {a: b}", ["2:1 \"<<\""], "a merge key"),
        .init("brand: Silberbahn", "brand: &b S", ["1:8 brand"], "an anchor"),
        .init("brand: Silberbahn", "brand: !!int 5", ["1:8 brand"], "a tag"),
        .init("brand: Silberbahn", "brand: S\nproxy: http://u:hunter2@p", ["2:8 proxy"], "a user or password"),
        .init("brand: Silberbahn", "brand: S\nproxy: p:3128", ["2:8 proxy"], "not a URL"),
        .init("brand: Silberbahn", "brand: S\ndata: ~/antwort", ["2:7 data"], "begins with ~"),
        .init("Sa-Su 10:00-22:00\"", "Sa-Su 10:00-55:00\"", ["4:44 calendars.service.hours"], ""),
        .init("Mo-Fr 06:00", "Mo-Xx 06:00", ["4:16 calendars.service.hours"], ""),
        .init(
            "    timezone: Europe/Berlin\n", "", ["4:5 calendars.service.timezone"], "missing; write the zone's name"),
        .init("Europe/Berlin", "Europe/Brelin", ["5:15 calendars.service.timezone"], "did you mean Europe/Berlin?"),
        .init("Europe/Berlin", "../../etc/passwd", ["5:15 calendars.service.timezone"], "is not the name of a zone"),
        .init("Europe/Berlin", "localtime", ["5:15 calendars.service.timezone"], "is not the name of a zone"),
        .init(
            "Europe/Berlin", "Europe/Berlin\n    holidays: DE-XX", ["6:15 calendars.service.holidays"],
            "no holidays are known"),
        .init(
            "Europe/Berlin", "Europe/Berlin\n    holidays: [2026-02-29]", ["6:16 calendars.service.holidays[0]"],
            "is not a date"),
        .init(
            "Europe/Berlin", "Europe/Berlin\n    holidays: {file: x.ics}", ["6:22 calendars.service.holidays.file"],
            "no such file"),
        .init(
            "Europe/Berlin", "Europe/Berlin\n    holidays: {files: x.ics}",
            ["6:15 calendars.service.holidays.file", "6:16 calendars.service.holidays.files"], "did you mean file?"),
        .init("calendar: service", "calendar: servcie", ["8:15 targets[0].calendar"], "did you mean service?"),
        .init("first_response: 30m", "first_response: 30", ["9:21 targets[0].first_response"], "has no unit"),
        .init(
            "first_response: 30m", "first_response: 0m", ["9:21 targets[0].first_response"],
            "out of range; write a span from 1s to 3650d"),
        .init(
            "first_response: 30m", "first_response: 1.5h", ["9:21 targets[0].first_response"],
            "has a unit that is not known"),
        .init("first_response: 30m", "first_response: 100ms", ["9:21 targets[0].first_response"], "(s, m, h, d)"),
        .init(
            "first_response: 30m", "first_response: 99999999999999999999d", ["9:21 targets[0].first_response"],
            "too long"),
        .init("    next_response: 1h\n", "", ["7:5 targets[0].next_response"], "missing"),
        .init(
            "next_response: 1h", "next_response: 1h\n    warn_at: [80%, 50%]", ["11:20 targets[0].warn_at[1]"],
            "does not rise"),
        .init(
            "next_response: 1h", "next_response: 1h\n    warn_at: [100%]", ["11:15 targets[0].warn_at[0]"],
            "from 1% to 99%"),
        .init("next_response: 1h", "next_response: 1h\n    warn_at: 50%", ["11:14 targets[0].warn_at"], "not a list"),
        .init("next_response: 1h", "next_response: 1h\n    resolution: 2d", ["11:5 targets[0].resolution"], "not yet"),
        .init("platform: export", "platform: twitter", ["13:15 accounts[0].platform"], "known are mastodon"),
        .init(
            "platform: export", "platform: mastodon", ["12:5 accounts[0].url"], "missing; write the server's base URL"),
        .init(
            "platform: export", "platform: export\n    url: http://far.example", ["14:10 accounts[0].url"],
            "plain http to another machine"),
        .init(
            "platform: export", "platform: export\n    url: http://127.0.0.1.evil.example", ["14:10 accounts[0].url"],
            "plain http"),
        .init(
            "platform: export", "platform: export\n    url: ftp://far.example", ["14:10 accounts[0].url"],
            "a URL of the scheme \"ftp\""),
        .init(
            "platform: export", "platform: export\n    url: https://a.example/?x", ["14:10 accounts[0].url"],
            "with a query"),
        .init("platform: export", "platform: export\n    url: https://", ["14:10 accounts[0].url"], "without a server"),
        .init("platform: export", "platform: export\n    url: https://a:99999", ["14:10 accounts[0].url"], "port"),
        .init(
            "platform: export", "platform: export\n    allow_plain_http: yes", ["14:23 accounts[0].allow_plain_http"],
            "neither true nor false"),
        .init(
            "platform: export", "platform: export\n    token: hunter2", ["14:5 accounts[0].token"],
            "a secret does not belong in this file"),
        .init(
            "platform: export", "platform: export\n    client-secret: hunter2", ["14:5 accounts[0].client-secret"],
            "a secret does not belong"),
        .init(
            "platform: export", "platform: export\n    token_file: hunter2", ["14:5 accounts[0].token_file"], "not yet"),
        .init(
            "platform: export", "platform: export\n    timeouts: {connect: 50ms}",
            ["14:25 accounts[0].timeouts.connect"], "from 100ms to 10m"),
        .init(
            "platform: export", "platform: export\n    network: Bad One", ["14:14 accounts[0].network"],
            "cannot name a network"),
        .init("    handle: \"@silberbahn\"\n", "", ["12:5 accounts[0].handle"], "missing"),
        .init("@silberbahn", "@", ["14:13 accounts[0].handle"], "cannot be a handle"),
        .init(
            "- name: archive", "- name: Archive", ["12:11 accounts[0].name", "17:14 sources[0].account"],
            "\"Archive\" cannot be a name"),
        .init("account: archive", "account: archiv", ["17:14 sources[0].account"], "did you mean archive?"),
        .init("kind: export", "kind: api", ["18:11 sources[0].kind"], "not yet"),
        .init("kind: export", "kind: webhook", ["18:11 sources[0].kind"], "not yet"),
        .init("kind: export", "kind: exprot", ["18:11 sources[0].kind"], "did you mean export?"),
        .init("format: antwort-posts", "format: csv", ["16:5 sources[0].columns"], "missing"),
        .init(
            "format: antwort-posts", "format: csv\n    columns: {id: a, author: a, at: a}",
            ["20:14 sources[0].columns.text", "20:37 sources[0].columns.at"], "already holds id"),
        .init(
            "format: antwort-posts", "format: twcs\n    delimiter: ;", ["20:16 sources[0].delimiter"],
            "with format: csv only"),
        .init(
            "format: antwort-posts", "format: csv\n    columns: {id: a, at: b, text: c}",
            ["20:14 sources[0].columns.author"], "or handle"),
        .init(
            "format: antwort-posts", "format: csv\n    columns: {id: a, at: b, text: c, handle: h}\n    delimiter: ' '",
            ["21:16 sources[0].delimiter"], "cannot part columns"),
        .init(
            "format: antwort-posts",
            "format: csv\n    columns: {id: a, at: b, text: c, handle: h}\n    time: {format: MM/dd}",
            ["21:20 sources[0].time.format"], "needs a year"),
        .init(
            "format: antwort-posts",
            "format: csv\n    columns: {id: a, at: b, text: c, handle: h}\n    time: {format: \"yyyy-MM-dd'Z'\"}",
            ["21:11 sources[0].time.timezone"], "the pattern has no offset"),
        .init(
            "format: antwort-posts",
            "format: csv\n    columns: {id: a, at: b, text: c, handle: h}\n    time: {format: unix, timezone: UTC}",
            ["21:36 sources[0].time.timezone"], "with a pattern only"),
        .init("path: exports/", "path: exports/\n    url: file:///x", ["20:11 sources[0].path"], "both url and path"),
        .init("    path: exports/", "", ["16:5 sources[0].url"], "missing"),
        .init(
            "path: exports/", "url: file://far.example/x", ["20:10 sources[0].url"],
            "not the URL of a file on this machine"),
        .init("path: exports/", "url: file:///a%00b", ["20:10 sources[0].url"], "not the URL of a file"),
        .init("path: exports/", "url: https://a.example/x#y", ["20:10 sources[0].url"], "fragment"),
        .init(
            "path: exports/", "path: x\n    live_since: 2026-03-01", ["21:17 sources[0].live_since"],
            "is not an instant"),
        .init(
            "path: exports/", "path: x\n    budget: {requests: 0}", ["21:24 sources[0].budget.requests"],
            "from 1 to 1000000"),
        .init(
            "path: exports/", "path: x\n    budget: 60s", ["21:13 sources[0].budget"],
            "not a mapping; write keys and values, such as time, requests, items"),
    ]

    @Test("each stands where the eye finds it", arguments: changes)
    func mistake(change: MistakenChange) {
        let text = SettingsText.whole.replacing(change.old, with: change.new, maxReplacements: 1)
        #expect(text != SettingsText.whole)
        let mistakes = SettingsText(text).mistakes()
        #expect(mistakes.map { "\($0.line):\($0.column) \($0.field)" } == change.places)
        #expect(mistakes.contains { "\($0.what); \($0.next)".contains(change.words) } || change.words.isEmpty)
        for mistake in mistakes {
            #expect(!mistake.what.isEmpty && !mistake.next.isEmpty && !mistake.what.contains(";"))
            #expect(!mistake.description.contains("hunter2"))
        }
    }

    @Test func `all of a file are named in one run, in the order of the file`() {
        let text = """
            language: xx
            language: de
            calendars: {c: {hours: never}}
            colour: red
            accounts:
              - {platform: moon}
              - 7
            """
        #expect(
            SettingsText(text).places() == [
                "1:1 brand", "1:11 language", "2:1 language", "3:16 calendars.c.timezone", "3:24 calendars.c.hours",
                "4:1 colour", "5:1 targets", "6:5 accounts[0].handle", "6:5 accounts[0].name",
                "6:16 accounts[0].platform",
                "7:5 accounts[1]",
            ])
    }

    @Test func `many keys that stand twice are all named`() {
        let text = """
            brand: A
            "brand": B
            data: a
            data: b
            data: c
            calendars:
              c: {hours: 24/7, timezone: UTC, timezone: UTC}
            """
        #expect(
            SettingsText(text).places() == ["2:1 brand", "4:1 data", "5:1 data", "7:35 calendars.c.timezone"])
    }

    @Test func `accounts without a target are refused`() {
        let text = "brand: S\naccounts:\n  - {name: a, platform: x, handle: s}"
        #expect(SettingsText(text).places() == ["2:1 targets"])
    }

    @Test func `two accounts of one identity are refused`() {
        let text = SettingsText.whole.replacing(
            "sources:",
            with: "  - {name: b, platform: x, handle: s}\n  - {name: c, platform: x, handle: \"@S\"}\nsources:")
        #expect(SettingsText(text).places() == ["16:5 accounts[2]"])
    }

    @Test func `a name is given once`() {
        let text = SettingsText.whole.replacing(
            "sources:", with: "  - {name: archive, platform: x, handle: s}\nsources:")
        #expect(SettingsText(text).places() == ["15:12 accounts[1].name"])
    }

    @Test func `a mistake is printed on one line`() {
        let mistake = SettingsText("brand: S\nlangauge: de").mistakes().first
        #expect(mistake?.description == "antwort.yaml:2:1: langauge: unknown key; did you mean language?")
    }

    @Test func `control and direction marks never reach a terminal`() {
        let mistakes = SettingsText("brand: S\n\"a\\e[31m\\u202Eb\": 1\nregister: \"\\x07\"").mistakes()
        #expect(mistakes.map(\.field) == ["\"a\\u{1b}[31m\\u{202e}b\"", "register"])
        #expect(mistakes.last?.what.contains("\\u{7}") == true)
    }

    @Test func `the example of the documentation says not yet where something is not built`() {
        let text = """
            brand: Silberbahn
            language: de                  # of replies when the customer's is unknown
            register: sie                 # likewise (du | sie | neutral)
            calendars:
              service:
                hours: "Mo-Fr 06:00-22:00; Sa-Su 10:00-22:00"     # OSM opening_hours profile
                timezone: Europe/Berlin
                holidays: DE-BE
            targets:                      # first match by order; conditions optional
              - name: standard
                calendar: service
                first_response: 30m
                next_response: 1h
                # resolution: 2d
                warn_at: [50%, 80%]
            accounts:
              - name: silberbahn-social
                platform: mastodon
                url: https://social.example
                handle: "@silberbahn"
                token_file: /etc/antwort/social.token
                timeouts: {connect: 10s, total: 60s}
                publish: {hold: 0s, expires: 12h, cool_down: 60s, settle: 120s, on_absent: hold}
              - {name: silberbahn-x, platform: x, handle: silberbahn}
              - {name: silberbahn-page, platform: facebook, id: "1234"}
            sources:
              - {name: social, account: silberbahn-social, kind: api}
              - {name: archive, account: silberbahn-x, kind: export, format: twcs, url: "file:///srv/exports/twcs.csv", live_since: 2026-03-01T00:00:00Z}
              - {name: hooks, account: silberbahn-page, kind: webhook, url: "https://edge.example/spool"}
            alerts:
              channels:
                - {name: mail, kind: email, url: "smtp://mail.example:587", from: antwort@example.org, to: [dienst@example.org]}
            """
        let mistakes = SettingsText(text).mistakes()
        #expect(
            mistakes.map { "\($0.line):\($0.column) \($0.field)" } == [
                "21:5 accounts[0].token_file", "23:5 accounts[0].publish", "27:54 sources[0].kind",
                "29:51 sources[2].kind",
                "30:1 alerts",
            ])
        #expect(mistakes.allSatisfy { $0.what.hasPrefix("not yet") })
    }

    @Test("every key of something not built yet is refused by name", arguments: SettingsSection.allCases)
    func notYet(section: SettingsSection) {
        for key in section.notYet {
            let text =
                switch section {
                case .brand: "\(SettingsText.whole)\n\(key): x"
                case .target:
                    SettingsText.whole.replacing("next_response: 1h", with: "next_response: 1h\n    \(key): x")
                case .account: SettingsText.whole.replacing("platform: export", with: "platform: export\n    \(key): x")
                case .source: SettingsText.whole.replacing("kind: export", with: "kind: export\n    \(key): x")
                default: ""
                }
            let mistakes = SettingsText(text).mistakes()
            #expect(mistakes.count == 1)
            #expect(mistakes.first?.what.hasPrefix("not yet") == true, "\(key)")
        }
        #expect(Set(section.notYet).isDisjoint(with: section.read))
    }
}
