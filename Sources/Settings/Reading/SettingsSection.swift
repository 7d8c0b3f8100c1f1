/// A part of the settings file with keys of its own; the raw value is where it stands, `*` for a name and `[]` for a list's item.
///
/// These lists are what the reader accepts. A key that stands in ``read`` and changes nothing fails the test suite.
package enum SettingsSection: String, CaseIterable, Sendable {
    case brand = ""
    case calendar = "calendars.*"
    case holidays = "calendars.*.holidays"
    case target = "targets[]"
    case when = "targets[].when"
    case account = "accounts[]"
    case timeouts = "accounts[].timeouts"
    case publish = "accounts[].publish"
    case source = "sources[]"
    case columns = "sources[].columns"
    case time = "sources[].time"
    case budget = "sources[].budget"
    case triage = "triage"
    case topic = "triage.topics[]"
    case words = "triage.words"
    case alerts = "alerts"
    case channel = "alerts.channels[]"

    /// The keys that are read.
    package var read: [String] {
        switch self {
        case .brand:
            [
                "brand", "language", "register", "ihr_means", "signature", "calendars", "targets", "accounts",
                "sources", "triage", "alerts", "proxy", "templates", "data",
            ]
        case .calendar: ["hours", "timezone", "holidays"]
        case .holidays: ["file"]
        case .target:
            [
                "name", "when", "calendar", "first_response", "next_response", "resolution", "warn_at",
                "pause_on_answer", "auto_resolve",
            ]
        case .when: ["account", "platform", "intent", "urgency", "language", "person"]
        case .account:
            [
                "name", "platform", "url", "handle", "id", "network", "token_file", "publish", "timeouts",
                "allow_plain_http", "proxy",
            ]
        case .timeouts: ["connect", "total"]
        case .publish: ["hold", "expires", "cool_down", "settle", "on_absent"]
        case .source:
            [
                "name", "account", "kind", "format", "url", "path", "live_since", "columns", "delimiter", "time",
                "page", "budget", "context_days",
            ]
        case .columns: ["id", "parent", "author", "handle", "name", "at", "text", "url", "mentions", "language"]
        case .time: ["format", "timezone"]
        case .budget: ["time", "requests", "items"]
        case .triage: ["topics", "words"]
        case .topic: ["name", "keywords"]
        case .words: ["de", "en"]
        case .alerts: ["channels"]
        case .channel:
            ["name", "kind", "url", "url_file", "format", "allow_plain_http", "from", "to", "user", "password_file"]
        }
    }

    /// The keys of features that are not built yet; each is refused by name.
    package var notYet: [String] {
        switch self {
        case .brand:
            [
                "interface", "lexicon", "people", "roster", "oncall", "knowledge", "situations", "drafting",
                "review", "retention", "publish", "serve", "reports", "topics", "persons", "ping", "links",
            ]
        case .calendar, .holidays, .when, .account, .timeouts, .publish, .columns, .time, .budget, .triage, .topic,
            .words:
            []
        case .target:
            ["flags", "labels"]
        case .source: ["token_file", "secret_file", "interval", "pages"]
        case .alerts, .channel: ["levels", "roster", "rosters", "quiet_hours", "repeat"]
        }
    }

    /// The path of `key` in a file, such as `accounts[].timeouts.connect`.
    package func path(of key: String) -> String {
        rawValue.isEmpty ? key : "\(rawValue).\(key)"
    }
}
