import ServiceHours

extension BrandReader {
    /// How an account's approved replies are sent.
    func publish(_ field: Field) -> PublishSettings {
        let defaults = PublishSettings()
        guard let publish = MappingReader(field, as: .publish) else { return defaults }

        let holdField = publish.optional("hold")
        let hold = holdField?.seconds(in: 0...(7 * 86_400), example: "10m") ?? defaults.hold
        let expires = publish.optional("expires")?.seconds(in: 1...(30 * 86_400), example: "12h") ?? defaults.expires
        if let holdField, hold >= expires {
            holdField.refuse(
                "no shorter than expires, so that no reply would ever be sent",
                "write a span below \(SpanText.text(expires * 1_000))")
        }
        return PublishSettings(
            hold: hold, expires: expires,
            coolDown: publish.optional("cool_down")?.seconds(in: 1...86_400, example: "60s") ?? defaults.coolDown,
            settle: publish.optional("settle")?.seconds(in: 0...86_400, example: "120s"),
            onAbsent: publish.optional("on_absent")?.choice(PublishSettings.OnAbsent.self) ?? defaults.onAbsent)
    }
}
