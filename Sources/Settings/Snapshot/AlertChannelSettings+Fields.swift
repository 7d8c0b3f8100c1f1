/// An alert channel as a row of fields. Reading stands below writing in the same order.
extension AlertChannelSettings {
    func write(to writer: inout FieldWriter) {
        writer.write(name)
        switch kind {
        case .email(let email):
            writer.write(0)
            writer.write(email.url)
            writer.write(email.from)
            writer.write(email.to) { $0.write($1) }
            writer.write(email.login?.user)
            writer.write(email.login?.passwordFile)
        case .webhook(let webhook):
            writer.write(1)
            switch webhook.address {
            case .url(let url):
                writer.write(0)
                writer.write(url)
            case .file(let path):
                writer.write(1)
                writer.write(path)
            }
            writer.write(webhook.format.rawValue)
            writer.write(webhook.allowsPlainHTTP)
        }
    }

    init(from reader: inout FieldReader) throws(FieldReader.Damage) {
        let name = try reader.text()
        switch try reader.number() {
        case 0: self.init(name: name, kind: .email(try EmailChannelSettings.read(from: &reader)))
        case 1: self.init(name: name, kind: .webhook(try WebhookChannelSettings.read(from: &reader)))
        default: throw FieldReader.Damage()
        }
    }
}

extension EmailChannelSettings {
    fileprivate static func read(from reader: inout FieldReader) throws(FieldReader.Damage) -> Self {
        let url = try reader.text()
        let from = try reader.text()
        let to = try reader.items { reader throws(FieldReader.Damage) in try reader.text() }
        let login: MailLogin?
        switch (try reader.optionalText(), try reader.optionalText()) {
        case (nil, nil): login = nil
        case (let user?, let passwordFile?): login = MailLogin(user: user, passwordFile: passwordFile)
        default: throw FieldReader.Damage()
        }
        return Self(url: url, from: from, to: to, login: login)
    }
}

extension WebhookChannelSettings {
    fileprivate static func read(from reader: inout FieldReader) throws(FieldReader.Damage) -> Self {
        let address: Address
        switch try reader.number() {
        case 0: address = .url(try reader.text())
        case 1: address = .file(try reader.text())
        default: throw FieldReader.Damage()
        }
        return Self(
            address: address, format: try reader.word(WebhookFormat.self), allowsPlainHTTP: try reader.flag())
    }
}
