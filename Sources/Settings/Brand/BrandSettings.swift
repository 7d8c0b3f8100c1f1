package import Dialogue

/// What a settings file says about a brand, checked: every reference leads somewhere, every value is in its range.
package struct BrandSettings: Hashable, Sendable {
    package let brand: String
    /// The language of replies when the customer's is unknown.
    package let language: ReplyLanguage
    /// How customers are addressed when their own way is unknown.
    package let register: ReplyRegister
    /// How a customer who writes "ihr" is addressed: the word may mean the team and says little about its writer's wish.
    package let ihrMeans: ReplyRegister
    /// What stands below replies, in one line; nil for nothing.
    package let signature: String?
    /// In the order of the file.
    package let calendars: [CalendarDefinition]
    /// In the order of the file: the first that matches holds.
    package let targets: [Target]
    package let accounts: [AccountSettings]
    package let sources: [SourceSettings]
    /// Topics and own words for the reading of posts.
    package let triage: TriageSettings
    /// Where notices go.
    package let alertChannels: [AlertChannelSettings]
    /// The URL of the proxy for every account that names none.
    package let proxy: String?
    /// The absolute path of the folder with the templates, nil for the usual places.
    package let templates: String?
    /// The absolute path of the folder with the store, nil for the usual places.
    package let data: String?

    /// - Parameter ihrMeans: nil for `register`.
    package init(
        brand: String, language: ReplyLanguage = .german, register: ReplyRegister = .sie,
        ihrMeans: ReplyRegister? = nil, signature: String? = nil, calendars: [CalendarDefinition] = [],
        targets: [Target] = [], accounts: [AccountSettings] = [], sources: [SourceSettings] = [],
        triage: TriageSettings = TriageSettings(),
        alertChannels: [AlertChannelSettings] = [], proxy: String? = nil,
        templates: String? = nil, data: String? = nil
    ) {
        self.brand = brand
        self.language = language
        self.register = register
        self.ihrMeans = ihrMeans ?? register
        self.signature = signature
        self.calendars = calendars
        self.targets = targets
        self.accounts = accounts
        self.sources = sources
        self.triage = triage
        self.alertChannels = alertChannels
        self.proxy = proxy
        self.templates = templates
        self.data = data
    }

    /// The accounts as threading knows them.
    package var identities: [Account] { accounts.map(\.identity) }
}
