import Foundation

/// Everything a stand-in server knows.
struct MastodonStandInWorld: Sendable {
    struct Person: Sendable {
        let id: String
        let acct: String
        let name: String
    }

    struct Notice: Sendable {
        let id: String
        let post: String
        let at: Int64
        var type = "mention"
    }

    let kind: MastodonStandInKind
    let brand = "silberbahn"
    var now: Int64
    var token = "token-of-silberbahn"
    var scopes: Set<String> = ["read", "write"]
    var maxCharacters = 500
    var people: [String: Person] = [:]
    /// Oldest first.
    var posts: [MastodonStandInPost] = []
    var notices: [Notice] = []
    var keys: [String: (post: String, at: Int64)] = [:]
    var commits = 0
    /// Requests that are left until `resetsAt`.
    var allowance: Int?
    var resetsAt: Int64 = 0
    private var counter = 0

    init(kind: MastodonStandInKind, now: Int64) {
        self.kind = kind
        self.now = now
        _ = person(brand, name: "Silberbahn")
    }

    // MARK: - People and ids

    mutating func person(_ acct: String, name: String? = nil) -> Person {
        if let known = people[acct] { return known }
        let number = people.isEmpty ? 7 : 10 + people.count
        let id = kind == .goToSocial ? ulid(seconds: 1_600_000_000 + Int64(number)) : "\(number)"
        let person = Person(id: id, acct: acct, name: name ?? "")
        people[acct] = person
        return person
    }

    mutating func newID() -> String {
        counter += 1
        switch kind {
        case .mastodon: return String((now * 1000) << 16 + Int64(counter))
        case .goToSocial: return ulid(seconds: now)
        case .snac: return "\(now)\(padded(counter, 32, radix: 16))"
        }
    }

    private mutating func newNoticeID() -> String {
        counter += 1
        switch kind {
        // Small numbers of growing length: comparing them as text goes wrong.
        case .mastodon: return "\(counter + 5)"
        case .goToSocial: return ulid(seconds: now)
        case .snac: return "\(now).\(padded(counter, 6, radix: 10))"
        }
    }

    private mutating func ulid(seconds: Int64) -> String {
        counter += 1
        let digits = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")
        var (time, count) = (seconds * 1000, counter)
        var text: [Character] = []
        for _ in 0..<16 {
            text.append(digits[count % 32])
            count /= 32
        }
        for _ in 0..<10 {
            text.append(digits[Int(time % 32)])
            time /= 32
        }
        return String(text.reversed())
    }

    private func padded(_ number: Int, _ width: Int, radix: Int) -> String {
        let digits = String(number, radix: radix)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }

    /// Whether `left` is older than `right` on this server.
    func isOlder(_ left: String, _ right: String) -> Bool {
        if kind == .mastodon, left.count != right.count { return left.count < right.count }
        return left < right
    }

    // MARK: - What happens

    mutating func add(
        by author: String, name: String? = nil, _ text: String, to parent: String?, visibility: String,
        language: String? = nil, notifies: Bool = true
    ) -> MastodonStandInPost {
        _ = person(author, name: name)
        let post = MastodonStandInPost(
            id: newID(), author: author, text: text, parent: parent, visibility: visibility, language: language,
            at: now)
        posts.append(post)
        if notifies, author != brand, MastodonStandInHTML.names(in: text).contains(brand) {
            notices.append(Notice(id: newNoticeID(), post: post.id, at: now))
        }
        return post
    }

    mutating func note(type: String, about post: String) {
        notices.append(Notice(id: newNoticeID(), post: post, at: now, type: type))
    }

    mutating func remove(_ id: String) {
        posts.removeAll { $0.id == id }
        notices.removeAll { $0.post == id }
    }

    func post(_ id: String) -> MastodonStandInPost? {
        posts.first { $0.id == id }
    }

    func ancestors(of post: MastodonStandInPost) -> [MastodonStandInPost] {
        var found: [MastodonStandInPost] = []
        var current = post
        while let parent = current.parent.flatMap({ self.post($0) }) {
            found.insert(parent, at: 0)
            current = parent
        }
        return found
    }

    func descendants(of id: String) -> [MastodonStandInPost] {
        posts.filter { $0.parent == id }.flatMap { [$0] + descendants(of: $0.id) }
    }
}
