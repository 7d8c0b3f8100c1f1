package import Foundation
package import HTTPTypes
package import ServiceHours

/// Finds out whether an account can be served: who it is, what the server is, and which permissions its token lacks.
package struct MastodonCheck: Sendable {
    /// What the product needs, in the words of the server.
    package static let scopes = ["read:accounts", "read:notifications", "read:statuses", "write:statuses"]

    /// What was found.
    package struct Finding: Hashable, Sendable {
        /// nil where the token is not taken at all, or the server is none.
        package internal(set) var facts: MastodonFacts?
        /// Whether the token is refused.
        package internal(set) var isTokenRefused = false
        /// Of ``MastodonCheck/scopes`` those the token lacks.
        package internal(set) var missingScopes: Set<String> = []
        /// Those of which nobody can tell without trying: writing, where the server does not list what a token may do.
        package internal(set) var unknownScopes: Set<String> = []
        /// Why the server could not be asked; nil when it could.
        package internal(set) var trouble: ConnectorError?
    }

    private enum Stage: Int, Hashable, Sendable {
        case instance, olderInstance, account, application, mentions, posts, done
    }

    private var stage = Stage.instance
    private var instance: MastodonInstance?
    /// Known from the server's own list; nil where it gives none.
    private var listed: [String]?
    package private(set) var finding = Finding()

    package init() {
        finding.unknownScopes = Set(Self.scopes)
    }

    /// What to ask next; nil when everything is known that can be.
    package var request: ConnectorRequest? {
        switch stage {
        case .instance: MastodonQuestion.instance.request
        case .olderInstance: MastodonQuestion.olderInstance.request
        case .account: MastodonQuestion.ownAccount.request
        case .application: MastodonQuestion.ownApp.request
        case .mentions: MastodonQuestion.mentions(bounds: []).request
        case .posts: MastodonQuestion.ownPosts(account: finding.facts?.accountID ?? "", bounds: []).request
        case .done: nil
        }
    }

    /// Digests the answer to ``request``.
    package mutating func receive(_ answer: HTTPResponse, body: Data, at now: Instant) {
        let status = answer.status.code
        let isWell = (200...299).contains(status)
        switch stage {
        case .instance, .olderInstance:
            if isWell, let read = try? JSONDecoder().decode(MastodonInstance.self, from: body) {
                instance = read
                stage = .account
            } else if stage == .instance, status == 404 || status == 410 {
                stage = .olderInstance
            } else {
                end(isWell ? MastodonBody.complaint("instance") : ConnectorError(mastodon: status, at: "instance"))
            }
        case .account:
            if isWell, let instance, let account = try? JSONDecoder().decode(MastodonAccountRecord.self, from: body) {
                finding.facts = MastodonFacts(instance, account: account, at: now)
                note("read:accounts", isGranted: true)
                stage = .application
            } else if status == 403 {
                note("read:accounts", isGranted: false)
                end(ConnectorError(mastodon: status, at: "own account"))
            } else {
                finding.isTokenRefused = status == 401
                end(
                    isWell ? MastodonBody.complaint("own account") : ConnectorError(mastodon: status, at: "own account")
                )
            }
        case .application:
            if isWell { takeScopes(body) }
            stage = .mentions
        case .mentions:
            if isWell || status == 403 { note("read:notifications", isGranted: isWell) }
            stage = .posts
        case .posts:
            if isWell || status == 403 { note("read:statuses", isGranted: isWell) }
            stage = .done
        case .done: break
        }
    }

    private mutating func end(_ trouble: ConnectorError) {
        finding.trouble = trouble
        stage = .done
    }

    private mutating func takeScopes(_ body: Data) {
        struct Application: Decodable {
            let scopes: [String]
        }
        guard let scopes = (try? JSONDecoder().decode(Application.self, from: body))?.scopes, !scopes.isEmpty else {
            return
        }
        for wanted in Self.scopes {
            let family = String(wanted.prefix { $0 != ":" })
            let isGranted = scopes.contains(wanted) || scopes.contains(family)
            // The list is the application's: a token may have less, but never more.
            if wanted == "write:statuses" || !isGranted { note(wanted, isGranted: isGranted) }
        }
    }

    private mutating func note(_ scope: String, isGranted: Bool) {
        finding.unknownScopes.remove(scope)
        if !isGranted { finding.missingScopes.insert(scope) }
    }
}
