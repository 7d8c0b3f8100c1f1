import Connectors
import Dialogue
import ServiceHours
import Settings
import Testing

@Suite struct `Reading settings` {
    @Test func `the shortest settings name a brand`() throws {
        let settings = try SettingsText("brand: Silberbahn").read()
        #expect(settings == BrandSettings(brand: "Silberbahn"))
        #expect(settings.language == .german)
        #expect(settings.register == .sie)
    }

    @Test func `everything that stands in the file arrives`() throws {
        let settings = try SettingsText(
            """
            brand: Silberbahn
            language: en
            register: du
            ihr_means: neutral
            signature: Your Silberbahn team
            proxy: http://proxy.example:3128
            templates: words/
            data: ../../var/data
            calendars:
              service:
                hours: "Mo-Fr 06:00-22:00; Sa-Su 10:00-22:00; PH off"
                timezone: Europe/Berlin
                holidays: DE-BE
              night: {hours: 24/7, timezone: UTC, holidays: [2026-12-24, 2026-12-31]}
            targets:
              - {name: VIP, calendar: night, first_response: 90s, next_response: 10m}
              - {name: standard, calendar: service, first_response: 30m, next_response: 2d, warn_at: [50%, 80%]}
            accounts:
              - name: social
                platform: mastodon
                url: https://Social.Example:443/
                handle: "@silberbahn"
                id: 0123
                timeouts: {connect: 100ms, total: 2m}
                proxy: none
                token_file: tokens/../social.token
                publish: {hold: 10m, expires: 1d, cool_down: 1s, settle: 0s, on_absent: retry}
              - {name: forum, platform: discourse, url: "http://127.0.0.1:3100/forum/", id: on}
              - {name: x, platform: x, handle: silberbahn, network: twcs, allow_plain_http: true, proxy: "socks5h://[::1]:1080"}
              - {name: old, platform: export, handle: silberbahn}
            sources:
              - {name: live, account: social, kind: api, live_since: 2026-03-01T00:00:00Z, context_days: 0, budget: {requests: 3}}
              - {name: mentions, account: social, kind: api}
              - {name: archive, account: x, kind: export, format: twcs, url: "file:///srv/my%20exports/twcs.csv", live_since: 2026-03-01T01:00:00+01:00}
              - {name: drop, account: old, kind: export, format: antwort-posts, path: exports/, budget: {time: 2m, requests: 7, items: 9}}
              - {name: far, account: x, kind: export, format: antwort-posts, url: "http://exports.example/a.jsonl?k=1"}
              - name: table
                account: old
                kind: export
                format: csv
                path: /srv/t.csv
                columns: {id: Nr, author: From, at: When, text: Body, parent: Re, handle: H, name: N, url: U, mentions: M, language: L}
                delimiter: tab
                time: {format: dd.MM.yyyy HH:mm, timezone: Europe/Vienna}
                page: true
            alerts:
              channels:
                - name: mail
                  kind: email
                  url: smtp://Mail.example:587/
                  from: antwort@example.org
                  to: [dienst@example.org, "o'neil+bahn@sub.example.org"]
                  user: antwort
                  password_file: /run/secrets/mail
                - {name: safe, kind: email, url: "smtps://mail.example", from: a@localhost, to: [b@localhost]}
                - {name: chat, kind: webhook, url: "https://Chat.example/hooks/1?k=2", format: slack}
                - {name: room, kind: webhook, url_file: room.url, format: teams}
                - {name: own, kind: webhook, url: "http://[::1]:9000/x"}
                - {name: near, kind: webhook, url: "http://hub.example/x", allow_plain_http: true}
            """
        ).read()

        #expect(settings.brand == "Silberbahn")
        #expect(settings.language == .english)
        #expect(settings.register == .du)
        #expect(settings.ihrMeans == .neutral)
        #expect(settings.signature == "Your Silberbahn team")
        #expect(settings.proxy == "http://proxy.example:3128")
        #expect(settings.templates == "/etc/antwort/words")
        #expect(settings.data == "/var/data")
        #expect(
            settings.calendars == [
                CalendarDefinition(
                    name: "service", hours: "Mo-Fr 06:00-22:00; Sa-Su 10:00-22:00; PH off", timezone: "Europe/Berlin",
                    holidays: .region("DE-BE")),
                CalendarDefinition(
                    name: "night", hours: "24/7", timezone: "UTC", holidays: .dates(["2026-12-24", "2026-12-31"])),
            ])
        #expect(
            settings.targets == [
                Target(name: "VIP", calendar: "night", firstResponse: 90, nextResponse: 600),
                Target(
                    name: "standard", calendar: "service", firstResponse: 1_800, nextResponse: 172_800,
                    warnAtPercent: [50, 80]),
            ])
        #expect(
            settings.accounts == [
                AccountSettings(
                    name: "social", platform: .mastodon, url: "https://social.example",
                    network: Network("mastodon:social.example"), handle: "silberbahn", id: "0123",
                    timeouts: AccountTimeouts(connectMilliseconds: 100, totalMilliseconds: 120_000),
                    proxy: AccountProxy.none, tokenFile: "/etc/antwort/social.token",
                    publish: PublishSettings(hold: 600, expires: 86_400, coolDown: 1, settle: 0, onAbsent: .retry)),
                AccountSettings(
                    name: "forum", platform: .discourse, url: "http://127.0.0.1:3100/forum",
                    network: Network("discourse:127.0.0.1:3100"), id: "on"),
                AccountSettings(
                    name: "x", platform: .x, network: Network("twcs"), handle: "silberbahn", allowsPlainHTTP: true,
                    proxy: .url("socks5h://[::1]:1080")),
                AccountSettings(
                    name: "old", platform: .export, network: Network("export:old"), handle: "silberbahn"),
            ])
        let csv = CSVSettings(
            columns: [
                .id: "Nr", .author: "From", .at: "When", .text: "Body", .parent: "Re", .handle: "H", .name: "N",
                .url: "U",
                .mentions: "M", .language: "L",
            ], delimiter: .tab, time: .pattern("dd.MM.yyyy HH:mm", timezone: "Europe/Vienna"), isPage: true)
        #expect(
            settings.sources == [
                SourceSettings(
                    name: "live", account: "social", kind: .api(APISettings(contextDays: 0)),
                    liveSince: Instant(seconds: 1_772_323_200), budget: SourceBudget(requests: 3)),
                SourceSettings(name: "mentions", account: "social", kind: .api(APISettings(contextDays: 7))),
                SourceSettings(
                    name: "archive", account: "x",
                    kind: .export(
                        ExportSettings(
                            format: .twcs, url: "file:///srv/my%20exports/twcs.csv",
                            filePath: "/srv/my exports/twcs.csv")),
                    liveSince: Instant(seconds: 1_772_323_200)),
                SourceSettings(
                    name: "drop", account: "old",
                    kind: .export(
                        ExportSettings(
                            format: .antwortPosts, url: "file:///etc/antwort/exports/",
                            filePath: "/etc/antwort/exports/")),
                    budget: SourceBudget(seconds: 120, requests: 7, items: 9)),
                SourceSettings(
                    name: "far", account: "x",
                    kind: .export(ExportSettings(format: .antwortPosts, url: "http://exports.example/a.jsonl?k=1"))),
                SourceSettings(
                    name: "table", account: "old",
                    kind: .export(ExportSettings(format: .csv(csv), url: "file:///srv/t.csv", filePath: "/srv/t.csv"))),
            ])
        #expect(settings.sources.compactMap(\.export).map(\.isDropFolder) == [false, true, false, false])
        #expect(
            settings.alertChannels == [
                AlertChannelSettings(
                    name: "mail",
                    kind: .email(
                        EmailChannelSettings(
                            url: "smtp://mail.example:587", from: "antwort@example.org",
                            to: ["dienst@example.org", "o'neil+bahn@sub.example.org"],
                            login: MailLogin(user: "antwort", passwordFile: "/run/secrets/mail")))),
                AlertChannelSettings(
                    name: "safe",
                    kind: .email(
                        EmailChannelSettings(url: "smtps://mail.example", from: "a@localhost", to: ["b@localhost"]))),
                AlertChannelSettings(
                    name: "chat",
                    kind: .webhook(
                        WebhookChannelSettings(address: .url("https://chat.example/hooks/1?k=2"), format: .slack))),
                AlertChannelSettings(
                    name: "room",
                    kind: .webhook(WebhookChannelSettings(address: .file("/etc/antwort/room.url"), format: .teams))),
                AlertChannelSettings(
                    name: "own", kind: .webhook(WebhookChannelSettings(address: .url("http://[::1]:9000/x")))),
                AlertChannelSettings(
                    name: "near",
                    kind: .webhook(
                        WebhookChannelSettings(address: .url("http://hub.example/x"), allowsPlainHTTP: true))),
            ])
    }

    @Test func `what is not said about publishing is what the product does without settings`() throws {
        let settings = try SettingsText(
            SettingsText.whole.replacing("platform: export", with: "platform: export\n    publish: {}")
        ).read()
        let publish = try #require(settings.accounts.first?.publish)
        #expect(publish == PublishSettings())
        #expect(publish.hold == 0 && publish.expires == 43_200 && publish.coolDown == 60)
        #expect(publish.settle == nil && publish.onAbsent == .hold)
    }

    @Test func `a customer's ihr is answered like everybody else unless the settings say otherwise`() throws {
        #expect(try SettingsText("brand: S\nregister: du").read().ihrMeans == .du)
        #expect(try SettingsText("brand: S\nregister: du\nihr_means: neutral").read().ihrMeans == .neutral)
    }

    @Test func `an account is known to threading by its id, else by its handle`() throws {
        let settings = try SettingsText(
            """
            brand: S
            calendars: {c: {hours: 24/7, timezone: UTC}}
            targets: [{name: t, calendar: c, first_response: 1m, next_response: 1m}]
            accounts:
              - {name: a, platform: x, handle: "@S", id: "77"}
              - {name: b, platform: facebook, handle: S}
            """
        ).read()
        #expect(
            settings.identities == [
                Account(name: "a", platform: "x", network: Network("x"), author: Author(id: "77", handle: "S")),
                Account(
                    name: "b", platform: "facebook", network: Network("facebook"), author: Author(id: "S", handle: "S")),
            ])
    }

    @Test(
        "what YAML would take for something else stays what was written",
        arguments: ["NO", "on", "1e3", "0123", "12:30:45", "2026-03-01", "0x1F", ".5", "true"])
    func scalar(written: String) throws {
        #expect(try SettingsText("brand: \(written)").read().brand == written)
        #expect(try SettingsText("brand: '\(written)'").read().brand == written)
    }

    @Test func `a holiday file is read into the calendar`() throws {
        let calendar =
            "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART;VALUE=DATE:20261224\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
        let settings = try SettingsText(
            "brand: S\ncalendars:\n  c: {hours: 24/7, timezone: UTC, holidays: {file: days.ics}}",
            files: ["/etc/antwort/days.ics": calendar]
        ).read()
        #expect(settings.calendars.first?.holidays == .calendar(text: calendar))
    }

    @Test func `line ends of other systems and a byte order mark do no harm`() throws {
        let text = "\u{FEFF}" + SettingsText.whole.replacing("\n", with: "\r\n")
        #expect(try SettingsText(text).read() == SettingsText(SettingsText.whole).read())
    }
}
