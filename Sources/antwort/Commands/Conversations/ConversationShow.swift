import ArgumentParser
import Assembly
import Dialogue
import ServiceHours
import Storage
import Workflow

struct ConversationShow: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Show a conversation: who said what, in which role, and what is owed.")

    @Argument(help: "The first letters of its id, or the id of a post in it.")
    var id: String

    @OptionGroup var places: PlaceOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
        let terminal = Terminal(options: output)
        let desk = try await places.openDesk(for: .reading)
        let lookup = ConversationLookup(store: desk.store, accounts: try await desk.accounts(), policies: desk.policies)
        let opened = try await lookup.open(try await lookup.record(named: id))
        if output.json {
            terminal.result(json(of: opened, at: desk.now))
        } else {
            show(opened, at: desk, on: terminal)
        }
    }

    private func json(of opened: OpenedConversation, at now: Instant) -> JSONValue {
        let timeline = opened.conversation.members.map { member -> JSONValue in
            let post = member.post
            return .object([
                ("id", .text(post.remoteID)), ("parent", .text(post.parent)),
                (
                    "author",
                    .object([
                        ("id", .text(post.author.id)), ("handle", .text(post.author.handle)),
                        ("name", .text(post.author.name)), ("role", .text(member.role.rawValue)),
                    ])
                ),
                ("at", .instant(post.at)), ("text", .text(opened.text(of: post))),
                ("revision", .count(opened.wordings(of: post).count)), ("deleted", .bool(post.deletedAt != nil)),
                ("visibility", .text(post.visibility.rawValue)), ("url", .text(post.url)),
                ("intent", .text(post.triage.intent.rawValue)), ("claim", .text(member.claim.rawValue)),
            ])
        }
        let clocks = opened.conversation.clocks.map { clock -> JSONValue in
            .object([
                ("kind", .text(clock.kind.rawValue)), ("origin", .text(clock.origin)),
                ("started_at", .instant(clock.startedAt)), ("due_at", .instant(clock.dueAt)),
                ("ended_at", .instant(clock.ending?.at)), ("state", .text(clock.state(at: now).rawValue)),
                ("target", .text(clock.targetName)), ("policy", .count(clock.policy)),
            ])
        }
        return .object(
            ConversationView(record: opened.record, now: now).fields + [
                ("opened_because", .text(opened.conversation.reason.rawValue)), ("clocks", .list(clocks)),
                ("timeline", .list(timeline)),
            ])
    }

    private func show(_ opened: OpenedConversation, at desk: Desk, on terminal: Terminal) {
        let record = opened.record
        let view = ConversationView(record: record, now: desk.now)
        terminal.result(
            SafeText.line(
                "\(record.id)  \(record.account) on \(record.platform)  \(view.who)  \(record.state(at: desk.now).rawValue)"
            ))
        terminal.result("\(labels(of: record))")
        terminal.result(owed(record, at: desk))
        if let url = record.url { terminal.result(SafeText.line(url)) }
        for member in opened.conversation.members {
            let post = member.post
            let name = post.author.name ?? post.author.handle ?? post.author.id
            var head =
                "\(LocalClockText.short(post.at, now: desk.now, in: desk.zone))  \(name) (\(member.role.rawValue))"
            if post.visibility != .public { head += "  [\(post.visibility.rawValue)]" }
            let revisions = opened.wordings(of: post).count
            if revisions > 1 { head += "  edited \(revisions - 1)×" }
            if post.deletedAt != nil { head += "  deleted" }
            terminal.result("")
            terminal.result(SafeText.line(head))
            for line in Paragraph.lines(opened.text(of: post), width: terminal.width.map { min($0, 100) - 4 }) {
                terminal.result("    \(line)")
            }
        }
    }

    private func labels(of record: ConversationRecord) -> String {
        var labels = [
            record.intent.rawValue, "language \(record.language.rawValue)", "register \(record.register.rawValue)",
        ]
        if record.urgency > 0 { labels.append("urgency \(record.urgency)") }
        labels += record.flags.flags.map(\.rawValue)
        return labels.joined(separator: " · ")
    }

    private func owed(_ record: ConversationRecord, at desk: Desk) -> String {
        guard let wait = record.wait else {
            return record.isHistory && record.isOwed ? "history: nothing is due" : "nothing is owed"
        }
        guard let due = wait.dueAt else { return "an answer is owed; the calendar never opens" }
        let when = LocalClockText.moment(due, in: desk.zone)
        return wait.state(at: desk.now) == .breached
            ? "\(wait.kind.rawValue) was due \(when), \(LocalClockText.span(desk.now - due)) ago"
            : "\(wait.kind.rawValue) is due \(when), in \(LocalClockText.span(due - desk.now))"
    }
}
