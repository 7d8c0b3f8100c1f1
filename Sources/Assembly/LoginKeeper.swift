package import Connectors
import Foundation
import Settings
package import Workflow

/// Keeps what a login has begun with until the code comes: in a file beside the token's, which only its owner can read.
package enum LoginKeeper {
    /// The program as the server registered it.
    package static func write(_ application: MastodonLogin.Application, beside tokenFile: String) throws(Problem) {
        let parts = [application.clientID, application.clientSecret]
        let isPlain = parts.allSatisfy { part in
            !part.isEmpty && part.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: ":") }
        }
        guard isPlain else {
            throw Problem(
                .unavailable, at: tokenFile, field: "token_file", "the server's answer to the login is no use",
                next: "check the account's url")
        }
        try TokenKeeper.write(parts.joined(separator: ":"), to: path(beside: tokenFile))
    }

    /// What ``write(_:beside:)`` kept.
    /// - Throws: `noInput` when no login has begun.
    package static func read(account: String, beside tokenFile: String) throws(Problem) -> MastodonLogin.Application {
        let path = path(beside: tokenFile)
        guard FileManager.default.fileExists(atPath: path) else {
            throw Problem(
                .noInput, at: account, field: "code", "no login has begun to which the code belongs",
                next: "run 'antwort source login \(account) --no-input' first")
        }
        do {
            let parts = try SecretFile(path: path).read().text.split(separator: ":").map(String.init)
            guard parts.count == 2 else {
                throw Problem(
                    .badData, at: path, "it is not what a login has begun with",
                    next: "run 'antwort source login \(account) --no-input' again")
            }
            return MastodonLogin.Application(clientID: parts[0], clientSecret: parts[1])
        } catch let error as SecretError {
            throw Problem(.permission, at: path, error.what, next: error.next)
        } catch {
            throw error as? Problem ?? Problem(.io, at: path, "it cannot be read", next: "check the disk")
        }
    }

    /// The login is done.
    package static func remove(beside tokenFile: String) {
        try? FileManager.default.removeItem(atPath: path(beside: tokenFile))
    }

    private static func path(beside tokenFile: String) -> String { "\(tokenFile).login" }
}
