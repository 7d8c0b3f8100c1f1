import ArgumentParser
import Assembly
import Connectors
import Foundation
import Transfers
import Workflow

struct SourceTest: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "test", abstract: "Ask an account's server what the token may do.",
        usage: "antwort source test <account> [options]",
        discussion: """
            Shows which account the token belongs to, what it may do (read, write), and how long a post may be. \
            Nothing is posted and nothing is stored.

            Fields with --json: account server handle keyed max_characters token_refused missing_scopes \
            unknown_scopes error.

            Exit codes: 0 the token will do; 69 the server did not answer or failed; 77 the token is missing, \
            refused or may do too little; 78 there is no such account, or it has no server.

            Example:
              antwort source test social
            """)

    @Argument(help: .account)
    var account: String

    @OptionGroup(title: CommonOptions.title) var places: PlaceOptions
    @OptionGroup(title: CommonOptions.title) var output: OutputOptions

    func run() async throws {
        let terminal = Terminal(options: output)
        let desk = try await places.openDesk(for: .creating)
        let door = try desk.door(ofAccount: account)
        var check = MastodonCheck()
        while let request = check.request {
            do {
                let answer = try await door.ask(request)
                check.receive(answer.head.httpResponse, body: answer.body, at: desk.now)
            } catch let error as TransferError {
                throw Problem(error, account: account)
            }
        }
        await desk.transfers.shutdown()
        let finding = check.finding
        if output.json { terminal.result(json(finding)) } else { show(finding, on: terminal) }
        if finding.isTokenRefused || !finding.missingScopes.isEmpty { throw ExitCode(ExitStatus.permission.rawValue) }
        if finding.trouble != nil { throw ExitCode(ExitStatus.unavailable.rawValue) }
    }

    private func json(_ finding: MastodonCheck.Finding) -> JSONValue {
        .object([
            ("account", .text(account)), ("server", .text(finding.facts?.version)),
            ("handle", .text(finding.facts?.handle)),
            ("keyed", finding.facts.map { .bool($0.isKeyed) } ?? .null),
            ("max_characters", finding.facts.map { .count($0.maxCharacters) } ?? .null),
            ("token_refused", .bool(finding.isTokenRefused)),
            ("missing_scopes", .list(finding.missingScopes.sorted().map { .text($0) })),
            ("unknown_scopes", .list(finding.unknownScopes.sorted().map { .text($0) })),
            ("error", .text(finding.trouble?.code.rawValue)),
        ])
    }

    private func show(_ finding: MastodonCheck.Finding, on terminal: Terminal) {
        if let facts = finding.facts {
            terminal.result(SafeText.line("\(account) is @\(facts.handle), on a server of version \(facts.version)."))
            terminal.result(
                facts.isKeyed
                    ? "It recognises repeated posts by their key."
                    : "It is not Mastodon itself: no key is relied upon when publishing.")
            terminal.result("A post may have \(facts.maxCharacters) characters.")
        }
        if finding.isTokenRefused {
            terminal.result("The token is refused: log in with 'antwort source login \(account)'.")
        }
        if !finding.unknownScopes.isEmpty {
            terminal.result("The server does not say whether the token may read and write.")
        } else if finding.facts != nil, finding.trouble == nil, !finding.isTokenRefused, finding.missingScopes.isEmpty {
            terminal.result("The token may read and write.")
        }
        if !finding.missingScopes.isEmpty {
            terminal.result("The token lacks: \(finding.missingScopes.sorted().joined(separator: ", ")).")
        }
        if let trouble = finding.trouble {
            terminal.result(SafeText.line("\(trouble.code.rawValue): \(trouble.advice)"))
        }
    }
}
