import ArgumentParser
import Foundation

/// Public customer service: watches a brand's pages, turns posts into conversations and keeps the promised response times.
@main
struct Antwort: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "antwort",
        abstract: "A desk for public customer service.",
        usage: "antwort <command> [options]",
        discussion: """
            Reads what people write to your brand in public, opens a conversation for each person's matter, counts the time you have to \
            answer in opening hours only, and drafts a reply. A person approves it; 'antwort publish' sends it, once.

            The first time:
              antwort init --brand "My brand"  write first settings, make the store
              antwort config check             after you put in accounts and sources
              antwort source login ACCOUNT     get a token from the account's server
              antwort watch                    read every source for the first time

            In the crontab:
              */3 * * * *  antwort watch       read, run clocks, draft, alert; it
                                               sends no reply
              */3 * * * *  antwort publish     send what a person approved

            A working day:
              antwort status                   is everything running?
              antwort sla list                 who waits, and until when?
              antwort review --as anna         approve, edit or reject each draft
              antwort outbox list              what became of approved replies?

            Every command takes --help; most take --config, --data, --templates, --now, --json, -q and -v. 'antwort help words' explains the \
            words, and 'antwort --version' names the release.

            Exit codes:
                0  done, or nothing to do
                2  done, but a record, source, message or reply was not: see stderr
               64  wrong command line
               65  what was given is not acceptable: a text, a file, a hash
               66  what was named is not there: a file, conversation, draft, record
               69  a server could not be reached, or failed
               70  a defect in antwort: please report it
               73  no store yet ('antwort init' makes it), or a file cannot be made
               74  reading or writing failed, or the disk is full
               75  another antwort is doing the same: try again later
               77  a token or password is missing, refused, or readable by others
               78  a mistake in the settings, or they lack what was named
              130  stopped before the end
            """,
        version: ReleaseVersion.text,
        groupedSubcommands: [
            CommandGroup(
                name: "Setup", subcommands: [Init.self, ConfigCommands.self, SourceCommands.self, Doctor.self]),
            CommandGroup(name: "In the crontab", subcommands: [Watch.self, Publish.self]),
            CommandGroup(
                name: "At the desk",
                subcommands: [
                    Status.self, SLACommands.self, ReviewDrafts.self, DraftCommands.self, ConversationCommands.self,
                    OutboxCommands.self, AlertCommands.self,
                ]),
            CommandGroup(name: "Bring data in", subcommands: [Import.self, QuarantineCommands.self]),
            CommandGroup(
                name: "Try the rules", subcommands: [HoursCommands.self, TriageCommands.self, DraftText.self]),
        ])

    static func main() async {
        let status = await CommandLineRun(arguments: Array(CommandLine.arguments.dropFirst())).perform()
        Foundation.exit(status)
    }
}
