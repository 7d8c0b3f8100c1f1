import ArgumentParser
import Assembly
import Dialogue
import ServiceHours
import Storage
import Workflow

struct ConversationShow: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Show a conversation: who wrote what, and when an answer is due.",
        usage: "antwort conversations show <id> [options]",
        discussion: """
            Prints what was read in it (intent, language, register), when an answer is due, whether a reply is \
            drafted and why not, and the posts with times and roles: opener (whose matter it is), affected_peer, \
            bystander, helper, brand or noise. Below a post stands what people corrected of how it was read.

            Fields with --json: those of 'antwort conversations list', and opened_because clocks timeline \
            decisions corrections draft no_draft.

            Exit codes: 0 shown; 65 several conversations begin with these letters; 66 there is none; 73 there is no \
            store yet.

            Example:
              antwort conversations show zjrf
            """)

    @Argument(help: .conversation)
    var id: String

    @OptionGroup(title: CommonOptions.title) var places: PlaceOptions
    @OptionGroup(title: CommonOptions.title) var output: OutputOptions

    func run() async throws {
        let terminal = Terminal(options: output)
        let desk = try await places.openDesk(for: .reading)
        let lookup = ConversationLookup(store: desk.store, accounts: try await desk.accounts(), policies: desk.policies)
        let opened = try await lookup.open(try await lookup.record(named: id))
        let standing = DraftStandingView(
            try await desk.reviewDesk(makeKey: RandomKey.make).standing(of: opened), account: opened.record.account,
            at: desk)
        if output.json {
            terminal.result(json(of: opened, standing, at: desk.now))
        } else {
            show(opened, standing, at: desk, on: terminal)
        }
    }

    private func json(of opened: OpenedConversation, _ standing: DraftStandingView, at now: Instant) -> JSONValue {
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
                ("cancelled_because", .text(cancelReason(of: clock))),
                ("target", .text(clock.targetName)), ("policy", .count(clock.policy)),
            ])
        }
        return .object(
            ConversationView(record: opened.record, now: now).fields + [
                ("opened_because", .text(opened.conversation.reason.rawValue)), ("clocks", .list(clocks)),
                ("timeline", .list(timeline)),
                (
                    "decisions",
                    .list(
                        opened.conversation.decisions.sorted { $0.at < $1.at }
                            .map { DecisionView(decision: $0).json })
                ),
                (
                    "corrections",
                    .list(
                        opened.conversation.members.flatMap { $0.corrected?.corrections ?? [] }
                            .map { CorrectionView(correction: $0).json })
                ),
            ] + standing.fields)
    }

    private func show(
        _ opened: OpenedConversation, _ standing: DraftStandingView, at desk: Desk, on terminal: Terminal
    ) {
        let record = opened.record
        let view = ConversationView(record: record, now: desk.now)
        terminal.result(
            SafeText.line(
                "\(record.id)  \(record.account) on \(record.platform)  \(view.who)  \(record.state(at: desk.now).rawValue)"
            ))
        terminal.result("\(labels(of: record))")
        terminal.result(SafeText.line(view.owed(in: desk.zone)))
        if let resolution = opened.conversation.resolution { terminal.result(text(of: resolution, at: desk)) }
        for decision in opened.conversation.decisions.sorted(by: { $0.at < $1.at }) {
            terminal.result(DecisionView(decision: decision).line(now: desk.now, in: desk.zone))
        }
        terminal.result(standing.line)
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
            for correction in member.corrected?.corrections ?? [] {
                terminal.result("    " + CorrectionView(correction: correction).line(now: desk.now, in: desk.zone))
            }
        }
    }

    private func cancelReason(of clock: ResponseClock) -> String? {
        if case .cancelled(let reason, _) = clock.ending { reason.rawValue } else { nil }
    }

    private func text(of clock: ResolutionClock, at desk: Desk) -> String {
        let state = clock.state(at: desk.now)
        guard let due = clock.dueAt, state != .paused else { return "resolution \(state.rawValue)" }
        return "resolution \(state.rawValue), due \(LocalClockText.moment(due, in: desk.zone))"
    }

    private func labels(of record: ConversationRecord) -> String {
        var labels = [
            record.intent.rawValue, "language \(record.language.rawValue)", "register \(record.register.rawValue)",
        ]
        if record.urgency > 0 { labels.append("urgency \(record.urgency)") }
        labels += record.flags.flags.map(\.rawValue)
        return labels.joined(separator: " · ")
    }
}
