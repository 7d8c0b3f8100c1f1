package import ServiceHours

/// The words of a message to on-call, in this order for each notice: what, where, how late, who owns it, why it is due then, what to run.
///
/// It quotes no post, and every foreign word (a name, a link, a platform's message) stays on its line and is bounded.
package struct NoticeText: Sendable {
    /// How many notices are told in full; the rest is counted.
    package static let most = 20

    private let zone: ZoneRules

    /// - Parameter zone: in which wall times are told.
    package init(zone: ZoneRules) {
        self.zone = zone
    }

    /// `[Antwort] 2 breaches, 1 warning: first answer to @anna late by 12 min`.
    package func subject(of group: NoticeGroup) -> String {
        let counts = [
            (NoticeLevel.crisis, "crisis", "crises"), (.breach, "breach", "breaches"), (.warn, "warning", "warnings"),
            (.source, "problem", "problems"), (.recovery, "recovery", "recoveries"),
        ].compactMap { level, one, many -> String? in
            let count = group.count(of: level)
            return count == 0 ? nil : "\(count) \(count == 1 ? one : many)"
        }
        let worst = group.notices.first.map { ": \(headline(of: $0))" } ?? ""
        return "[Antwort] " + counts.joined(separator: ", ") + worst
    }

    /// The whole message; lines end with `\n`.
    package func body(of group: NoticeGroup, most: Int = NoticeText.most) -> String {
        var lines: [String] = []
        for notice in group.notices.prefix(most) { lines += self.lines(of: notice) + [""] }
        let rest = group.notices.count - most
        if rest > 0 { lines += ["And \(rest) more; the whole list: antwort alerts list", ""] }
        lines.append("The queue by due time: antwort sla list")
        return lines.joined(separator: "\n") + "\n"
    }

    /// What it is about, in one line.
    package func headline(of notice: Notice) -> String {
        switch notice.matter {
        case .wait(let matter): return headline(of: matter, notice.level)
        case .source(let matter):
            let name = PlainLine.clean(matter.name, limit: 60)
            return notice.level == .recovery ? "source \(name) works again" : "source \(name) cannot be read"
        case .outbox(let matter):
            return "reply \(PlainLine.clean(matter.row, limit: 40)) is \(matter.state.rawValue)"
        }
    }

    private func headline(of matter: WaitMatter, _ level: NoticeLevel) -> String {
        let answer = matter.wait.clock.kind == .firstResponse ? "first answer" : "next answer"
        let who = person(matter.opener)
        switch level {
        case .recovery:
            return "\(answer) to \(who) " + (matter.wait.clock.isAnswered ? "was given" : "is no longer owed")
        case .crisis: return "\((matter.flags.firstToTell ?? .crisis).rawValue), \(answer) to \(who) is owed"
        case .breach:
            // Due at closing time, it is late by the clock before the desk opens again.
            guard matter.lateService <= 0, let wall = matter.lateWall else {
                return "\(answer) to \(who) late by \(SpanText.text(matter.lateService))"
            }
            return "\(answer) to \(who) late by \(SpanText.text(wall)) since closing time"
        case .warn, .source: return "\(answer) to \(who) due in \(SpanText.text(matter.lateService))"
        }
    }

    private func lines(of notice: Notice) -> [String] {
        let title = "\(notice.level.word.uppercased()): \(headline(of: notice))"
        switch notice.matter {
        case .wait(let matter): return [title] + lines(of: matter, notice.level)
        case .source(let matter):
            if notice.level == .recovery { return [title] }
            return [
                title,
                "  Why:   \(PlainLine.clean(matter.message, limit: 300)) (\(PlainLine.clean(matter.code, limit: 40)))",
                "  Since: \(moment(matter.since))",
                "  Run:   antwort status",
            ]
        case .outbox(let matter):
            let row = PlainLine.clean(matter.row, limit: 40)
            return [
                title,
                "  Why:   \(matter.reason?.rawValue ?? matter.state.rawValue), account \(matter.account)",
                "  Since: \(moment(matter.since))",
                "  Run:   antwort outbox show \(row)",
            ]
        }
    }

    private func lines(of matter: WaitMatter, _ level: NoticeLevel) -> [String] {
        var lines = ["  What:  \(matter.intent.rawValue) on \(PlainLine.clean(matter.account, limit: 60))"]
        lines.append("  Where: \(link(matter.url) ?? "no link; conversation \(matter.wait.conversation)")")
        if level != .recovery {
            lines.append("  Late:  \(lateness(of: matter))")
            lines.append("  Owner: \(matter.owner.map { PlainLine.clean($0, limit: 60) } ?? "nobody yet")")
            lines += why(matter)
        }
        lines.append("  Run:   antwort conversations show \(matter.wait.conversation)")
        return lines
    }

    private func lateness(of matter: WaitMatter) -> String {
        guard let wall = matter.lateWall else { return "never due: the calendar does not open again" }
        let service = SpanText.text(matter.lateService)
        let byClock = SpanText.text(wall)
        return wall > 0
            ? "\(service) of service time, \(byClock) by the clock"
            : "not yet: \(service) of service time left, \(byClock) by the clock"
    }

    /// The promise and the longest of what was not counted.
    private func why(_ matter: WaitMatter) -> [String] {
        let clock = matter.wait.clock
        let due = clock.dueAt.map { ", due \(moment($0))" } ?? ""
        let target = PlainLine.clean(clock.targetName, limit: 60)
        var lines = ["  Due:   \(SpanText.text(clock.target)) (\(target)) from \(moment(clock.startedAt))\(due)"]
        for step in matter.skipped.sorted(by: { $0.to - $0.from > $1.to - $1.from }).prefix(3) {
            let reason = PlainLine.clean(step.why.text, limit: 80)
            lines.append("         not counted: \(moment(step.from)) to \(moment(step.to)), \(reason)")
        }
        return lines
    }

    private func moment(_ instant: Instant) -> String {
        let local = zone.localTime(at: instant)
        return "\(local.date.weekday.code) \(local.text)"
    }

    /// The handle, or else the name; nobody gets a name they do not have.
    private func person(_ author: Author) -> String {
        if let handle = author.handle {
            let clean = PlainLine.clean(handle, limit: 60)
            if !clean.isEmpty { return "@\(clean)" }
        }
        let name = PlainLine.clean(author.name ?? "", limit: 60)
        return name.isEmpty ? "somebody" : name
    }

    /// A link that can be shown as it is: a web address of printable ASCII, of reasonable length.
    private func link(_ url: String?) -> String? {
        guard let url, url.utf8.count <= 1000, url.hasPrefix("https://") || url.hasPrefix("http://"),
            url.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "<") && $0 != UInt8(ascii: ">") })
        else { return nil }
        return url
    }
}

extension ResponseClock {
    fileprivate var isAnswered: Bool {
        if case .answered = ending { return true }
        return false
    }
}
