import Dialogue
import Foundation
import ServiceHours
import Workflow

/// A person going through drafts: shows one, asks, does what was answered, shows the next.
struct ReviewSession {
    private enum Step {
        case decided, skip, next, previous, again, quit
    }

    private let terminal: Terminal
    private let review: ReviewDesk
    private let decisions: DecisionDesk
    private let rereading: Rereading
    private let person: String
    private let zone: ServiceHours.ZoneRules
    private let now: Instant
    private var items: [ReviewDesk.Item]
    private var queue: ReviewQueue
    private var approved = 0
    private var rejected = 0
    private var resolved = 0
    private var withdrawn = 0

    init(
        terminal: Terminal, review: ReviewDesk, decisions: DecisionDesk, rereading: Rereading, person: String,
        zone: ZoneRules, now: Instant, items: [ReviewDesk.Item]
    ) {
        self.terminal = terminal
        self.review = review
        self.decisions = decisions
        self.rereading = rereading
        self.person = person
        self.zone = zone
        self.now = now
        self.items = items
        queue = ReviewQueue(count: items.count)
    }

    mutating func run() async throws {
        guard !items.isEmpty else {
            terminal.note("No draft waits for a decision. 'antwort drafts list' says why.")
            return
        }
        while let position = queue.position {
            switch try await decide(position) {
            case .decided: queue.settle()
            case .skip: queue.putOff()
            case .next: queue.move(by: 1)
            case .previous: queue.move(by: -1)
            case .again: continue
            case .quit:
                finish()
                return
            }
        }
        finish()
    }

    private func finish() {
        let closed = resolved > 0 ? ", \(resolved) resolved without an answer" : ""
        let gone = withdrawn > 0 ? ", \(withdrawn) withdrawn" : ""
        terminal.note("\(approved) approved, \(rejected) rejected\(closed)\(gone), \(queue.undecided) left.")
        if approved > 0 { terminal.note("Approved replies go out with: antwort publish") }
    }

    private mutating func decide(_ position: Int) async throws -> Step {
        let item = items[position]
        terminal.result("")
        terminal.result("\(position + 1) of \(items.count)")
        DraftView(item: item, now: now).lines(in: zone, width: terminal.width.map { min($0, 100) - 4 }).forEach(
            terminal.result)
        guard let answer = ask("[y]es, [n]o, [e]dit, [r]eword, [l]abel, [v]iew thread, [s]kip, [q]uit, [?] more: ")
        else {
            return .quit
        }
        do {
            return try await perform(answer, on: item, at: position)
        } catch let problem as Problem {
            terminal.report(problem)
            return .again
        }
    }

    private mutating func perform(_ answer: String, on item: ReviewDesk.Item, at position: Int) async throws -> Step {
        switch answer {
        case "y": return try await approve(item)
        case "n":
            guard let reason = ask("What is wrong with it? "), !reason.isEmpty else { return .again }
            try await review.reject(item, because: reason, by: person)
            rejected += 1
            return .decided
        case "x":
            _ = try await decisions.setAside(
                item.draft.target.key.remoteID, in: item.draft.conversation, by: person)
            resolved += 1
            return .decided
        case "e":
            let text = try TextEditor().edited(item.draft.body.text)
            let edited = try await review.edit(
                item, to: text.hasSuffix("\n") ? String(text.dropLast()) : text, by: person)
            items[position] = try await review.item(named: edited.id)
            return .again
        case "r": return try await reword(item, at: position)
        case "l": return try await correct(item, at: position)
        case "v":
            showThread(of: item)
            return .again
        case "s": return .skip
        case "j": return .next
        case "k": return .previous
        case "g":
            go(to: ask("Which one, 1 to \(items.count)? ") ?? "")
            return .again
        case "/":
            search(for: ask("Look for: ") ?? "")
            return .again
        case "q": return .quit
        case "": return .again
        default:
            help()
            return .again
        }
    }

    /// The key that confirms is not the key that begins, and Return alone means stop.
    private mutating func approve(_ item: ReviewDesk.Item) async throws -> Step {
        let warnings = item.draft.findings.filter { $0.level == .warn }
        for finding in warnings { terminal.result(SafeText.line("warning: \(finding.rule): \(finding.message)")) }
        let audience = item.draft.target.visibility.isPublic ? "in public" : "in private"
        guard
            ask("Say this \(audience) in the name of \(SafeText.line(person))? p to approve, anything else stops: ")
                == "p"
        else {
            terminal.result("Not approved.")
            return .again
        }
        _ = try await review.approve(item, expecting: item.draft.hash, by: person)
        approved += 1
        return .decided
    }

