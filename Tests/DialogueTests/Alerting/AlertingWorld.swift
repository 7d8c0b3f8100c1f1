import Dialogue
import ServiceHours
import TestSupport

/// A desk that is open on weekdays from 9 to 17 (UTC) and promises an answer within an hour.
struct AlertingWorld {
    /// Monday, 2 March 2026, 09:00.
    static let open = Instant(seconds: 1_772_442_000)

    let calendar: ServiceCalendar
    let target = Target(
        name: "standard", calendar: "desk", firstResponse: 3600, nextResponse: 3600, warnAtPercent: [80, 50])

    init() throws {
        calendar = ServiceCalendar(hours: try OpeningHours("Mo-Fr 09:00-17:00"), zone: .utc, holidays: .none)
    }

    var rules: NoticeRules { NoticeRules(target: target, calendar: calendar) }

    /// Anna asked at `start`; nobody has answered.
    func record(
        from start: Instant = Self.open, id: String = "c1", opener: Author = Author(id: "anna", handle: "anna"),
        flags: TriageFlags = [], url: String? = "https://social.example/@anna/1", isHistory: Bool = false,
        isOwed: Bool = true
    ) -> ConversationRecord {
        let clock = clock(from: start)
        return ConversationRecord(
            id: id, account: "brand", platform: "mastodon", thread: ThreadKey(network: SmallThread.network, root: "a1"),
            opener: opener, opening: "a1", openedAt: start, lastPostAt: start, posts: 1, intent: .complaint,
            language: .english, register: .none, urgency: 0, flags: flags, url: url, isHistory: isHistory,
            standing: ConversationStanding(owedFrom: isOwed ? start : nil, isWaiting: !isOwed),
            wait: isOwed ? clock : nil, firstResponse: clock)
    }

    func clock(from start: Instant, ending: ResponseClock.Ending? = nil) -> ResponseClock {
        ResponseClock(
            kind: .firstResponse, origin: "a1", startedAt: start,
            dueAt: calendar.due(from: start, after: target.firstResponse), target: target.firstResponse,
            targetName: target.name, policy: 1, ending: ending)
    }

    func notice(
        _ level: NoticeLevel, on record: ConversationRecord, at now: Instant, for recipient: String = "mail"
    ) throws -> Notice {
        let wait = try ApprovalWorld.found(record.runningWait)
        return Notice(
            key: NoticeKey(subject: wait.id, level: level, recipient: recipient, number: 0),
            matter: .wait(WaitMatter(record, wait: wait, calendar: calendar, at: now)))
    }
}
