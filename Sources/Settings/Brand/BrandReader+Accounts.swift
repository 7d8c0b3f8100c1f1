import Dialogue

/// An account as far as it could be read: its name stands even if the rest is wrong.
struct AccountReading {
    let name: String?
    let platform: Platform?
    let allowsPlainHTTP: Bool
    let settings: AccountSettings?
}

extension BrandReader {
    func accounts(_ field: Field?) -> [AccountReading] {
        var names = UsedNames()
        var variables = UsedVariables()
        var identities: [AccountIdentity: String] = [:]
        return field?.items("write a list of accounts, each with name, platform and handle")?
            .map { account($0, names: &names, variables: &variables, identities: &identities) } ?? []
    }

    private func account(
        _ item: Field, names: inout UsedNames, variables: inout UsedVariables,
        identities: inout [AccountIdentity: String]
    ) -> AccountReading {
        guard let account = MappingReader(item, as: .account) else {
            return AccountReading(name: nil, platform: nil, allowsPlainHTTP: false, settings: nil)
        }
        let nameField = account.required("name", "name the account, such as silberbahn-social")
        let name = nameField?.name()
        if let name, let nameField {
            names.take(name, at: nameField)
            variables.take(name, at: nameField)
        }
        let allowsPlainHTTP = account.optional("allow_plain_http")?.flag() ?? false
        let platform = account.required(
            "platform", "write one of \(Platform.allCases.map(\.rawValue).joined(separator: ", "))")?
            .choice(Platform.self)
        let url = account.optional("url").map { $0.baseURL(allowsPlainHTTP: allowsPlainHTTP) }
        if let platform, platform.hasLocalIDs, url == nil {
            mistakes.add(
                account.place, account.fieldPath("url"), "missing",
                "write the server's base URL, such as https://social.example; ids mean something on their server only")
        }
        let handle = account.optional("handle").map(handle)
        let id = account.optional("id").map { $0.line("write the platform's id of the brand as an author") }
        if handle == nil, id == nil {
            mistakes.add(
                account.place, account.fieldPath("handle"), "missing",
                "write what people type to address the brand, or its id")
        }
        let network = account.optional("network").map(network)
        let timeouts = account.optional("timeouts").map(timeouts) ?? AccountTimeouts()
        let proxy = account.optional("proxy").map(accountProxy) ?? nil
        let tokenFile = account.optional("token_file").flatMap(file)
        let publish = account.optional("publish").map(publish) ?? PublishSettings()

        let unread = AccountReading(name: name, platform: platform, allowsPlainHTTP: allowsPlainHTTP, settings: nil)
        guard let name, let platform else { return unread }
        let home = Network(Self.networkName(platform, account: name, server: url??.server))
        let settings = AccountSettings(
            name: name, platform: platform, url: url??.text, network: (network ?? home) ?? home, handle: handle ?? nil,
            id: id ?? nil,
            timeouts: timeouts, allowsPlainHTTP: allowsPlainHTTP, proxy: proxy, tokenFile: tokenFile,
            publish: publish)

        let identity = AccountIdentity(network: settings.network, author: settings.identity.author.id.lowercased())
        if let other = identities[identity] {
            item.refuse(
                "the same identity as account \(other)",
                "keep one of them, or write the id, url or network that tells them apart")
        }
        identities[identity] = name
        return AccountReading(name: name, platform: platform, allowsPlainHTTP: allowsPlainHTTP, settings: settings)
    }

    private static func networkName(_ platform: Platform, account: String, server: String?) -> String {
        if platform == .export { return "export:\(account)" }
        guard platform.hasLocalIDs, let server else { return platform.rawValue }
        return "\(platform.rawValue):\(server)"
    }

    private func handle(_ field: Field) -> String? {
        let next = "write what people type to address the brand, such as \"@silberbahn\""
        guard let text = field.line(next) else { return nil }

        let bare = text.hasPrefix("@") ? String(text.dropFirst()) : text
        guard !bare.isEmpty, !bare.unicodeScalars.contains(where: { $0.properties.isWhitespace }) else {
            field.refuse("\(Shown.value(text)) cannot be a handle", next)
            return nil
        }
        return bare
    }

    private func network(_ field: Field) -> Network? {
        let next = "write lower-case letters, digits and . _ : -, such as twcs"
        guard let text = field.line(upTo: 100, next) else { return nil }

        let isSafe = text.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."),
                UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: ":"):
                true
            default: false
            }
        }
        guard isSafe else {
            field.refuse("\(Shown.value(text)) cannot name a network", next)
            return nil
        }
        return Network(text)
    }

    private func timeouts(_ field: Field) -> AccountTimeouts {
        let defaults = AccountTimeouts()
        guard let timeouts = MappingReader(field, as: .timeouts) else { return defaults }

        let units: [SpanText.Unit] = [.milliseconds, .seconds, .minutes, .hours]
        let connect = timeouts.optional("connect")?.milliseconds(in: 100...600_000, units: units, example: "10s")
        let total = timeouts.optional("total")?.milliseconds(in: 100...86_400_000, units: units, example: "60s")
        return AccountTimeouts(
            connectMilliseconds: connect.map(Int.init) ?? defaults.connectMilliseconds,
            totalMilliseconds: total.map(Int.init))
    }

    private func accountProxy(_ field: Field) -> AccountProxy? {
        if case .text("none", _) = field.node.content { return AccountProxy.none }
        return field.proxy().map(AccountProxy.url)
    }
}

/// The environment variables for the accounts' tokens, each of which serves one account: a token must not reach another server.
private struct UsedVariables {
    private var accounts: [String: String] = [:]

    mutating func take(_ name: String, at field: Field) {
        let variable = SecretPlace.tokenVariable(ofAccount: name)
        if let other = accounts[variable], other != name {
            field.refuse(
                "shares the environment variable \(variable) for its token with account \(other)",
                "choose a name that differs in more than . _ -")
        }
        accounts[variable] = name
    }
}

/// Whom the platform takes an account for.
private struct AccountIdentity: Hashable {
    let network: Network
    let author: String
}
