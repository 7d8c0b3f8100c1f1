import ArgumentParser
import Assembly
import Dialogue
import ServiceHours
import Storage
import Workflow

struct ConversationList: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List conversations, the newest on top.",
        usage: "antwort conversations list [options]",
        discussion: """
            STATE is open (you owe an answer), waiting (no answer is owed: it is the customer's turn), resolved \
            (nobody wrote for seven days after that) or cancelled (the posts were deleted). DUE is empty where no \
            answer is due, as in all imported history.

            Fields with --json: id account platform thread opener state intent language register urgency flags posts \
            opened_at url history wait first_response resolution waits_until merged_into.

            Exit codes: 0 listed, or there is none; 66 there is no such account; 73 there is no store yet.

            Example:
              antwort conversations list --owed --intent complaint
            """)

    @Option(help: ArgumentHelp("Only those of this account.", valueName: "account"))
    var account: String?

    @Option(
        help: ArgumentHelp(
            "Only those with this intent: \(Intent.allCases.map(\.rawValue).joined(separator: ", ")).",
            valueName: "intent"))
    var intent: String?

    @Option(help: ArgumentHelp("Only those in this language: de, en or other.", valueName: "code"))
    var language: String?

    @Flag(help: "Only those in which somebody waits for your answer, as in 'antwort sla list'.")
    var owed = false

    @Option(help: ArgumentHelp("At most this many rows. (default: 50; all with --json)", valueName: "n"))
    var limit: Int?

    @OptionGroup(title: CommonOptions.title) var places: PlaceOptions
    @OptionGroup(title: CommonOptions.title) var output: OutputOptions

    func validate() throws {
        guard (limit ?? 1) > 0 else { throw ValidationError("--limit must be at least 1.") }
        if let intent, Intent(rawValue: intent) == nil {
            throw ValidationError(
                "'\(intent)' is not an intent: \(Intent.allCases.map(\.rawValue).joined(separator: ", ")).")
        }
        if let language, Language(rawValue: language) == nil {
            throw ValidationError(
                "'\(language)' is not a language: \(Language.allCases.map(\.rawValue).joined(separator: ", ")).")
        }
    }

    func run() async throws {
        let terminal = Terminal(options: output)
        let desk = try await places.openDesk(for: .reading)
        let wanted = limit ?? (output.json ? .max : 50)
        var (shown, hasMore) = (0, false)
        var position: ConversationPosition?
        var table = Table(["OPENED", "STATE", "DUE", "ACCOUNT", "WHO", "INTENT", "LANG", "POSTS", "ID", "WORDS"])
        while !hasMore {
            // One more than is shown tells whether there are more.
            let size = owed ? 500 : min(wanted - shown, 499) + 1
            let page = try await self.page(of: desk, before: position, limit: size)
            let words = output.json ? [:] : try await words(of: page, at: desk)
            for record in page where !owed || record.wait != nil {
                guard shown < wanted else {
                    hasMore = true
                    break
                }
                shown += 1
                let view = ConversationView(record: record, now: desk.now)
                if output.json {
                    terminal.result(view.json)
                } else {
                    table.add(row(view, words: words[record.id], at: desk))
                }
            }
            guard page.count == size, let last = page.last else { break }
            position = ConversationPosition(openedAt: last.openedAt, id: last.id)
        }
        if shown == 0, let account { try await requireAccount(account, at: desk) }
        guard !output.json else { return }
        if table.isEmpty {
            let isFiltered = account != nil || intent != nil || language != nil || owed
            terminal.note(
                isFiltered
                    ? "No conversation is like that."
                    : "No conversations. 'antwort watch' reads the sources, 'antwort import' brings an export in.")
        } else {
            table.lines(width: terminal.width).forEach(terminal.result)
            if hasMore { terminal.note(MoreRows.note(after: wanted)) }
        }
    }

    /// An account nobody knows of is a mistake, not an empty list.
    private func requireAccount(_ name: String, at desk: Desk) async throws {
        guard try await !desk.accountNames().contains(name) else { return }
        throw Problem(
            .noInput, at: name, "no account has this name, in the settings or from an import",
            next: "see 'antwort config check'")
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
