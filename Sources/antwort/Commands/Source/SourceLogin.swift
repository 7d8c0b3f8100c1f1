import ArgumentParser
import Assembly
import Connectors
import Foundation
import Transfers
import Workflow

struct SourceLogin: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "login", abstract: "Get a token for an account and keep it in its token_file.",
        discussion: """
            Registers Antwort with the server, names the page on which you allow it to speak for the account, and asks for the code that \
            page shows. With --code and --no-input it runs in a script.
            """)

    @Argument(help: "The account's name in the settings.")
    var account: String

    @OptionGroup var places: PlaceOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
        let terminal = Terminal(options: output)
        guard !places.noInput else {
            throw ValidationError(
                "A login asks for the code that the server's page shows; it cannot run with --no-input.")
        }
        let desk = try await places.openDesk(for: .creating)
        let file = try desk.tokenFile(ofAccount: account)
        let door = try desk.door(ofAccount: account)
        do {
            let registered = try await door.ask(MastodonLogin.register(name: "Antwort", website: nil))
            let application = try MastodonLogin.application(registered.head.httpResponse, body: registered.body)
            terminal.result("Open this page, allow it, and copy the code it shows:")
            terminal.result("\(try desk.baseURL(ofAccount: account))\(MastodonLogin.authorizePath(application))")
            print("Code: ", terminator: "")
            guard let code = readLine(), !code.isEmpty else { throw CancellationError() }
            let granted = try await door.ask(MastodonLogin.exchange(code: code, for: application))
            let token = try MastodonLogin.token(granted.head.httpResponse, body: granted.body)
            try TokenKeeper.write(token, to: file)
        } catch let error as TransferError {
            throw Problem(error, account: account)
        } catch let error as ConnectorError {
            throw Problem(.permission, at: account, field: error.place, error.code.rawValue, next: error.advice)
        }
        await desk.transfers.shutdown()
        terminal.note("The token is in \(SafeText.line(file)). Try it with: antwort source test \(account)")
    }
}
