import ArgumentParser

struct OutboxCommands: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "outbox", abstract: "See what became of approved replies.",
        usage: "antwort outbox <command> [options]",
        discussion: """
            STATE is one of:
              approved   waits for the next 'antwort publish'
              sending    an attempt is under way, or its run broke off
              uncertain  not known whether it went out: publish looks for it
              sent       it stands on the platform
              held       not sent: a person has to look at it
              failed     the platform refused it
              cancelled  taken out
            """,
        subcommands: [OutboxList.self, OutboxShow.self])
}
