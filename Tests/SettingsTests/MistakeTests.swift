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
        .init("next_response: 1h", "next_response: 1h\n    flags: [legal]", ["11:5 targets[0].flags"], "not yet"),
        .init("next_response: 1h", "next_response: 1h\n    resolution: 2", ["11:17 targets[0].resolution"], "no unit"),
        .init(
            "next_response: 1h", "next_response: 1h\n    auto_resolve: soon", ["11:19 targets[0].auto_resolve"],
            "such as 7d, or never"),
        .init(
            "next_response: 1h", "next_response: 1h\n    pause_on_answer: yes",
            ["11:22 targets[0].pause_on_answer"], "neither true nor false"),
        .init(
            "next_response: 1h", "next_response: 1h\n    when: {language: de}", ["11:5 targets[0].when"],
            "a condition in the last target, so that some customers get none; add a target without when: behind it"),
        .init(
            "  - name: standard",
            "  - {name: a, calendar: service, first_response: 1m, next_response: 1m, when: {}}\n"
                + "  - name: standard", ["7:79 targets[0].when"], "a condition that says nothing"),
        .init(
            "  - name: standard",
            "  - name: a\n    calendar: service\n    first_response: 1m\n    next_response: 1m\n    when:\n"
                + "      account: archve\n      platform: twitter\n      intent: [complaint, anger]\n"
                + "      urgency: 3\n      language: fr\n      person: []\n      topic: tariffs\n  - name: standard",
            [
                "12:16 targets[0].when.account", "13:17 targets[0].when.platform",
                "14:27 targets[0].when.intent[1]", "15:16 targets[0].when.urgency",
                "16:17 targets[0].when.language", "17:15 targets[0].when.person", "18:7 targets[0].when.topic",
            ], "no account \"archve\"; did you mean archive?"),
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
            "platform: export", "platform: export\n    token_file: tokens/", ["14:17 accounts[0].token_file"],
            "the path of a folder"),
        .init(
            "platform: export", "platform: export\n    token_file: ~/token", ["14:17 accounts[0].token_file"],
            "begins with ~"),
        .init(
            "platform: export", "platform: export\n    publish: {hold: 12h}", ["14:21 accounts[0].publish.hold"],
            "no shorter than expires, so that no reply would ever be sent; write a span below 12h"),
        .init(
            "platform: export", "platform: export\n    publish: {cool_down: 0s}",
            ["14:26 accounts[0].publish.cool_down"], "from 1s to 1d"),
        .init(
            "platform: export", "platform: export\n    publish: {settle: 90}", ["14:23 accounts[0].publish.settle"],
            "has no unit"),
        .init(
            "platform: export", "platform: export\n    publish: {on_absent: send}",
            ["14:26 accounts[0].publish.on_absent"], "known are hold, retry"),
        .init(
            "platform: export", "platform: export\n    publish: now", ["14:14 accounts[0].publish"],
            "such as hold, expires, cool_down"),
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
        .init(
            "kind: export\n    format: antwort-posts\n    path: exports/", "kind: api", ["18:11 sources[0].kind"],
            "accounts of the platform export are known from files alone; write export"),
        .init(
            "kind: export", "kind: export\n    context_days: 7", ["19:19 sources[0].context_days"],
            "read with kind: api only"),
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

    /// A brand on Mastodon whose late answers are announced; below it the changes that must lead to mistakes.
    static let live = """
        brand: Silberbahn
        calendars: {service: {hours: 24/7, timezone: UTC}}
        targets: [{name: standard, calendar: service, first_response: 30m, next_response: 1h}]
        accounts:
          - {name: social, platform: mastodon, url: "https://social.example", handle: silberbahn}
        sources:
          - {name: live, account: social, kind: api}
        alerts:
          channels:
            - name: mail
              kind: email
              url: smtp://mail.example:587
              from: antwort@example.org
              to: [dienst@example.org]
            - name: chat
              kind: webhook
              url: https://chat.example/hunter2
        """

    static let liveChanges: [MistakenChange] = [
        .init("platform: mastodon", "platform: facebook", ["7:41 sources[0].kind"], "not yet: this release reads"),
        .init(
            "platform: mastodon", "platform: mastodom", ["5:30 accounts[0].platform"], "did you mean mastodon?"),
        .init("kind: api}", "kind: api, url: \"https://x\"}", ["7:51 sources[0].url"], "stands at the account"),
        .init("kind: api}", "kind: api, path: x}", ["7:52 sources[0].path"], "read with kind: export only"),
        .init("kind: api}", "kind: api, format: twcs}", ["7:54 sources[0].format"], "read with kind: export only"),
        .init("kind: api}", "kind: api, columns: {}}", ["7:55 sources[0].columns"], "read with kind: export only"),
        .init("kind: api}", "kind: api, page: true}", ["7:52 sources[0].page"], "read with kind: export only"),
        .init("kind: api}", "kind: api, context_days: 31}", ["7:60 sources[0].context_days"], "from 0 to 30"),
        .init("kind: api}", "kind: webhook}", ["7:41 sources[0].kind"], "not yet"),
        .init(", kind: api}", "}", ["7:5 sources[0].kind"], "missing; write api or export"),
        .init(
            "\nsources:",
            "\n  - {name: a.b, platform: x, handle: a}\n  - {name: a-b, platform: x, handle: b}\nsources:",
            ["7:12 accounts[2].name"],
            "shares the environment variable ANTWORT_TOKEN_A_B for its token with account a.b"),
        .init("  channels:", "  channel:", ["9:3 alerts.channel", "9:3 alerts.channels"], "did you mean channels?"),
        .init("name: chat", "name: mail", ["15:13 alerts.channels[1].name"], "already the name of the one on line 10"),
        .init("kind: email", "kind: mail", ["11:13 alerts.channels[0].kind"], "did you mean email?"),
        .init("kind: email", "kind: alertmanager", ["11:13 alerts.channels[0].kind"], "not yet"),
        .init("kind: email\n", "levels: [breach]\n      kind: email\n", ["11:7 alerts.channels[0].levels"], "not yet"),
        .init("smtp://", "http://", ["12:12 alerts.channels[0].url"], "possible are smtp, smtps"),
        .init("mail.example:587", "mail.example/hunter2", ["12:12 alerts.channels[0].url"], "with a path"),
        .init("mail.example:587", "u:hunter2@mail.example", ["12:12 alerts.channels[0].url"], "a user or password"),
        .init("      from: antwort@example.org\n", "", ["10:7 alerts.channels[0].from"], "missing"),
        .init("antwort@example.org", "antwort", ["13:13 alerts.channels[0].from"], "is no such mail address"),
        .init("[dienst@example.org]", "[]", ["14:11 alerts.channels[0].to"], "1 to 50"),
        .init("[dienst@example.org]", "dienst@example.org", ["14:11 alerts.channels[0].to"], "not a list"),
        .init(
            "[dienst@example.org]", "[a@example.org, A@example.org]", ["14:27 alerts.channels[0].to[1]"], "stands twice"
        ),
        .init(
            "kind: email", "kind: email\n      user: u", ["10:7 alerts.channels[0].password_file"],
            "missing; name the file with the password"),
        .init(
            "kind: email", "kind: email\n      password_file: p", ["10:7 alerts.channels[0].user"], "missing"),
        .init(
            "kind: email", "kind: email\n      password: hunter2", ["12:7 alerts.channels[0].password"],
            "a secret does not belong in this file"),
        .init(
            "kind: email", "kind: email\n      format: slack", ["12:15 alerts.channels[0].format"],
            "read with kind: webhook only"),
        .init(
            "kind: webhook", "kind: webhook\n      to: [a@example.org]", ["17:11 alerts.channels[1].to"],
            "read with kind: email only"),
        .init("https://chat", "http://chat", ["17:12 alerts.channels[1].url"], "allow_plain_http: true at the channel"),
        .init("https://chat", "ftp://chat", ["17:12 alerts.channels[1].url"], "possible are https, http"),
        .init("url: https://chat.example/hunter2", "format: slack", ["15:7 alerts.channels[1].url"], "or url_file:"),
        .init(
            "kind: webhook", "kind: webhook\n      url_file: x", ["17:17 alerts.channels[1].url_file"],
            "both url and url_file"),
        .init(
            "kind: webhook", "kind: webhook\n      format: irc", ["17:15 alerts.channels[1].format"], "known are slack"),
        .init("brand: Silberbahn", "brand: S\nsignature: \"a\\nb\"", ["2:12 signature"], "line break"),
        .init("brand: Silberbahn", "brand: S\nihr_means: ihr", ["2:12 ihr_means"], "known are du, sie, neutral"),
    ]

    @Test func `a brand on Mastodon needs no more than this`() {
        #expect(SettingsText(Self.live).places().isEmpty)
    }

    @Test("each of a live brand, too", arguments: liveChanges)
    func liveMistake(change: MistakenChange) {
        check(change, of: Self.live)
    }

    @Test("each stands where the eye finds it", arguments: changes)
    func mistake(change: MistakenChange) {
        check(change, of: SettingsText.whole)
    }

    private func check(_ change: MistakenChange, of whole: String) {
        let text = whole.replacing(change.old, with: change.new, maxReplacements: 1)
        #expect(text != whole)
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
                - {name: chat, kind: webhook, url: "https://chat.example/hooks/1", format: slack}     # slack | teams | generic
                - {name: am, kind: alertmanager, url: "http://127.0.0.1:9093"}
            """
        let mistakes = SettingsText(text).mistakes()
        #expect(
            mistakes.map { "\($0.line):\($0.column) \($0.field)" } == [
                "29:51 sources[2].kind", "34:24 alerts.channels[2].kind",
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
                case .source: SettingsText.whole.replacing("kind: export", with: "kind: export\n    \(key): x")
                case .alerts: "\(SettingsText.whole)\nalerts: {channels: [], \(key): x}"
                case .channel:
                    "\(SettingsText.whole)\nalerts: {channels: [{name: c, kind: webhook, url_file: u, \(key): x}]}"
                default: ""
                }
            let mistakes = SettingsText(text).mistakes()
            #expect(mistakes.count == 1)
            #expect(mistakes.first?.what.hasPrefix("not yet") == true, "\(key)")
        }
        #expect(Set(section.notYet).isDisjoint(with: section.read))
    }
}
