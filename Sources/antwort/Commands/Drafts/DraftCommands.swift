import ArgumentParser

struct DraftCommands: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "drafts", abstract: "Decide about drafted replies from a script or one at a time.",
        usage: "antwort drafts <command> [options]",
        discussion: """
            'antwort review' does the same in a terminal, draft by draft. The way of a draft:
              antwort drafts list
              antwort drafts show ID
              antwort drafts approve ID --expect HASH --as NAME
              antwort publish
            """,
        subcommands: [DraftList.self, DraftShow.self, DraftEdit.self, DraftApprove.self, DraftReject.self])
}
