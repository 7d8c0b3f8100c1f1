import Settings
import Testing

/// Two settings that differ in the value of one key alone.
struct KeyChange: Sendable {
    let before: String
    let after: String

    init(_ before: String, _ after: String) {
        self.before = before
        self.after = after
    }
}

/// A key that is accepted and not read is a promise broken in silence, so this suite goes by the reader's own list of keys.
@Suite struct `Accepted keys` {
    static let whole = """
        brand: Silberbahn
        language: de
        register: sie
        ihr_means: du
        signature: Your Silberbahn team
        proxy: http://proxy.example:1
        templates: words
        data: store
        calendars:
          service:
            hours: 24/7
            timezone: UTC
            holidays: {file: a.ics}
        targets:
          - name: special
            when: {account: one, platform: x, intent: [question, complaint], urgency: 1, language: de, person: "@anna"}
            calendar: service
            first_response: 1m
            next_response: 1m
            resolution: 5m
            pause_on_answer: true
            auto_resolve: 7d
          - {name: standard, calendar: service, first_response: 1m, next_response: 2m, warn_at: [50%]}
        accounts:
          - name: one
            platform: facebook
            url: https://one.example
            handle: one
            id: id1
            network: net
            timeouts: {connect: 1s, total: 2s}
            allow_plain_http: false
            proxy: none
            token_file: one.token
            publish: {hold: 1m, expires: 1h, cool_down: 2m, settle: 3m, on_absent: hold}
          - {name: two, platform: x, handle: two}
          - {name: three, platform: mastodon, url: "https://three.example", handle: three}
        sources:
          - {name: live, account: three, kind: api, context_days: 3}
          - {name: web, account: three, kind: export, format: twcs, url: "https://exports.example/a"}
          - name: table
            account: one
            kind: export
            format: csv
            path: a.csv
            live_since: 2026-03-01T00:00:00Z
            columns: {id: c1, parent: c2, author: c3, handle: c4, name: c5, at: c6, text: c7, url: c8, mentions: c9, language: c10}
            delimiter: ","
            time: {format: "yy-MM-dd", timezone: UTC}
            page: false
            budget: {time: 1m, requests: 2, items: 3}
        triage:
          topics:
            - {name: heating, keywords: ["heat*", cold]}
          words:
            de: {complaint: ["zugausfall*"]}
            en: {competitor: [Northlight]}
        alerts:
          channels:
            - {name: mail, kind: email, url: "smtp://mail.example:1", from: a@example.org, to: [b@example.org], user: u, password_file: p}
            - {name: chat, kind: webhook, url: "https://chat.example/1", format: slack, allow_plain_http: false}
            - {name: room, kind: webhook, url_file: room.url}
        """

    static let holidayFiles = [
        "/etc/antwort/a.ics": "BEGIN:VCALENDAR\nEND:VCALENDAR",
        "/etc/antwort/b.ics": "BEGIN:VCALENDAR\n\nEND:VCALENDAR",
    ]

