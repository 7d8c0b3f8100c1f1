import CCurl
import Foundation

/// Where a URL leads, read by libcurl's own parser: the one that decides is the one that connects.
package struct TransferTarget: Hashable, Sendable {
    /// The URL as libcurl writes it.
    package let url: String
    package let scheme: String
    package let host: String
    package let port: String
    /// Decoded; only files are looked up by it.
    package let path: String

    /// - Throws: `bad-url`.
    package init(_ text: String) throws(TransferError) {
        try self.init(text, relativeTo: nil)
    }

    /// The place a `Location` points to, seen from here.
    ///
    /// - Throws: `bad-url`.
    func resolving(_ location: String) throws(TransferError) -> TransferTarget {
        try TransferTarget(location, relativeTo: url)
    }

    private init(_ text: String, relativeTo base: String?) throws(TransferError) {
        let badURL = TransferError(.badURL, place: "")
        // A NUL would end the text early for libcurl only.
        guard !text.utf8.contains(0), let parser = unsafe curl_url() else { throw badURL }
        defer { unsafe curl_url_cleanup(parser) }

        if let base, unsafe curl_url_set(parser, CURLUPART_URL, base, 0) != CURLUE_OK { throw badURL }
        let flags = base == nil ? 0 : ccurl_U_URLENCODE
        guard unsafe curl_url_set(parser, CURLUPART_URL, text, flags) == CURLUE_OK,
            let url = unsafe TransferTarget.part(CURLUPART_URL, of: parser),
            let scheme = unsafe TransferTarget.part(CURLUPART_SCHEME, of: parser)
        else { throw badURL }
        self.url = url
        self.scheme = scheme.lowercased()
        host = unsafe (TransferTarget.part(CURLUPART_HOST, of: parser) ?? "").lowercased()
        port = unsafe TransferTarget.part(CURLUPART_PORT, of: parser) ?? TransferTarget.defaultPorts[self.scheme] ?? ""
        let decoding = self.scheme == "file" ? ccurl_U_URLDECODE : 0
        guard let path = unsafe TransferTarget.part(CURLUPART_PATH, of: parser, flags: decoding),
            self.scheme == "file" || !host.isEmpty
        else { throw badURL }
        self.path = path
    }

    private static let defaultPorts = ["http": "80", "https": "443", "smtp": "25", "smtps": "465"]

    private static func part(_ part: CURLUPart, of parser: OpaquePointer, flags: UInt32 = 0) -> String? {
        var text: UnsafeMutablePointer<CChar>?
        guard unsafe curl_url_get(parser, part, &text, flags) == CURLUE_OK, let found = unsafe text else { return nil }
        defer { unsafe curl_free(found) }
        return unsafe String(cString: found)
    }

    /// Scheme, host and port: what shares connections, credentials and a share of the parallel transfers.
    package var origin: String { "\(scheme)://\(host):\(port)" }

    /// How an error may name it: scheme, host and port, for a file its path.
    package var place: String {
        scheme == "file"
            ? "file://\(path)" : TransferTarget.defaultPorts[scheme] == port ? "\(scheme)://\(host)" : origin
    }

    /// Whether the host is literally this machine: `localhost`, `[::1]` or in 127.0.0.0/8.
    package var isLoopback: Bool {
        if host == "localhost" || host == "[::1]" { return true }
        let octets = host.split(separator: ".", omittingEmptySubsequences: false)
        return octets.count == 4 && octets[0] == "127"
            && octets.allSatisfy { UInt8($0) != nil && $0.utf8.allSatisfy { $0 != UInt8(ascii: "+") } }
    }

    /// - Throws: `scheme-refused`, `plain-http-refused`.
    func checkWeb(plainHTTP: PlainHTTPPermission) throws(TransferError) {
        switch scheme {
        case "https": break
        case "http":
            guard isLoopback || plainHTTP == .always else { throw TransferError(.plainHTTPRefused, place: place) }
        default: throw TransferError(.schemeRefused, place: place)
        }
    }

    /// - Throws: `scheme-refused`.
    func checkMail() throws(TransferError) {
        guard ["smtp", "smtps"].contains(scheme) else { throw TransferError(.schemeRefused, place: place) }
    }
}
