/// A URL taken apart as far as the settings need it: scheme, server, path.
///
/// Stricter than RFC 3986: printable ASCII only, no user or password in it, no fragment. What is wrong is said without showing the
/// URL, because a query may carry a token.
struct WebAddress: Hashable {
    /// In lower case.
    let scheme: String
    /// In lower case; an IPv6 address with its brackets; empty for `file:`.
    let host: String
    let port: Int?
    /// From the first slash on, empty or beginning with `/`.
    let path: String
    /// What follows `?`, nil without one.
    let query: String?

    enum Fault: Error {
        case noScheme, notASCII, noHost, hasUser, badHost, badPort, fragment

        var what: String {
            switch self {
            case .noScheme: "not a URL"
            case .notASCII: "a URL with a blank, a control character or a letter outside ASCII"
            case .noHost: "a URL without a server"
            case .hasUser: "a URL with a user or password in it"
            case .badHost: "a URL whose server name cannot be one"
            case .badPort: "a URL whose port is no number from 1 to 65535"
            case .fragment: "a URL with a fragment (#…)"
            }
        }

        var next: String {
            switch self {
            case .noScheme: "begin with the scheme, such as https://"
            case .notASCII: "percent-encode the path, and write the server's name in its xn-- form"
            case .noHost: "write scheme://server/path; a file is file:///absolute/path"
            case .hasUser: "remove both: a secret does not belong in this file; consider it known and replace it"
            case .badHost: "write a DNS name, an IPv4 address or an IPv6 address in brackets"
            case .badPort: "correct or remove the port"
            case .fragment: "remove it"
            }
        }
    }

    static func read(_ text: String) -> Result<WebAddress, Fault> {
        let bytes = Array(text.utf8)
        guard bytes.allSatisfy({ (0x21...0x7E).contains($0) }) else { return .failure(.notASCII) }
        guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")), colon > 0, isScheme(bytes[..<colon]),
            bytes[(colon + 1)...].starts(with: "//".utf8)
        else { return .failure(.noScheme) }
        guard !bytes.contains(UInt8(ascii: "#")) else { return .failure(.fragment) }

        let afterSlashes = bytes[(colon + 3)...]
        let authority = afterSlashes.prefix {
            $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "\\")
        }
        guard !authority.contains(UInt8(ascii: "@")) else { return .failure(.hasUser) }

        let scheme = String(decoding: bytes[..<colon], as: UTF8.self).lowercased()
        let rest = afterSlashes.dropFirst(authority.count)
        let path = rest.prefix { $0 != UInt8(ascii: "?") }
        let query = rest.count > path.count ? String(decoding: rest.dropFirst(path.count + 1), as: UTF8.self) : nil
        guard scheme == "file" || !authority.isEmpty else { return .failure(.noHost) }

        let server = server(authority)
        return server.flatMap { host, port in
            .success(
                WebAddress(
                    scheme: scheme, host: host, port: port, path: String(decoding: path, as: UTF8.self), query: query))
        }
    }

    /// The URL again, in its canonical spelling.
    var text: String {
        "\(scheme)://\(server)\(path)\(query.map { "?" + $0 } ?? "")"
    }

    /// Host and port as one word; the scheme's own port is left out.
    var server: String {
        guard let port, !(scheme == "https" && port == 443), !(scheme == "http" && port == 80) else { return host }
        return "\(host):\(port)"
    }

    /// Whether the server's name alone says that it is this machine.
    var isLoopback: Bool {
        if host == "localhost" || host == "[::1]" { return true }
        let parts = host.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 4 && parts[0] == "127" && parts.allSatisfy { UInt8($0) != nil }
    }

    /// Whether requests to it leave this machine without TLS.
    var isReadableOnTheWay: Bool { scheme == "http" && !isLoopback }

    private static func isScheme(_ bytes: ArraySlice<UInt8>) -> Bool {
        bytes.first.map(isLetter) == true
            && bytes.allSatisfy {
                isLetter($0) || isDigit($0) || $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "-")
                    || $0 == UInt8(ascii: ".")
            }
    }

    private static func server(_ authority: ArraySlice<UInt8>) -> Result<(String, Int?), Fault> {
        guard !authority.isEmpty else { return .success(("", nil)) }

        let host: ArraySlice<UInt8>
        if authority.first == UInt8(ascii: "[") {
            guard let end = authority.firstIndex(of: UInt8(ascii: "]")) else { return .failure(.badHost) }
            let inside = authority[(authority.startIndex + 1)..<end]
            let isAddress =
                inside.contains(UInt8(ascii: ":"))
                && inside.allSatisfy {
                    isHexDigit($0) || $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: ".")
                }
            guard isAddress else { return .failure(.badHost) }
            host = authority[...end]
        } else {
            host = authority.prefix { $0 != UInt8(ascii: ":") }
            guard !host.isEmpty, host.count <= 253, host.first != UInt8(ascii: "."), host.first != UInt8(ascii: "-"),
                host.allSatisfy({
                    isLetter($0) || isDigit($0) || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ".")
                        || $0 == UInt8(ascii: "_")
                })
            else { return .failure(.badHost) }
        }
        let name = String(decoding: host, as: UTF8.self).lowercased()
        let rest = authority[host.endIndex...]
        guard let first = rest.first else { return .success((name, nil)) }
        guard first == UInt8(ascii: ":"), rest.count <= 6, rest.dropFirst().allSatisfy(isDigit),
            let port = Int(String(decoding: rest.dropFirst(), as: UTF8.self)), (1...65_535).contains(port)
        else { return .failure(.badPort) }
        return .success((name, port))
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
    }
    private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
    private static func isHexDigit(_ byte: UInt8) -> Bool {
        isDigit(byte) || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte | 0x20)
    }
}
