package import Dialogue

/// Which server an account lives on, read from its base URL.
package struct MastodonServer: Hashable, Sendable {
    /// In lower case; with the port where that is not the usual one.
    package let host: String

    /// Nil when `url` names no host. Path, query and credentials in it are not looked at.
    package init?(url: String) {
        let parts = url.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count >= 3, parts[1].isEmpty, ["https:", "http:"].contains(parts[0].lowercased()) else {
            return nil
        }
        let authority = parts[2].prefix { $0 != "?" && $0 != "#" }
        let place = (authority.split(separator: "@", omittingEmptySubsequences: false).last ?? authority).lowercased()
        let usual = parts[0].lowercased() == "https:" ? ":443" : ":80"
        let host = place.hasSuffix(usual) ? String(place.dropLast(usual.count)) : place
        guard !host.isEmpty, !host.hasPrefix(":") else { return nil }
        self.host = host
    }

    /// Every server numbers its own posts and accounts.
    package var network: Network { Network("mastodon:\(host)") }

    /// A handle as the server itself writes it: without `@` before it, and without its own name behind.
    package func localHandle(_ written: String) -> String {
        let handle = Mention.normalised(written)
        return handle.hasSuffix("@\(host)") ? String(handle.dropLast(host.count + 1)) : handle
    }
}
