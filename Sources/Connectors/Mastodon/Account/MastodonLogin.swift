package import Foundation
package import HTTPTypes

/// Gets a token for an account: registers the program with the server, sends a person to its page, trades the code they bring for a token.
package enum MastodonLogin {
    /// Shows the code on a page, to be pasted into a terminal.
    package static let outOfBand = "urn:ietf:wg:oauth:2.0:oob"

    /// The program as the server registered it.
    package struct Application: Hashable, Sendable {
        package let clientID: String
        /// A secret.
        package let clientSecret: String

        package init(clientID: String, clientSecret: String) {
            self.clientID = clientID
            self.clientSecret = clientSecret
        }
    }

    /// Registers the program; asked without a token.
    /// - Parameters:
    ///   - name: as the person will read it on the server's page.
    ///   - website: the program's page, shown there, too.
    package static func register(name: String, website: String?) -> ConnectorRequest {
        var fields = [("client_name", name), ("redirect_uris", outOfBand), ("scopes", scopes)]
        if let website { fields.append(("website", website)) }
        return form("/api/v1/apps", fields)
    }

    /// Reads the answer to ``register(name:website:)``.
    package static func application(_ answer: HTTPResponse, body: Data) throws(ConnectorError) -> Application {
        struct Registered: Decodable {
            let client_id: String
            let client_secret: String
        }
        let registered = try read(Registered.self, answer, body, place: "application")
        return Application(clientID: registered.client_id, clientSecret: registered.client_secret)
    }

    /// Path and query of the page on which the person allows the program to speak for the account; it goes behind the account's base URL.
    package static func authorizePath(_ application: Application) -> String {
        let fields = [
            ("response_type", "code"), ("client_id", application.clientID), ("redirect_uri", outOfBand),
            ("scope", scopes), ("force_login", "true"),
        ]
        return "/oauth/authorize?\(WebForm.encoded(fields))"
    }

    /// Trades the code for a token; asked without one.
    package static func exchange(code: String, for application: Application) -> ConnectorRequest {
        let code = code.filter { !$0.isWhitespace }
        return form(
            "/oauth/token",
            [
                ("grant_type", "authorization_code"), ("code", code), ("client_id", application.clientID),
                ("client_secret", application.clientSecret), ("redirect_uri", outOfBand), ("scope", scopes),
            ])
    }

    /// Reads the answer to ``exchange(code:for:)``: the token, a secret.
    package static func token(_ answer: HTTPResponse, body: Data) throws(ConnectorError) -> String {
        struct Granted: Decodable {
            let access_token: String
        }
        if [400, 401].contains(answer.status.code) {
            throw ConnectorError(
                .credentials, at: "token, status \(answer.status.code)",
                advice: "the server does not take the code; it is good once and for minutes, so log in again")
        }
        let token = try read(Granted.self, answer, body, place: "token").access_token
        guard !token.isEmpty, token.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else {
            throw MastodonBody.complaint("token")
        }
        return token
    }

    private static var scopes: String { MastodonCheck.scopes.joined(separator: " ") }

    private static func form(_ path: String, _ fields: [(String, String)]) -> ConnectorRequest {
        ConnectorRequest(
            .post, path, headers: [.contentType: "application/x-www-form-urlencoded", .accept: "application/json"],
            body: Array(WebForm.encoded(fields).utf8), isAuthorized: false)
    }

    private static func read<Object: Decodable>(
        _: Object.Type, _ answer: HTTPResponse, _ body: Data, place: String
    ) throws(ConnectorError) -> Object {
        guard (200...299).contains(answer.status.code) else {
            throw ConnectorError(mastodon: answer.status.code, at: place)
        }
        return try MastodonBody.object(of: Object.self, in: body, place: place)
    }
}
