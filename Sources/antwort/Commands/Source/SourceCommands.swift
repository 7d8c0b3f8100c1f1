import ArgumentParser

struct SourceCommands: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "source", abstract: "Connect accounts to their servers.",
        usage: "antwort source <command> <account> [options]",
        discussion: """
            For accounts of platform mastodon that have a url in the settings: this release talks to Mastodon \
            servers only. Posts of other platforms come in by export: a source of kind export, or 'antwort import'.

            First 'antwort source login', then 'antwort source test', then 'antwort watch'.
            """,
        subcommands: [SourceLogin.self, SourceTest.self])
}
