import ArgumentParser
import Assembly
import Dialogue
import Storage
import Workflow

struct DraftList: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the drafts that wait for a decision, the first due on top.",
        usage: "antwort drafts list [options]",
        discussion: """
            If there is none although people wait, it says why for the most urgent of them.

            Fields with --json: id version conversation account target text hash template state candidates checks \
            created_at expires_at.

            Exit codes: 0 listed, or there is none; 73 there is no store yet.
            """)

    /// Of how many conversations the reason is told.
    private static let mostReasons = 5

    @OptionGroup(title: CommonOptions.title) var places: PlaceOptions
    @OptionGroup(title: CommonOptions.title) var output: OutputOptions

    func run() async throws {
        let terminal = Terminal(options: output)
        let desk = try await places.openDesk(for: .reading)
        let items = try await desk.reviewDesk(makeKey: RandomKey.make).waiting()
        var table = Table(["ID", "DUE", "ACCOUNT", "WHO", "TEMPLATE", "CHECKS", "WORDS"])
        for item in items {
            let view = DraftView(item: item, now: desk.now)
            if output.json {
                terminal.result(view.json)
                continue
            }
            let record = item.opened?.record
            table.add([
                item.draft.id,
                record?.wait?.dueAt.map { LocalClockText.short($0, now: desk.now, in: desk.zone) } ?? "-",
                item.draft.account, record.map { ConversationView(record: $0, now: desk.now).who } ?? "-",
                item.draft.origin.word, item.draft.findings.map(\.rule).joined(separator: ","), item.draft.body.text,
            ])
        }
        guard !output.json else { return }
        if table.isEmpty {
            for line in try await reasonsForNone(at: desk) { terminal.note(line) }
        } else {
            table.lines(width: terminal.width).forEach(terminal.result)
            terminal.note("\(Counted.text(items.count, "draft")): decide with 'antwort review --as NAME'.")
        }
    }

    /// How many wait although no draft does, and why there is none for the most urgent.
    private func reasonsForNone(at desk: Desk) async throws -> [String] {
        let nothing = "No draft waits for a decision."
        let waiting: Int
        let urgent: [ConversationRecord]
        do {
            waiting = try await desk.store.totals().waits
            urgent = try await desk.store.queue(dueUntil: nil, limit: Self.mostReasons)
        } catch {
            throw Problem(error)
        }
        guard waiting > 0 else { return [nothing + " Nobody waits for an answer."] }
        let lookup = ConversationLookup(store: desk.store, accounts: try await desk.accounts(), policies: desk.policies)
        let review = try await desk.reviewDesk(makeKey: RandomKey.make)
        var lines = [
            "\(nothing) \(Counted.text(waiting, "person waits", plural: "people wait")) for an answer: antwort sla list"
        ]
        for record in urgent {
            let standing = try await review.standing(of: try await lookup.open(record))
            lines.append("\(record.id): \(DraftStandingView(standing, account: record.account, at: desk).line)")
        }
        if waiting > urgent.count { lines.append("For the others: antwort conversations show ID") }
        return lines
    }
}
