import ServiceHours

/// The words for ``SourceKind``.
private enum KindWord: String, CaseIterable {
    case export, api, webhook
}

/// The words for ``SourceFormat``.
private enum FormatWord: String, CaseIterable {
    case twcs
    case antwortPosts = "antwort-posts"
    case csv
}

/// Where an export lies.
private struct ExportPlace {
    let url: String
    let filePath: String?
}

extension BrandReader {
    /// One entry for each item of the list, nil where it could not be read.
    func sources(_ field: Field?, accounts: [AccountReading]) -> [SourceSettings?] {
        var names = UsedNames()
        let known = Dictionary(accounts.compactMap { account in account.name.map { ($0, account) } }) { first, _ in
            first
        }
        return field?.items("write a list of sources, each with name, account and kind")?
            .map { source($0, accounts: known, names: &names) } ?? []
    }

    private func source(_ item: Field, accounts: [String: AccountReading], names: inout UsedNames) -> SourceSettings? {
        guard let source = MappingReader(item, as: .source) else { return nil }

        let nameField = source.required("name", "name the source, such as archive")
        let name = nameField?.name()
        if let name, let nameField { names.take(name, at: nameField) }
        let account = source.required("account", "name the account it belongs to").flatMap {
            accountName($0, among: accounts)
        }
        let kindField = source.required("kind", "write api or export")
        guard let kindField, let word = kindField.choice(KindWord.self) else { return nil }
        let kind: SourceKind?
        switch word {
        case .export:
            kind = export(source, allowsPlainHTTP: account.flatMap { accounts[$0]?.allowsPlainHTTP } ?? false)
        case .api:
            let isReadable = checkAPI(of: account.flatMap { accounts[$0]?.platform }, in: kindField)
            let settings = api(source)
            kind = isReadable ? settings : nil
        case .webhook:
            kindField.refuse(
                "not yet: this release does not read sources of the kind webhook", "remove the source for now")
            return nil
        }
        let liveSince = source.optional("live_since").map(instant)
        let budget = source.optional("budget").map(budget) ?? SourceBudget()
        guard let name, let account, let kind else { return nil }
        return SourceSettings(name: name, account: account, kind: kind, liveSince: liveSince ?? nil, budget: budget)
    }

    private func accountName(_ field: Field, among accounts: [String: AccountReading]) -> String? {
        guard let text = field.text("name the account it belongs to") else { return nil }
        if accounts[text] != nil { return text }

        field.refuse("no account \(Shown.value(text))", NearestName.advice(for: text, among: accounts.keys.sorted()))
        return nil
    }

    private func export(_ source: MappingReader, allowsPlainHTTP: Bool) -> SourceKind? {
        source.optional("context_days")?.refuse("read with kind: api only", "remove it; an export is read whole")
        let place = exportPlace(source, allowsPlainHTTP: allowsPlainHTTP)
        let format = source.required("format", "write one of twcs, antwort-posts, csv")?.choice(FormatWord.self)
            .flatMap { self.format($0, of: source) }
        guard let place, let format else { return nil }
        return .export(ExportSettings(format: format, url: place.url, filePath: place.filePath))
    }

    private func exportPlace(_ source: MappingReader, allowsPlainHTTP: Bool) -> ExportPlace? {
        switch (source.optional("url"), source.optional("path")) {
        case (nil, nil):
            mistakes.add(
                source.place, source.fieldPath("url"), "missing",
                "write the export's URL, or path: with a file or, ending in /, a folder")
            return nil
        case (_?, let path?):
            path.refuse("both url and path", "keep one of them")
            return nil
        case (nil, let path?):
            return self.path(path).map { ExportPlace(url: FilePath.url(of: $0), filePath: $0) }
        case (let url?, nil):
            let next = "write the export's URL, such as file:///srv/exports/posts.csv"
            guard let address = url.address(schemes: ["https", "http", "file"], next) else { return nil }
            if address.scheme == "file" { return filePlace(address, in: url) }

            guard url.checkEncryption(of: address, allowsPlainHTTP: allowsPlainHTTP) else { return nil }
            return ExportPlace(url: address.text, filePath: nil)
        }
    }

    private func filePlace(_ address: WebAddress, in field: Field) -> ExportPlace? {
        guard address.host.isEmpty || address.host == "localhost", address.port == nil, address.query == nil,
            address.path.hasPrefix("/"), let path = FilePath.decoded(address.path)
        else {
            field.refuse("not the URL of a file on this machine", "write file:///absolute/path, blanks as %20")
            return nil
        }
        let absolute = FilePath.absolute(path, in: "/")
        return ExportPlace(url: FilePath.url(of: absolute), filePath: absolute)
    }

    private func instant(_ field: Field) -> Instant? {
        let next = "write an instant such as 2026-03-01T00:00:00Z"
        guard let text = field.text(next) else { return nil }
        if let instant = Instant(rfc3339: text) { return instant }

        field.refuse("\(Shown.value(text)) is not an instant with its offset from UTC", next)
        return nil
    }

    private func budget(_ field: Field) -> SourceBudget {
        let defaults = SourceBudget()
        guard let budget = MappingReader(field, as: .budget) else { return defaults }

        let time = budget.optional("time")?
            .milliseconds(in: 1_000...86_400_000, units: [.seconds, .minutes, .hours], example: "60s")
        return SourceBudget(
            seconds: time.map { $0 / 1_000 } ?? defaults.seconds,
            requests: budget.optional("requests")?.wholeNumber(in: 1...1_000_000) ?? defaults.requests,
            items: budget.optional("items")?.wholeNumber(in: 1...1_000_000_000) ?? defaults.items)
    }

    private func format(_ word: FormatWord, of source: MappingReader) -> SourceFormat? {
        if word == .csv { return csv(source).map(SourceFormat.csv) }

        for key in ["columns", "delimiter", "time", "page"] {
            source.optional(key)?.refuse("read with format: csv only", "remove it; \(word.rawValue) says this itself")
        }
        return word == .twcs ? .twcs : .antwortPosts
    }
}
