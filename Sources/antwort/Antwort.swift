import ArgumentParser
import Foundation

/// Public customer service: watches a brand's pages, turns posts into conversations and keeps the promised response times.
@main
struct Antwort: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "antwort",
        abstract: "A desk for public customer service.",
        discussion: """
            Antwort reads what people write to a brand in public, turns it into conversations, and runs response-time clocks that \
            respect opening hours. Put 'antwort watch' in a crontab; look at the queue with 'antwort sla list'.

            Exit codes: 0 done; 2 done, but something was quarantined or failed; 64 usage; 65 bad data; 66 no input; 69 a remote is \
            unavailable; 70 internal error; 73 cannot create; 74 I/O; 75 another run holds the lock; 77 permission; 78 settings; \
            130 cancelled.
            """,
        version: ReleaseVersion.text,
        groupedSubcommands: [
            CommandGroup(
                name: "Set up", subcommands: [Init.self, ConfigCommands.self, Doctor.self, SourceCommands.self]),
            CommandGroup(name: "Every few minutes", subcommands: [Watch.self, Publish.self]),
            CommandGroup(
                name: "Work the queue",
                subcommands: [
                    ReviewDrafts.self, SLACommands.self, ConversationCommands.self, DraftCommands.self,
                    OutboxCommands.self,
                    AlertCommands.self, Status.self,
                ]),
            CommandGroup(name: "Bring data in", subcommands: [Import.self, QuarantineCommands.self]),
            CommandGroup(
                name: "Look at the rules", subcommands: [HoursCommands.self, TriageText.self, DraftText.self]),
        ])

    static func main() async {
        let status = await CommandLineRun(arguments: Array(CommandLine.arguments.dropFirst())).perform()
        Foundation.exit(status)
    }
}
