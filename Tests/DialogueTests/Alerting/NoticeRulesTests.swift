import Dialogue
import ServiceHours
import TestSupport
import Testing

@Suite struct `What on-call hears` {
    private let world: AlertingWorld

    init() throws {
        world = try AlertingWorld()
    }

    private func keys(_ said: [(NoticeLevel, Int)], _ record: ConversationRecord) throws -> [NoticeKey] {
        let id = try ApprovalWorld.found(record.runningWait).id
        return said.map { NoticeKey(subject: id, level: $0.0, recipient: "mail", number: $0.1) }
    }

    @Test(
        "each level once, the gravest first",
        arguments: [
            (29, [], .stayQuiet(.stillInTime)), (30, [], .notify(.warn, number: 0, .warningShareReached)),
            (47, [(.warn, 0)], .stayQuiet(.announced)), (48, [], .notify(.warn, number: 1, .warningShareReached)),
            (48, [(.warn, 0)], .notify(.warn, number: 1, .warningShareReached)),
            (60, [(.warn, 1)], .stayQuiet(.announced)), (61, [], .notify(.breach, number: 0, .firstBreach)),
            (61, [(.warn, 0), (.warn, 1)], .notify(.breach, number: 0, .firstBreach)),
            (5000, [(.breach, 0)], .stayQuiet(.announced)),
        ] as [(Int64, [(NoticeLevel, Int)], NoticeDecision)])
    func levels(minutes: Int64, said: [(NoticeLevel, Int)], expected: NoticeDecision) throws {
        let record = world.record()
        let decision = world.rules.decision(
            about: record, at: AlertingWorld.open + minutes * 60, told: try keys(said, record))
        #expect(decision == expected)
    }

