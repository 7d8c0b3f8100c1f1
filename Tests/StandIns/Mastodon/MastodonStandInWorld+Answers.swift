import Foundation

extension MastodonStandInWorld {
    /// Answers one request.
    mutating func answer(_ request: StandInRequest) -> StandInAnswer {
        var headers: [(name: String, value: String)] = []
        if let allowance {
            headers = [
                ("X-RateLimit-Limit", "300"), ("X-RateLimit-Remaining", "\(max(0, allowance - 1))"),
                ("X-RateLimit-Reset", Self.time(resetsAt).replacingOccurrences(of: ".000Z", with: ".754511Z")),
            ]
            if allowance == 0, now < resetsAt { return Self.error(429, "Too many requests", headers) }
            self.allowance = now < resetsAt ? allowance - 1 : nil
        }
        var answer = route(request)
        answer.headers += headers
        return answer
    }

    private mutating func route(_ request: StandInRequest) -> StandInAnswer {
        let fields = Self.fields(request.query)
        let path = request.path.split(separator: "/").map(String.init)
        switch (request.method, path) {
        case ("GET", ["api", "v2", "instance"]):
            return kind == .snac ? Self.missing : Self.json(instance)
        case ("GET", ["api", "v1", "instance"]): return Self.json(instance)
        case ("POST", ["api", "v1", "apps"]):
            return Self.json(["id": "1", "client_id": "client-1", "client_secret": "client-secret"])
        case ("POST", ["oauth", "token"]):
            let sent = Self.fields(String(decoding: request.body, as: UTF8.self))
            guard Self.first("code", sent) == "good-code", Self.first("client_secret", sent) == "client-secret" else {
                return Self.error(400, "invalid_grant")
            }
            return Self.json(["access_token": token, "token_type": "Bearer", "scope": "read write"])
        default: break
        }
        guard request["authorization"] == "Bearer \(token)" else {
            return Self.error(401, "Der Zugriffstoken ist ungueltig")
        }
        switch (request.method, path) {
        case ("GET", ["api", "v1", "accounts", "verify_credentials"]): return Self.json(json(person: brand))
        case ("GET", ["api", "v1", "apps", "verify_credentials"]):
            return kind == .mastodon ? Self.json(["name": "Antwort", "scopes": scopes.sorted()]) : Self.missing
        case ("GET", ["api", "v1", "notifications"]):
            guard has("read:notifications") else { return Self.error(403, "outside the authorized scopes") }
            return notifications(fields)
        case ("GET", ["api", "v1", "statuses"]) where kind == .mastodon:
            let ids = fields.filter { $0.0 == "id[]" }.map(\.1).prefix(20)
            return Self.json(ids.compactMap { post($0) }.map { json(post: $0) })
        case ("POST", ["api", "v1", "statuses"]): return publish(request)
        default: break
        }
        if path.count >= 4, path[2] == "statuses", let post = post(path[3]) {
            switch (request.method, path.dropFirst(4)) {
            case ("GET", []): return Self.json(json(post: post))
            case ("GET", ["context"]):
                return Self.json([
                    "ancestors": ancestors(of: post).map { json(post: $0) },
                    "descendants": descendants(of: post.id).map { json(post: $0) },
                ])
            case ("DELETE", []) where post.author == brand:
                remove(post.id)
                return Self.json(json(post: post))
            default: break
            }
        }
        if path.count == 5, path[2] == "accounts", path[4] == "statuses" {
            guard let person = people.values.first(where: { $0.id == path[3] }) else { return Self.missing }
            let own = posts.filter { $0.author == person.acct }
            return page(own, id: \.id, fields, standard: 20, most: 40, path: request.path) { json(post: $0) }
        }
        return Self.missing
    }

    private func has(_ scope: String) -> Bool {
        scopes.contains(scope) || scopes.contains(String(scope.prefix { $0 != ":" }))
    }

    // MARK: - Lists

    private func notifications(_ fields: [(String, String)]) -> StandInAnswer {
        let types = fields.filter { $0.0 == "types[]" }.map(\.1)
        // snac shows them all.
        var wanted = kind == .snac || types.isEmpty ? notices : notices.filter { types.contains($0.type) }
        if kind == .snac { wanted = wanted.suffix(64) }
        return page(wanted, id: \.id, fields, standard: 40, most: 80, path: "/api/v1/notifications") { notice in
            var json: [String: Any] = [
                "id": notice.id, "type": notice.type, "created_at": Self.time(notice.at),
                "group_key": "ungrouped-\(notice.id)",
            ]
            if let post = post(notice.post) {
                json["status"] = self.json(post: post)
                json["account"] = self.json(person: post.author)
            }
            return json
        }
    }

    private func page<Item>(
        _ all: [Item], id: (Item) -> String, _ fields: [(String, String)], standard: Int, most: Int, path: String,
        json: (Item) -> [String: Any]
    ) -> StandInAnswer {
        let limit = min(most, max(1, Self.first("limit", fields).flatMap(Int.init) ?? standard))
        var items = all
        if let max = Self.first("max_id", fields) { items = items.filter { isOlder(id($0), max) } }
        if kind != .snac, let since = Self.first("since_id", fields) { items = items.filter { isOlder(since, id($0)) } }
        if let min = Self.first("min_id", fields) {
            items = items.filter { isOlder(min, id($0)) }
            items = kind == .snac ? Array(items.suffix(limit)) : Array(items.prefix(limit))
        } else {
            items = Array(items.suffix(limit))
        }
        var headers: [(name: String, value: String)] = []
        if kind != .snac, let oldest = items.first, let newest = items.last {
            headers.append(
                (
                    "Link",
                    "<https://social.example\(path)?max_id=\(id(oldest))>; rel=\"next\", <https://social.example\(path)?min_id=\(id(newest))>; rel=\"prev\""
                ))
        }
        return Self.json(items.reversed().map(json), headers: headers)
    }

