import ArgumentParser
import Assembly
import Connectors
import Foundation
import Transfers
import Workflow

struct SourceLogin: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "login", abstract: "Get a token from an account's server.",
        usage: "antwort source login <account> [--code <code>] [options]",
        discussion: """
            Prints an address. Open it in a browser, signed in as the brand's account, allow access, and give the \
            code that the page shows. The token is written to the token_file: of the account (chmod 600); a token \
            that is there is replaced.

            In a script or without a terminal, do it in two steps: run it with --no-input, which prints the address, \
            then again with --code. The code is good once and for a few minutes.

            Next: antwort source test ACCOUNT.

            Exit codes: 0 the token is written, or the address printed; 66 --code was given and no login has begun; \
            69 the server did not answer or failed; 73 the token file cannot be written; 77 the code was refused; 78 \
            there is no such account, or it has no server or token_file; 130 no code was given.

            Example:
              antwort source login social --no-input
              antwort source login social --code 5f3a9c
            """)

    @Argument(help: .account)
    var account: String

    @Option(help: ArgumentHelp("The code that the server's page shows.", valueName: "code"))
    var code: String?

    @OptionGroup(title: CommonOptions.title) var places: PlaceOptions
    @OptionGroup(title: CommonOptions.title) var output: OutputOptions

    func validate() throws {
        if let code, code.allSatisfy(\.isWhitespace) { throw ValidationError("--code is empty.") }
    }

    func run() async throws {
        let terminal = Terminal(options: output)
        let desk = try await places.openDesk(for: .creating)
        let file = try desk.tokenFile(ofAccount: account)
        let door = try desk.door(ofAccount: account)
        do {
            if let code {
                let application = try LoginKeeper.read(account: account, beside: file)
                try await finish(application, with: code, through: door, file: file, on: terminal)
            } else if let application = try await begin(through: door, at: desk, file: file, on: terminal) {
                print("Code: ", terminator: "")
                Terminal.flush()
                guard let typed = readLine(), !typed.allSatisfy(\.isWhitespace) else { throw CancellationError() }
                try await finish(application, with: typed, through: door, file: file, on: terminal)
            }
        } catch let error as TransferError {
            throw Problem(error, account: account)
        } catch let error as ConnectorError {
            throw Problem(
                error.code == .credentials ? .permission : .unavailable, at: account, field: error.place,
                error.code.rawValue, next: error.advice)
        }
        await desk.transfers.shutdown()
    }

    /// Registers the program and names the page; what the code needs later is kept, so that another run can bring it.
    /// - Returns: what to trade the code for; nil when nobody is to be asked for it now.
    private func begin(
        through door: ServerDoor, at desk: Desk, file: String, on terminal: Terminal
    ) async throws -> MastodonLogin.Application? {
        let registered = try await door.ask(MastodonLogin.register(name: "Antwort", website: nil))
        let application = try MastodonLogin.application(registered.head.httpResponse, body: registered.body)
        try LoginKeeper.write(application, beside: file)
        let page = "\(try desk.baseURL(ofAccount: account))\(MastodonLogin.authorizePath(application))"
        if output.json {
            terminal.result(.object([("account", .text(account)), ("page", .text(page))]))
        } else {
            terminal.result("Open this page, allow it, and copy the code it shows:")
            terminal.result(page)
        }
        guard places.noInput else { return application }
        terminal.note("Next: antwort source login \(account) --code CODE")
        return nil
    }

    private func finish(
        _ application: MastodonLogin.Application, with code: String, through door: ServerDoor, file: String,
        on terminal: Terminal
    ) async throws {
        let granted = try await door.ask(MastodonLogin.exchange(code: code, for: application))
        let token = try MastodonLogin.token(granted.head.httpResponse, body: granted.body)
        try TokenKeeper.write(token, to: file)
        LoginKeeper.remove(beside: file)
        if output.json {
            terminal.result(.object([("account", .text(account)), ("token_file", .text(file))]))
        } else {
            terminal.note("The token is in \(SafeText.line(file)). Next: antwort source test \(account)")
        }
    }
}