    /// What to replace in ``whole`` to change the key's value and nothing else. Whole sections are changed by taking them away.
    static let changes: [String: KeyChange] = [
        "brand": .init("brand: Silberbahn", "brand: Goldbahn"),
        "language": .init("language: de", "language: en"),
        "register": .init("register: sie", "register: du"),
        "ihr_means": .init("ihr_means: du", "ihr_means: neutral"),
        "signature": .init("Your Silberbahn team", "Silberbahn"),
        "proxy": .init("proxy.example:1", "proxy.example:2"),
        "templates": .init("templates: words", "templates: others"),
        "data": .init("data: store", "data: other"),
        "calendars": .init("targets:", "  more: {hours: 24/7, timezone: UTC}\ntargets:"),
        "targets": .init(
            "accounts:", "  - {name: more, calendar: service, first_response: 1m, next_response: 1m}\naccounts:"),
        "accounts": .init("sources:", "  - {name: more, platform: x, handle: more}\nsources:"),
        "sources": .init("sources:", "sources:\n  - {name: more, account: two, kind: export, format: twcs, path: x}"),
        "triage": .init("    - {name: heating", "    - {name: more, keywords: [x]}\n    - {name: heating"),
        "triage.topics": .init(
            "    - {name: heating, keywords: [\"heat*\", cold]}",
            "    - {name: heating, keywords: [\"heat*\", cold]}\n    - {name: more, keywords: x}"),
        "triage.topics[].name": .init("name: heating", "name: warmth"),
        "triage.topics[].keywords": .init("\"heat*\", cold", "\"heat*\""),
        "triage.words": .init("complaint: [\"zugausfall*\"]", "complaint: [\"zugausfall*\"], praise: fein"),
        "triage.words.de": .init("zugausfall*", "zugverlust*"),
        "triage.words.en": .init("competitor: [Northlight]", "competitor: [Northlight, \"col* energy\"]"),
        "alerts": .init(
            "alerts:\n  channels:", "alerts:\n  channels:\n    - {name: more, kind: webhook, url_file: more.url}"),
        "calendars.*.hours": .init("hours: 24/7", "hours: Mo-Fr 08:00-18:00"),
        "calendars.*.timezone": .init("    timezone: UTC", "    timezone: Europe/Berlin"),
        "calendars.*.holidays": .init("{file: a.ics}", "DE-BE"),
        "calendars.*.holidays.file": .init("a.ics", "b.ics"),
        "targets[].name": .init("name: standard", "name: other"),
        "targets[].calendar": .init("  service:\n", "  other: {hours: 24/7, timezone: UTC}\n  service:\n"),
        "targets[].first_response": .init("first_response: 1m", "first_response: 61s"),
        "targets[].next_response": .init("next_response: 2m", "next_response: 3m"),
        "targets[].warn_at": .init("[50%]", "[60%]"),
        "targets[].when": .init(
            "    when: {account: one, platform: x, intent: [question, complaint], urgency: 1, language: de, person: \"@anna\"}\n",
            ""),
        "targets[].when.account": .init("account: one, platform", "account: two, platform"),
        "targets[].when.platform": .init("platform: x, intent", "platform: mastodon, intent"),
        "targets[].when.intent": .init("[question, complaint]", "praise"),
        "targets[].when.urgency": .init("urgency: 1", "urgency: 2"),
        "targets[].when.language": .init("language: de, person", "language: en, person"),
        "targets[].when.person": .init("@anna", "@bert"),
        "targets[].resolution": .init("resolution: 5m", "resolution: 6m"),
        "targets[].pause_on_answer": .init("pause_on_answer: true", "pause_on_answer: false"),
        "targets[].auto_resolve": .init("auto_resolve: 7d", "auto_resolve: never"),
        "accounts[].name": .init("name: two", "name: second"),
        "accounts[].platform": .init("platform: facebook", "platform: instagram"),
        "accounts[].token_file": .init("token_file: one.token", "token_file: two.token"),
        "accounts[].publish": .init(
            "    publish: {hold: 1m, expires: 1h, cool_down: 2m, settle: 3m, on_absent: hold}\n", ""),
        "accounts[].publish.hold": .init("hold: 1m", "hold: 2m"),
        "accounts[].publish.expires": .init("expires: 1h", "expires: 2h"),
        "accounts[].publish.cool_down": .init("cool_down: 2m", "cool_down: 3m"),
        "accounts[].publish.settle": .init("settle: 3m, ", ""),
        "accounts[].publish.on_absent": .init("on_absent: hold", "on_absent: retry"),
        "accounts[].url": .init("https://one.example", "https://other.example"),
        "accounts[].handle": .init("handle: one", "handle: other"),
        "accounts[].id": .init("id: id1", "id: id2"),
        "accounts[].network": .init("network: net", "network: other"),
        "accounts[].timeouts": .init("    timeouts: {connect: 1s, total: 2s}\n", ""),
        "accounts[].timeouts.connect": .init("connect: 1s", "connect: 3s"),
        "accounts[].timeouts.total": .init("total: 2s", "total: 3s"),
        "accounts[].allow_plain_http": .init("allow_plain_http: false", "allow_plain_http: true"),
        "accounts[].proxy": .init("proxy: none", "proxy: http://own.example"),
        "sources[].name": .init("name: table", "name: other"),
        "sources[].account": .init("account: one", "account: two"),
        // The kind brings its keys with it.
        "sources[].kind": .init("kind: export, format: twcs, url: \"https://exports.example/a\"", "kind: api"),
        "sources[].context_days": .init("context_days: 3", "context_days: 4"),
        "sources[].format": .init("format: twcs", "format: antwort-posts"),
        "sources[].url": .init("exports.example/a", "exports.example/b"),
        "sources[].path": .init("path: a.csv", "path: b.csv"),
        "sources[].live_since": .init("2026-03-01T00", "2026-03-01T01"),
        "sources[].columns": .init(", parent: c2", ""),
        "sources[].columns.id": .init("id: c1,", "id: d,"),
        "sources[].columns.parent": .init("parent: c2", "parent: d"),
        "sources[].columns.author": .init("author: c3", "author: d"),
        "sources[].columns.handle": .init("handle: c4", "handle: d"),
        "sources[].columns.name": .init("name: c5", "name: d"),
        "sources[].columns.at": .init("at: c6", "at: d"),
        "sources[].columns.text": .init("text: c7", "text: d"),
        "sources[].columns.url": .init("url: c8", "url: d"),
        "sources[].columns.mentions": .init("mentions: c9", "mentions: d"),
        "sources[].columns.language": .init("language: c10", "language: d"),
        "sources[].delimiter": .init("delimiter: \",\"", "delimiter: \";\""),
        "sources[].time": .init("    time: {format: \"yy-MM-dd\", timezone: UTC}\n", ""),
        "sources[].time.format": .init("yy-MM-dd", "yyyy-MM-dd"),
        "sources[].time.timezone": .init("dd\", timezone: UTC", "dd\", timezone: Europe/Vienna"),
        "sources[].page": .init("page: false", "page: true"),
        "sources[].budget": .init("    budget: {time: 1m, requests: 2, items: 3}", ""),
        "sources[].budget.time": .init("time: 1m", "time: 2m"),
        "sources[].budget.requests": .init("requests: 2", "requests: 9"),
        "sources[].budget.items": .init("items: 3", "items: 9"),
        "alerts.channels": .init("channels:", "channels:\n    - {name: more, kind: webhook, url_file: more.url}"),
        "alerts.channels[].name": .init("name: mail", "name: post"),
        "alerts.channels[].kind": .init(
            "kind: email, url: \"smtp://mail.example:1\", from: a@example.org, to: [b@example.org], user: u, password_file: p",
            "kind: webhook, url: \"https://mail.example:1\""),
        "alerts.channels[].url": .init("chat.example/1", "chat.example/2"),
        "alerts.channels[].url_file": .init("url_file: room.url", "url_file: other.url"),
        "alerts.channels[].format": .init("format: slack", "format: teams"),
        "alerts.channels[].allow_plain_http": .init(
            "slack, allow_plain_http: false", "slack, allow_plain_http: true"),
        "alerts.channels[].from": .init("from: a@", "from: c@"),
        "alerts.channels[].to": .init("to: [b@example.org]", "to: [b@example.org, c@example.org]"),
        "alerts.channels[].user": .init("user: u", "user: v"),
        "alerts.channels[].password_file": .init("password_file: p", "password_file: q"),
    ]

    static let keys = SettingsSection.allCases.flatMap { section in section.read.map(section.path) }

    @Test("each changes what is read", arguments: keys)
    func read(key: String) throws {
        let change = try #require(Self.changes[key], "say in this suite how \(key) changes the result")
        let text = Self.whole.replacing(change.before, with: change.after, maxReplacements: 1)
        let before = try SettingsText(Self.whole, files: Self.holidayFiles).read()
        var changed = SettingsText(text, files: Self.holidayFiles)
        if key == "targets[].calendar" {
            let other = try changed.read()
            changed.text = text.replacing("calendar: service", with: "calendar: other")
            #expect(try changed.read() != other)
            return
        }
        if key == "accounts[].name" { changed.text = text.replacing("account: two", with: "account: second") }
        let after = try changed.read()
        #expect(after != before)

        // What is kept for the next run must not lose it either.
        let snapshot = try SettingsSnapshot(of: changed.file, in: changed.surroundings, program: "1")
        let again = SettingsSnapshot(kept: snapshot.bytes, of: changed.file, in: changed.surroundings, program: "1")
        #expect(again?.settings == after)
    }

    @Test func `the list of changes names no key that is gone`() {
        #expect(Set(Self.changes.keys) == Set(Self.keys))
    }
}