    // MARK: - Publishing

    private mutating func publish(_ request: StandInRequest) -> StandInAnswer {
        guard has("write:statuses") else { return Self.error(403, "outside the authorized scopes") }
        let key = kind == .mastodon ? request["idempotency-key"] : nil
        if let key, let known = keys[key], now - known.at < 3600, let post = post(known.post) {
            return Self.json(json(post: post))
        }
        let sent = (try? JSONSerialization.jsonObject(with: request.body)) as? [String: Any] ?? [:]
        let text = sent["status"] as? String ?? ""
        guard !text.isEmpty else { return Self.error(422, "Validierung fehlgeschlagen: Text darf nicht leer sein") }
        guard text.count <= maxCharacters else {
            return Self.error(422, "Validierung fehlgeschlagen: Text ist zu lang")
        }
        let parent = sent["in_reply_to_id"] as? String
        if let parent, post(parent) == nil { return Self.missing }
        let post = add(
            by: brand, text, to: parent, visibility: sent["visibility"] as? String ?? "public",
            language: sent["language"] as? String)
        commits += 1
        if let key { keys[key] = (post.id, now) }
        return Self.json(json(post: post))
    }

    // MARK: - JSON

    private var instance: [String: Any] {
        let configuration: [String: Any] = [
            "statuses": [
                "max_characters": maxCharacters, "characters_reserved_per_url": kind == .snac ? 32 : 23,
                "max_media_attachments": 4,
            ]
        ]
        switch kind {
        case .mastodon:
            return [
                "domain": "social.example", "version": "4.6.4", "api_versions": ["mastodon": 11],
                "configuration": configuration,
            ]
        case .goToSocial:
            return ["domain": "social.example", "version": "0.19.1+git-1a2b3c", "configuration": configuration]
        case .snac:
            return ["uri": "social.example", "version": "2.94 (not true; snac)", "configuration": configuration]
        }
    }

    private func json(person acct: String) -> [String: Any] {
        let person = people[acct]
        return [
            "id": person?.id ?? "0", "username": String(acct.prefix { $0 != "@" }), "acct": acct,
            "display_name": person?.name ?? "", "url": MastodonStandInHTML.profile(of: acct), "bot": false,
            "created_at": "2022-11-08T00:00:00.000Z",
        ]
    }

    private func json(post: MastodonStandInPost) -> [String: Any] {
        let named = MastodonStandInHTML.names(in: post.text).map { acct -> [String: Any] in
            [
                "id": people[acct]?.id ?? "0", "username": String(acct.prefix { $0 != "@" }),
                "url": MastodonStandInHTML.profile(of: acct), "acct": acct,
            ]
        }
        return [
            "id": post.id, "created_at": Self.time(post.at), "in_reply_to_id": post.parent ?? NSNull(),
            "in_reply_to_account_id": NSNull(), "sensitive": false, "spoiler_text": "", "visibility": post.visibility,
            "language": post.language ?? NSNull(), "uri": "https://social.example/objects/\(post.id)",
            "url": "https://social.example/@\(post.author)/\(post.id)",
            "edited_at": post.editedAt.map(Self.time) ?? NSNull(),
            "content": MastodonStandInHTML.html(post.text), "reblog": NSNull(), "account": json(person: post.author),
            "media_attachments": [Any](), "mentions": named, "tags": [Any](), "emojis": [Any](), "card": NSNull(),
            "poll": NSNull(), "replies_count": posts.count { $0.parent == post.id },
        ]
    }

    private static func time(_ seconds: Int64) -> String {
        let parts = Date(timeIntervalSince1970: Double(seconds)).formatted(
            .iso8601.year().month().day().time(includingFractionalSeconds: false))
        return "\(parts.hasSuffix("Z") ? String(parts.dropLast()) : parts).000Z"
    }

    private static var missing: StandInAnswer { error(404, "Record not found") }

    private static func error(
        _ status: Int, _ words: String, _ headers: [(name: String, value: String)] = []
    ) -> StandInAnswer {
        var answer = json(["error": words], headers: headers)
        answer.status = status
        return answer
    }

    private static func json(_ value: Any, headers: [(name: String, value: String)] = []) -> StandInAnswer {
        let body = (try? JSONSerialization.data(withJSONObject: value, options: .sortedKeys)) ?? Data()
        return StandInAnswer(headers: headers + [("Content-Type", "application/json; charset=utf-8")], body: body)
    }

    private static func fields(_ text: String) -> [(String, String)] {
        text.split(separator: "&").map { field in
            let parts = field.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map { part in
                part.replacingOccurrences(of: "+", with: " ").removingPercentEncoding ?? ""
            }
            return (parts[0], parts.count > 1 ? parts[1] : "")
        }
    }

    private static func first(_ name: String, _ fields: [(String, String)]) -> String? {
        fields.first { $0.0 == name }?.1
    }
}
