import ArgumentParser
import Assembly
import Dialogue
import ServiceHours
import Storage
import Workflow

struct ConversationList: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List conversations, the newest first.",
        discussion: "People see the newest 50 unless --limit says otherwise; --json prints all of them.")

    @Option(help: ArgumentHelp("Only those of this account.", valueName: "name"))
    var account: String?

    @Option(help: ArgumentHelp("Only those with this intent: complaint, question, praise, …", valueName: "intent"))
    var intent: String?

    @Option(help: ArgumentHelp("Only those in this language: de, en, other.", valueName: "code"))
    var language: String?

    @Flag(help: "Only those in which an answer is owed.")
    var owed = false

    @Option(help: ArgumentHelp("How many at the most.", valueName: "n"))
    var limit: Int?

    @OptionGroup var places: PlaceOptions
    @OptionGroup var output: OutputOptions

    func validate() throws {
        guard (limit ?? 1) > 0 else { throw ValidationError("--limit must be at least 1.") }
        if let intent, Intent(rawValue: intent) == nil {
            throw ValidationError(
                "'\(intent)' is no intent: \(Intent.allCases.map(\.rawValue).joined(separator: ", ")).")
        }
        if let language, Language(rawValue: language) == nil {
            throw ValidationError(
                "'\(language)' is no language: \(Language.allCases.map(\.rawValue).joined(separator: ", ")).")
        }
    }

    func run() async throws {
        let terminal = Terminal(options: output)
        let desk = try await places.openDesk(for: .reading)
        var rest = limit ?? (output.json ? .max : 50)
        var position: ConversationPosition?
        var table = Table(["OPENED", "STATE", "DUE", "ACCOUNT", "WHO", "INTENT", "LANG", "POSTS", "ID", "WORDS"])
        while rest > 0 {
            let page = try await self.page(of: desk, before: position, limit: min(rest, 500))
            let words = output.json ? [:] : try await words(of: page, at: desk)
            for record in page {
                let view = ConversationView(record: record, now: desk.now)
                if output.json {
                    terminal.result(view.json)
                } else {
                    table.add(row(view, words: words[record.id], at: desk))
                }
            }
            rest -= page.count
            guard page.count == 500, let last = page.last else { break }
            position = ConversationPosition(openedAt: last.openedAt, id: last.id)
        }
        guard !output.json else { return }
        if table.isEmpty {
            terminal.note("No conversations. 'antwort watch' reads the sources, 'antwort import' brings an export in.")
        } else {
            table.lines(width: terminal.width).forEach(terminal.result)
            if rest == 0, limit == nil { terminal.note("These are the newest 50; see more with --limit.") }
        }
    }

    private func page(
        of desk: Desk, before position: ConversationPosition?, limit: Int
    ) async throws -> [ConversationRecord] {
        var filter = ConversationFilter()
        filter.account = account
        filter.intent = intent.flatMap(Intent.init(rawValue:))
        filter.language = language.flatMap(Language.init(rawValue:))
        filter.isOwed = owed
        do {
            return try await desk.store.conversations(matching: filter, before: position, limit: limit)
        } catch {
            throw Problem(error)
        }
    }

    private func words(of page: [ConversationRecord], at desk: Desk) async throws -> [String: String] {
        do {
            return try await desk.store.openingWords(of: page)
        } catch {
            throw Problem(error)
        }
    }

    private func row(_ view: ConversationView, words: String?, at desk: Desk) -> [String] {
        let record = view.record
        return [
            LocalClockText.short(record.openedAt, now: desk.now, in: desk.zone), record.state(at: desk.now).rawValue,
            record.wait?.dueAt.map { LocalClockText.short($0, now: desk.now, in: desk.zone) } ?? "-", record.account,
            view.who,
            record.intent.rawValue, record.language.rawValue, String(record.posts), record.id, words ?? "",
        ]
    }
}