    private mutating func reword(_ item: ReviewDesk.Item, at position: Int) async throws -> Step {
        for (index, candidate) in item.draft.candidates.enumerated() {
            terminal.result(SafeText.line("[\(index + 1)] \(candidate.text.text)"))
        }
        guard let answer = ask("Which one? "), let number = Int(answer) else { return .again }
        let chosen = try await review.choose(number - 1, for: item)
        items[position] = try await review.item(named: chosen.id)
        return .again
    }

    private mutating func correct(_ item: ReviewDesk.Item, at position: Int) async throws -> Step {
        let target = item.draft.target.key.remoteID
        guard let opened = item.opened,
            let member = opened.conversation.members.first(where: { $0.post.remoteID == target })
        else { return .again }
        let triage = try await rereading.triage(of: member.post, in: opened)
        ReadingView(member: member, triage: triage).lines(width: terminal.width).forEach(terminal.result)
        guard let words = askForWords(), !words.isEmpty else { return .again }
        _ = try await decisions.correct(words, of: target, in: item.draft.conversation, by: person)
        let renewed = try await review.renewed(item)
        if let item = renewed.item {
            items[position] = item
            return .again
        }
        terminal.result("The draft is withdrawn; \(DraftStandingView(ofPublishable: renewed.standing).line).")
        withdrawn += 1
        return .decided
    }

    /// Asks until every word is one that there is; nil at the end of input.
    private func askForWords() -> [CorrectableLabel: String]? {
        while let answer = ask("Correct, such as intent=question needs_answer=no (Return for nothing): ") {
            do throws(DecisionRefusal) {
                return try CorrectionLine.read(answer)
            } catch {
                terminal.result("\(error.what); \(error.advice).")
            }
        }
        return nil
    }

    private mutating func go(to answer: String) {
        guard let number = Int(answer), queue.go(to: number - 1) else {
            terminal.result("There is no draft of this number that waits for a decision.")
            return
        }
    }

    private mutating func search(for words: String) {
        guard !words.isEmpty else { return }
        let found = queue.find { index in
            items[index].searchable.contains { $0.localizedCaseInsensitiveContains(words) }
        }
        if !found { terminal.result("No other draft that waits for a decision contains this.") }
    }

    private func showThread(of item: ReviewDesk.Item) {
        guard let opened = item.opened else { return }
        for member in opened.conversation.members {
            let post = member.post
            let name = post.author.name ?? post.author.handle ?? post.author.id
            terminal.result(
                SafeText.line("\(LocalClockText.short(post.at, now: now, in: zone))  \(name) (\(member.role.rawValue))")
            )
            Paragraph.lines(opened.text(of: post), width: terminal.width.map { min($0, 100) - 4 }).forEach {
                terminal.result("    \($0)")
            }
        }
    }

    private func help() {
        terminal.result(
            """
            y  approve these words; asks once more, with another key
            n  reject them; asks why
            e  change the words in your editor
            r  take another of the texts that were offered
            x  no answer is needed: resolve the conversation until the customer writes again; the post is learned from
            l  correct how the post was read; the draft is written anew where that calls for other words
            v  show the whole conversation
            s  skip; it comes again with the next review
            j  the next that waits for a decision; k  the one before
            g  go to a number
            /  look for words in the drafts, the posts and the names
            q  quit; what was decided stays decided
            """)
    }

    /// Asks for a line; nil at the end of input.
    private func ask(_ question: String) -> String? {
        print(question, terminator: "")
        Terminal.flush()
        let answer = readLine()?.trimmingWhitespace
        // Nobody typed it, so nobody sees it otherwise.
        if isatty(STDIN_FILENO) == 0 { terminal.result(SafeText.line(answer ?? "")) }
        return answer
    }
}

extension ReviewDesk.Item {
    /// What a search looks through: the draft's words, and every post and name of the conversation.
    fileprivate var searchable: [String] {
        guard let opened else { return [draft.body.text] }
        return [draft.body.text]
            + opened.conversation.members.flatMap { member in
                let author = member.post.author
                return [opened.text(of: member.post)] + [author.handle, author.name].compactMap { $0 }
            }
    }
}

extension String {
    fileprivate var trimmingWhitespace: String {
        var text = Substring(self)
        while let first = text.first, first.isWhitespace { text.removeFirst() }
        while let last = text.last, last.isWhitespace { text.removeLast() }
        return String(text)
    }
}