    @Test func `history never alarms, and neither does what is not owed`() {
        let late = AlertingWorld.open + 86_400 * 300
        let rules = world.rules
        #expect(
            rules.decision(about: world.record(flags: .crisis, isHistory: true), at: late, told: [])
                == .stayQuiet(.history))
        #expect(rules.decision(about: world.record(isOwed: false), at: late, told: []) == .stayQuiet(.nothingOwed))
        // What is owed from the end of a pause on alarms nobody before.
        let before = AlertingWorld.open - 1
        #expect(
            rules.decision(about: world.record(flags: .crisis), at: before, told: []) == .stayQuiet(.nothingOwed))
    }

    @Test func `a crisis is told at once, and a breach of it as well`() throws {
        let record = world.record(flags: .crisis)
        let rules = world.rules
        #expect(
            rules.decision(about: record, at: AlertingWorld.open, told: []) == .notify(.crisis, number: 0, .crisisFlag))
        let said = try keys([(.crisis, 0)], record)
        #expect(rules.decision(about: record, at: AlertingWorld.open, told: said) == .stayQuiet(.stillInTime))
        #expect(
            rules.decision(about: record, at: AlertingWorld.open + 7200, told: said)
                == .notify(.breach, number: 0, .firstBreach))
    }

    private static let toTell: [(flags: TriageFlags, headline: String)] = [
        (.legal, "legal, first answer to @anna is owed"), (.minor, "minor, first answer to @anna is owed"),
        (.discrimination, "discrimination, first answer to @anna is owed"),
        ([.legal, .crisis], "crisis, first answer to @anna is owed"),
    ]

    @Test("what nobody drafts for before a person has seen it is told at once", arguments: toTell)
    func told(_ flags: TriageFlags, _ headline: String) throws {
        let record = world.record(flags: flags)
        #expect(
            world.rules.decision(about: record, at: AlertingWorld.open, told: [])
                == .notify(.crisis, number: 0, .crisisFlag))
        #expect(
            world.rules.decision(about: record, at: AlertingWorld.open, told: try keys([(.crisis, 0)], record))
                == .stayQuiet(.stillInTime))
        let notice = try world.notice(.crisis, on: record, at: AlertingWorld.open)
        #expect(NoticeText(zone: .utc).headline(of: notice) == headline)
    }

    @Test(
        "other flags wait for their time",
        arguments: [TriageFlag.press, .spam, .competitor, .threatToLeave, .personalData])
    func quiet(_ flag: TriageFlag) {
        #expect(
            world.rules.decision(about: world.record(flags: TriageFlags(flag)), at: AlertingWorld.open, told: [])
                == .stayQuiet(.stillInTime))
    }

    @Test func `a night does not use up a promise`() {
        let evening = AlertingWorld.open + 8 * 3600 - 600
        let record = world.record(from: evening)
        let night = AlertingWorld.open + 20 * 3600
        #expect(world.rules.decision(about: record, at: night, told: []) == .stayQuiet(.stillInTime))
    }

    @Test func `the end is told to those who heard the beginning, once`() throws {
        let id = try ApprovalWorld.found(world.record().runningWait).id
        let told = [NoticeKey(subject: id, level: .warn, recipient: "mail", number: 0)]
        #expect(NoticeRules.recovery(of: id, isRunning: false, told: []) == .stayQuiet(.neverAnnounced))
        #expect(NoticeRules.recovery(of: id, isRunning: true, told: told) == .stayQuiet(.stillInTime))
        #expect(
            NoticeRules.recovery(of: id, isRunning: false, told: told) == .notify(.recovery, number: 0, .over))
        let over = told + [NoticeKey(subject: id, level: .recovery, recipient: "mail", number: 0)]
        #expect(NoticeRules.recovery(of: id, isRunning: false, told: over) == .stayQuiet(.announced))
    }

    @Test func `trouble of our own is told when it lasts, once for each stretch`() {
        let first = SourceMatter(name: "social", since: AlertingWorld.open, code: "timed-out", message: "no answer")
        let second = SourceMatter(
            name: "social", since: AlertingWorld.open + 9000, code: "timed-out", message: "no answer")
        #expect(first.id != second.id)
        func decide(_ matter: SourceMatter, after seconds: Seconds, told: [NoticeKey]) -> NoticeDecision {
            NoticeRules.trouble(
                matter.id, since: matter.since, grace: 900, reason: .failing, at: matter.since + seconds, told: told)
        }
        let told = [NoticeKey(subject: first.id, level: .source, recipient: "mail", number: 0)]
        #expect(decide(first, after: 899, told: []) == .stayQuiet(.tooShort))
        #expect(decide(first, after: 900, told: []) == .notify(.source, number: 0, .failing))
        #expect(decide(first, after: 9000, told: told) == .stayQuiet(.announced))
        #expect(decide(second, after: 900, told: told) == .notify(.source, number: 0, .failing))
    }

    @Test(arguments: 0..<50 as Range<UInt64>)
    func `however often anybody looks, notices are bounded by the levels`(seed: UInt64) throws {
        var chance = SeededGenerator(seed: seed)
        let flags: TriageFlags = seed % 3 == 0 ? .crisis : []
        var told: [NoticeKey] = []
        var now = AlertingWorld.open
        let wait = try ApprovalWorld.found(world.record(flags: flags).runningWait)
        let answeredAt = AlertingWorld.open + Int64(chance.next() % 20_000)
        for _ in 0..<200 {
            now = now + Int64(chance.next() % 400)
            let isRunning = now < answeredAt
            let record = world.record(flags: flags, isOwed: isRunning)
            for decision in [
                world.rules.decision(about: record, at: now, told: told),
                NoticeRules.recovery(of: wait.id, isRunning: isRunning, told: told),
            ] {
                guard case .notify(let level, let number, _) = decision else { continue }
                told.append(NoticeKey(subject: wait.id, level: level, recipient: "mail", number: number))
            }
        }
        #expect(Set(told).count == told.count)
        #expect(told.count <= world.target.warnAtPercent.count + 3)
        #expect(told.contains { $0.level == .recovery } == (told.count > 0))
        #expect(told.last.map { $0.level == .recovery } ?? true)
    }

    @Test func `a wait keeps its id, and shares it with no other`() {
        let clock = world.clock(from: AlertingWorld.open)
        let ended = world.clock(
            from: AlertingWorld.open + 99, ending: .answered(by: "b", at: AlertingWorld.open + 100))
        let wait = Wait(conversation: "c1", clock: clock)
        #expect(wait.id == Wait(conversation: "c1", clock: ended).id)
        #expect(wait.id != Wait(conversation: "c2", clock: clock).id)
        #expect(wait.id == Wait.gone(from: "c1", origin: "a1", kind: .firstResponse, at: AlertingWorld.open).id)
        #expect(wait.id != Wait.gone(from: "c1", origin: "a1", kind: .nextResponse, at: AlertingWorld.open).id)
        #expect(wait.id.utf8.count == 24)
    }

    @Test(arguments: ["mail", "a/b/c", "", "Ω"])
    func `a key is read back as it was written`(recipient: String) {
        for level in [NoticeLevel.warn, .breach, .crisis, .source, .recovery] {
            let key = NoticeKey(subject: "0f", level: level, recipient: recipient, number: 3)
            #expect(NoticeKey(text: key.text) == key)
        }
        for wrong in ["", "0f/warn/3", "0f/loud/3/mail", "0f/warn/-1/mail", "0f/warn/03/mail", "/warn/1/mail"] {
            #expect(NoticeKey(text: wrong) == nil)
        }
    }

    @Test func `one message for each channel, the worst first`() throws {
        let now = AlertingWorld.open + 7200
        let early = world.record(from: AlertingWorld.open, id: "early")
        let later = world.record(from: AlertingWorld.open + 600, id: "later")
        let notices = [
            try world.notice(.warn, on: later, at: now), try world.notice(.breach, on: later, at: now),
            try world.notice(.breach, on: early, at: now), try world.notice(.crisis, on: later, at: now),
            try world.notice(.breach, on: early, at: now, for: "chat"),
        ]
        let groups = NoticeGroup.groups(of: notices)
        #expect(groups.map(\.recipient) == ["chat", "mail"])
        #expect(groups[1].notices.map(\.level) == [.crisis, .breach, .breach, .warn])
        let mailed = groups[1].notices.compactMap { notice -> String? in
            if case .wait(let matter) = notice.matter { return matter.wait.conversation }
            return nil
        }
        #expect(mailed == ["later", "early", "later", "later"])
        #expect(groups[1].count(of: .breach) == 2)
    }
}
