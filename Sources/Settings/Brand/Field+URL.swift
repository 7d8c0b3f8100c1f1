extension Field {
    /// A URL of one of these schemes. No message shows it.
    func address(schemes: [String], _ next: String) -> WebAddress? {
        guard let text = line(upTo: 2_000, next) else { return nil }
        switch WebAddress.read(text) {
        case .failure(let fault):
            refuse(fault.what, fault.next)
            return nil
        case .success(let address):
            guard schemes.contains(address.scheme) else {
                refuse(
                    "a URL of the scheme \(Shown.value(address.scheme))",
                    "possible are \(schemes.joined(separator: ", "))")
                return nil
            }
            guard address.scheme == "file" || !address.host.isEmpty else {
                refuse(WebAddress.Fault.noHost.what, WebAddress.Fault.noHost.next)
                return nil
            }
            return address
        }
    }

    /// Whether requests to `address` may leave this machine as they are; else a mistake that names the `owner` of the switch.
    func checkEncryption(of address: WebAddress, allowsPlainHTTP: Bool, owner: String = "account") -> Bool {
        guard address.isReadableOnTheWay, !allowsPlainHTTP else { return true }
        refuse(
            "plain http to another machine",
            "write https, or set allow_plain_http: true at the \(owner) if everybody on the way may read and change it")
        return false
    }

    /// The base URL of a server, without a trailing slash.
    func baseURL(allowsPlainHTTP: Bool) -> WebAddress? {
        let next = "write the server's base URL, such as https://social.example"
        guard let address = address(schemes: ["https", "http"], next) else { return nil }
        guard address.query == nil else {
            refuse("a base URL with a query (?…)", next)
            return nil
        }
        guard checkEncryption(of: address, allowsPlainHTTP: allowsPlainHTTP) else { return nil }

        let path = String(address.path.reversed().drop { $0 == "/" }.reversed())
        return WebAddress(scheme: address.scheme, host: address.host, port: address.port, path: path, query: nil)
    }

    /// The URL of a proxy.
    func proxy() -> String? {
        let next = "write the proxy's URL, such as http://proxy.example:3128"
        guard let address = address(schemes: ["http", "https", "socks5", "socks5h"], next) else { return nil }
        guard address.path.isEmpty || address.path == "/", address.query == nil else {
            refuse("a proxy URL with a path", next)
            return nil
        }
        let port = address.port.map { ":\($0)" } ?? ""
        return "\(address.scheme)://\(address.host)\(port)"
    }
}
