package import Dialogue
package import Foundation
package import HTTPTypes
package import ServiceHours

/// Says a reply on a Mastodon server: freezes the request, and reads what the server answers.
package struct MastodonPublish: Hashable, Sendable {
    private let facts: MastodonFacts
    private let host: String

    /// - Parameter host: the server's name, which people may write behind the names of its accounts.
    package init(facts: MastodonFacts, host: String) {
        self.facts = facts
        self.host = host.lowercased()
    }

    /// How the server behaves when a reply is published there.
    package var profile: PublishProfile { facts.isKeyed ? .mastodon : .mastodonLike }

    /// What a reply needs to know of the post it answers.
    package struct Target: Hashable, Sendable {
        package let remoteID: String
        /// The author's handle: only those who are named hear of a reply.
        package let handle: String?
        package let visibility: Visibility

        package init(remoteID: String, handle: String?, visibility: Visibility) {
            self.remoteID = remoteID
            self.handle = handle
            self.visibility = visibility
        }
    }

    // MARK: - Freezing

    /// Why a text cannot be said there.
    package enum Fault: Error, Hashable, Sendable {
        /// The text does not name the author of the post it answers, who would never hear of it.
        case namesNobody(handle: String)
        case tooLong(ReplyLength)
        case empty
    }

    /// What speaks against saying `text` in answer to `target`; nil when nothing does.
    package func fault(of text: String, answering target: Target) -> Fault? {
        if !text.unicodeScalars.contains(where: { !$0.properties.isWhitespace }) { return .empty }
        let length = facts.length(of: text)
        if !length.fits { return .tooLong(length) }
        guard let handle = target.handle, !handle.isEmpty else { return nil }
        let named = Mention.written(in: text)
        let wanted = Mention.normalised(handle)
        let isNamed = named.contains(wanted) || (!wanted.contains("@") && named.contains("\(wanted)@\(host)"))
        return isNamed ? nil : .namesNobody(handle: handle)
    }

    /// The request that says an approved reply.
    ///
    /// - Parameters:
    ///   - key: random, chosen once: the server takes a repetition with the same key for the first request.
    ///   - preferred: who may read the reply if the post it answers is public.
    ///   - language: the reply's language, an ISO 639 code.
    package func freeze(
        _ reply: ApprovedReply, answering target: Target, key: String, preferred: Visibility = .public,
        language: String?
    ) throws(Fault) -> FrozenRequest {
        let text = reply.draft.body.text
        if let fault = fault(of: text, answering: target) { throw fault }
        let visibility = MastodonPublish.visibility(answering: target.visibility, preferred: preferred)
        var members = [
            ("in_reply_to_id", target.remoteID), ("status", text), ("visibility", visibility.rawValue),
        ]
        if let language = LanguageTag.kept(language) { members.insert(("language", language), at: 1) }
        let body = "{\(members.map { "\(JSONText.quoted($0.0)):\(JSONText.quoted($0.1))" }.joined(separator: ","))}"
        return FrozenRequest(
            method: "POST", path: "/api/v1/statuses", contentType: "application/json", body: Array(body.utf8), key: key)
    }

    /// Who may read a reply: never more people than may read the post it answers.
    ///
    /// The followers of the author are not ours, so an answer to a post for followers goes to those it names alone.
    package static func visibility(answering parent: Visibility, preferred: Visibility) -> Visibility {
        parent.isPublic ? max(parent, preferred) : .direct
    }

    // MARK: - Sending

    /// The request as it leaves, for every attempt the same.
    package static func request(_ frozen: FrozenRequest) -> ConnectorRequest {
        var headers: HTTPFields = [.contentType: frozen.contentType, .accept: "application/json"]
        if let name = HTTPField.Name("Idempotency-Key"), let key = frozen.key { headers[name] = key }
        return ConnectorRequest(
            HTTPRequest.Method(frozen.method) ?? .post, frozen.path, headers: headers, body: frozen.body)
    }

    /// What a complete answer says.
    ///
    /// A post that hangs below another parent than the wanted one, or below none, is no such reply: it is read as nothing, so that it
    /// counts as accepted without an id and a person looks at it.
    package static func reading(_ answer: HTTPResponse, body: Data, wantedParent: String) -> PublishAnswer.Reading {
        guard (200...299).contains(answer.status.code) else {
            return (400...499).contains(answer.status.code) ? .refusal(.plain, words: words(of: body)) : .nothing
        }
        guard let said = try? JSONDecoder().decode(Said.self, from: body), said.parent?.text == wantedParent else {
            return .nothing
        }
        return .reply(
            SentReply(
                remoteID: said.id.text, url: WebAddress.kept(said.url), at: said.at.flatMap { Instant(rfc3339: $0) }))
    }

    /// Seconds the server asks us to stay away: of `Retry-After` and the reset of its limit the later one.
    package static func retryAfter(_ answer: HTTPResponse, now: Instant) -> Seconds? {
        MastodonPause.end(for: answer, strikes: 0, now: now).map { $0 - now }
    }

    /// A status just made, as far as it must be understood.
    private struct Said: Decodable {
        let id: MastodonID
        let parent: MastodonID?
        let url: String?
        let at: String?

        private enum CodingKeys: String, CodingKey {
            case id, url
            case parent = "in_reply_to_id"
            case at = "created_at"
        }
    }

    /// The server's own words, for people: shortened, and without control characters.
    private static func words(of body: Data) -> String {
        struct Refusal: Decodable {
            let error: String
        }
        guard let refusal = try? JSONDecoder().decode(Refusal.self, from: body) else { return "" }
        let plain = refusal.error.unicodeScalars.prefix(500).map {
            $0.properties.generalCategory == .control ? " " : $0
        }
        return String(String.UnicodeScalarView(plain))
    }
}
