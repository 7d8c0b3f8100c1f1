import ArgumentParser

struct DraftCommands: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "drafts", abstract: "Look at proposed replies and decide about them.",
        discussion: "'antwort review' goes through them one by one; these commands do the same for scripts.",
        subcommands: [DraftList.self, DraftShow.self, DraftEdit.self, DraftApprove.self, DraftReject.self])
}
