import ArgumentParser

struct TriageCommands: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "triage", abstract: "Show how a post would be read, and by which words.",
        usage: """
            antwort triage <text> [options]
            antwort triage --jsonl [options] < posts.jsonl
            antwort triage <command> [options]
            """,
        discussion: """
            Shows the text with marks under the words that decided, then language, register (du or sie), whether the \
            post is for you, whether it needs an answer, intent, sentiment, emotion, irony, urgency, flags and topic, \
            each with how sure it is. It needs neither store nor settings; where there is a settings file, its topics \
            and words (triage:) count, and where there is a store, it reads as your people taught it with 'antwort \
            triage train'.

            With --jsonl it is a filter: one object with "id" and "text" a line comes in, and one with the labels \
            comes out. "parent" (an id) makes the post a reply, "account" is the brand's handle; "author" and \
            "platform" may be there. A label that is null is one that this release does not read.

            Exit codes: 0 every line was read; 65 a line was not: it has {"id", "error"} in its place, and the rest \
            went on; 78 a word list or the settings have a mistake, or the templates folder is not there.

            Examples:
              antwort triage "Where is my parcel?"
              echo '{"id":"1","text":"Where is my parcel?"}' | antwort triage --jsonl
            """,
        subcommands: [
            TriageText.self, TriageImport.self, TriageTrain.self, TriageStats.self, TriageRollback.self,
        ],
        defaultSubcommand: TriageText.self)
}
