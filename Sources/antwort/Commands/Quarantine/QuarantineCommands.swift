import ArgumentParser

struct QuarantineCommands: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "quarantine", abstract: "See and settle records that could not be read.",
        usage: "antwort quarantine <command> [options]",
        discussion: """
            A record that 'antwort watch' or 'antwort import' cannot read is kept as it came. After you corrected \
            the settings, 'antwort quarantine replay' reads it again. A record of an import cannot be replayed: \
            correct the file, import it again, and drop the record with 'antwort quarantine discard'.
            """,
        subcommands: [
            QuarantineList.self, QuarantineShow.self, QuarantineReplayCommand.self, QuarantineDiscard.self,
        ])
}
