/// The words for ``AlertChannelSettings/Kind``.
private enum ChannelWord: String, CaseIterable {
    case email, webhook, alertmanager

    /// The keys that mean something for this kind beside `name` and `kind`.
    var keys: [String] {
        switch self {
        case .email: ["url", "from", "to", "user", "password_file"]
        case .webhook: ["url", "url_file", "format", "allow_plain_http"]
        case .alertmanager: []
        }
    }
}

extension BrandReader {
    /// One entry for each channel, nil where it could not be read.
    func alertChannels(_ field: Field?) -> [AlertChannelSettings?] {
        guard let field, let alerts = MappingReader(field, as: .alerts) else { return [] }

        let next = "write a list of channels, each with name, kind and url"
        var names = UsedNames()
        return alerts.required("channels", next)?.items(next)?.map { channel($0, names: &names) } ?? []
    }

    private func channel(_ item: Field, names: inout UsedNames) -> AlertChannelSettings? {
        guard let channel = MappingReader(item, as: .channel) else { return nil }

        let nameField = channel.required("name", "name the channel, such as mail")
        let name = nameField?.name()
        if let name, let nameField { names.take(name, at: nameField) }
        guard let kindField = channel.required("kind", "write email or webhook"),
            let word = kindField.choice(ChannelWord.self)
        else { return nil }

        let kind: AlertChannelSettings.Kind?
        switch word {
        case .email: kind = email(channel).map(AlertChannelSettings.Kind.email)
        case .webhook: kind = webhook(channel).map(AlertChannelSettings.Kind.webhook)
        case .alertmanager:
            kindField.refuse(
                "not yet: this release does not send to channels of the kind alertmanager", "remove the channel for now"
            )
            return nil
        }
        refuseKeys(of: channel, foreignTo: word)
        guard let name, let kind else { return nil }
        return AlertChannelSettings(name: name, kind: kind)
    }

    private func refuseKeys(of channel: MappingReader, foreignTo word: ChannelWord) {
        for other in ChannelWord.allCases where other != word {
            for key in other.keys where !word.keys.contains(key) {
                channel.optional(key)?.refuse("read with kind: \(other.rawValue) only", "remove it")
            }
        }
    }

    private func email(_ channel: MappingReader) -> EmailChannelSettings? {
        let url = channel.required("url", "write the mail server's URL, such as smtp://mail.example:587").flatMap(
            mailServer)
        let from = channel.required("from", "write the mail address that notices come from").flatMap(mailAddress)
        let to = channel.required("to", "write a list of mail addresses, such as [service@example.org]").flatMap(
            recipients)
        let login = login(channel)
        guard let url, let from, let to else { return nil }
        return EmailChannelSettings(url: url, from: from, to: to, login: login)
    }

    private func mailServer(_ field: Field) -> String? {
        let next = "write the mail server's URL, such as smtp://mail.example:587 or smtps://mail.example"
        guard let address = field.address(schemes: ["smtp", "smtps"], next) else { return nil }
        guard address.path.isEmpty || address.path == "/", address.query == nil else {
            field.refuse("a mail server's URL with a path", next)
            return nil
        }
        return "\(address.scheme)://\(address.server)"
    }

    private func mailAddress(_ field: Field) -> String? {
        let next = "write a plain mail address, such as service@example.org"
        guard let text = field.line(upTo: MailAddress.mostBytes, next) else { return nil }
        guard MailAddress.isAddress(text) else {
            field.refuse("\(Shown.value(text)) is no such mail address", next)
            return nil
        }
        return text
    }

    private func recipients(_ field: Field) -> [String]? {
        let next = "write a list of 1 to 50 mail addresses, such as [service@example.org]"
        guard let items = field.items(next) else { return nil }
        guard (1...50).contains(items.count) else {
            field.refuse("a list of \(items.count) mail addresses", next)
            return nil
        }
        var seen: Set<String> = []
        return items.compactMap { item in
            guard let address = mailAddress(item) else { return nil }
            if !seen.insert(address.lowercased()).inserted {
                item.refuse("\(Shown.value(address)) stands twice", "remove it here")
            }
            return address
        }
    }

    private func login(_ channel: MappingReader) -> MailLogin? {
        let userNext = "write the name under which the mail server knows you"
        let fileNext = "name the file with the password, mode 0600"
        guard channel.optional("user") != nil || channel.optional("password_file") != nil else { return nil }

        let user = channel.required("user", userNext)?.line(userNext)
        let passwordFile = channel.required("password_file", fileNext).flatMap(file)
        guard let user, let passwordFile else { return nil }
        return MailLogin(user: user, passwordFile: passwordFile)
    }

    private func webhook(_ channel: MappingReader) -> WebhookChannelSettings? {
        let allowsPlainHTTP = channel.optional("allow_plain_http")?.flag() ?? false
        let address = webhookAddress(channel, allowsPlainHTTP: allowsPlainHTTP)
        let format = channel.optional("format")?.choice(WebhookFormat.self) ?? .generic
        guard let address else { return nil }
        return WebhookChannelSettings(address: address, format: format, allowsPlainHTTP: allowsPlainHTTP)
    }

    private func webhookAddress(_ channel: MappingReader, allowsPlainHTTP: Bool) -> WebhookChannelSettings.Address? {
        switch (channel.optional("url"), channel.optional("url_file")) {
        case (nil, nil):
            mistakes.add(
                channel.place, channel.fieldPath("url"), "missing",
                "write the web hook's URL, or url_file: with a file that holds it")
            return nil
        case (_?, let file?):
            file.refuse("both url and url_file", "keep one of them")
            return nil
        case (nil, let file?): return self.file(file).map(WebhookChannelSettings.Address.file)
        case (let url?, nil):
            guard
                let address = url.address(
                    schemes: ["https", "http"], "write the web hook's URL, beginning with https://"),
                url.checkEncryption(of: address, allowsPlainHTTP: allowsPlainHTTP, owner: "channel")
            else { return nil }
            return .url(address.text)
        }
    }
}
