import HTTPTypes

/// The questions that are put to a server, as requests.
enum MastodonQuestion: Hashable, Sendable {
    case instance
    /// For servers that do not know the newer one.
    case olderInstance
    case ownAccount
    case mentions(bounds: [Bound])
    case ownPosts(account: String, bounds: [Bound])
    case thread(MastodonID)
    case posts([String])
    case post(String)
    /// What the token may do (Mastodon 4.3 and later say it).
    case ownApp

    /// A bound of a list: `min_id`, `max_id`.
    struct Bound: Hashable, Sendable {
        let name: String
        let value: String
    }

    var request: ConnectorRequest {
        switch self {
        case .instance: get("/api/v2/instance")
        case .olderInstance: get("/api/v1/instance")
        case .ownAccount: get("/api/v1/accounts/verify_credentials")
        case .mentions(let bounds):
            // What the account's policy for notifications holds back is wanted, too: new accounts are customers.
            get(
                "/api/v1/notifications",
                [("types[]", "mention"), ("include_filtered", "true"), ("limit", "80")]
                    + bounds.map { ($0.name, $0.value) })
        case .ownPosts(let account, let bounds):
            get(
                "/api/v1/accounts/\(WebForm.encoded(account))/statuses",
                [("exclude_reblogs", "true"), ("limit", "40")] + bounds.map { ($0.name, $0.value) })
        case .thread(let id): get("/api/v1/statuses/\(WebForm.encoded(id.text))/context")
        case .posts(let ids): get("/api/v1/statuses", ids.map { ("id[]", $0) })
        case .post(let id): get("/api/v1/statuses/\(WebForm.encoded(id))")
        case .ownApp: get("/api/v1/apps/verify_credentials")
        }
    }

    /// What the question is about, for errors: without values.
    var place: String {
        switch self {
        case .instance, .olderInstance: "instance"
        case .ownAccount: "own account"
        case .mentions: "mentions"
        case .ownPosts: "own posts"
        case .thread: "thread"
        case .posts: "posts"
        case .post: "post"
        case .ownApp: "application"
        }
    }

    private func get(_ path: String, _ query: [(String, String)] = []) -> ConnectorRequest {
        let path = query.isEmpty ? path : "\(path)?\(WebForm.encoded(query))"
        return ConnectorRequest(.get, path, headers: [.accept: "application/json"])
    }
}

/// Names and values as a query or a form carries them.
enum WebForm {
    static func encoded(_ fields: [(String, String)]) -> String {
        fields.map { "\(encoded($0.0))=\(encoded($0.1))" }.joined(separator: "&")
    }

    /// `text` with everything but unreserved characters percent-encoded (RFC 3986, section 2.3).
    static func encoded(_ text: String) -> String {
        let digits = Array("0123456789ABCDEF".utf8)
        var encoded: [UInt8] = []
        for byte in text.utf8 {
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E: encoded.append(byte)
            default: encoded += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
        return String(decoding: encoded, as: UTF8.self)
    }
}
