extension BrandReader {
    /// Whether accounts of this platform can be read over the platform's interface; else a mistake. An unknown platform was
    /// named already.
    func checkAPI(of platform: Platform?, in kind: Field) -> Bool {
        switch platform {
        case .mastodon, nil: return true
        case .export: kind.refuse("accounts of the platform export are known from files alone", "write export")
        case .bluesky, .facebook, .instagram, .x, .youtube, .reddit, .discourse, .google, .trustpilot:
            kind.refuse(
                "not yet: this release reads accounts of the platform mastodon only this way",
                "write export and name an export of its posts, or remove the source for now")
        }
        return false
    }

    /// What a source of the kind `api` says. Its server stands at the account.
    func api(_ source: MappingReader) -> SourceKind {
        source.optional("url")?.refuse(
            "read with kind: export only", "remove it; the server's URL stands at the account")
        for key in ["format", "path", "columns", "delimiter", "time", "page"] {
            source.optional(key)?.refuse("read with kind: export only", "remove it; the server says this itself")
        }
        let days = source.optional("context_days")?.wholeNumber(in: 0...30)
        return .api(days.map { APISettings(contextDays: $0) } ?? APISettings())
    }
}
