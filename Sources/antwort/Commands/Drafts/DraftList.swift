import ArgumentParser
import Assembly
import Dialogue
import Workflow

struct DraftList: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the drafts that can be decided on, the most urgent wait first.")

    @OptionGroup var places: PlaceOptions
    @OptionGroup var output: OutputOptions

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
            terminal.note("No draft waits for a decision.")
        } else {
            table.lines(width: terminal.width).forEach(terminal.result)
            terminal.note("\(Counted.text(items.count, "draft")): decide with 'antwort review --as NAME'.")
        }
    }
}
