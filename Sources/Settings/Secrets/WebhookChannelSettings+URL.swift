extension WebhookChannelSettings {
    /// The URL that notices go to. One that stands in a file is checked as those in the settings are.
    ///
    /// - Throws: what ``SecretFile/read()`` throws, and `noAddress` where the file holds anything else.
    package func url() throws(SecretError) -> Secret {
        switch address {
        case .url(let url): return Secret(checked: url)
        case .file(let path):
            let kept = try SecretFile(path: path).read()
            do {
                return try Secret(checked: checked(kept.text))
            } catch {
                throw SecretError(place: .file(path), fault: error)
            }
        }
    }

    private func checked(_ text: String) throws(SecretFault) -> String {
        switch WebAddress.read(text) {
        case .failure(let fault): throw .noAddress(what: fault.what)
        case .success(let address):
            guard ["https", "http"].contains(address.scheme), !address.host.isEmpty else {
                throw .noAddress(what: "a URL of another scheme")
            }
            guard allowsPlainHTTP || !address.isReadableOnTheWay else {
                throw .noAddress(what: "plain http to another machine")
            }
            return address.text
        }
    }
}
