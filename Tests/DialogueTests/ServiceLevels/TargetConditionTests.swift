import Dialogue
import Foundation
import ServiceHours
import TestSupport
import Testing

@Suite struct `Targets by condition` {
    private static func subject(
        account: String = "social", platform: String = "mastodon", person: Author = Author(id: "7", handle: "anna"),
        intent: Intent = .question, urgency: Int = 0, language: Language = .german
    ) -> TargetSubject {
        TargetSubject(
            account: account, platform: platform, person: person, intent: intent, urgency: urgency, language: language)
    }

    private static let whole = TargetCondition(
        accounts: ["social", "page"], platforms: ["mastodon"], intents: [.question, .complaint], urgency: 1,
        languages: [.german], persons: ["@Anna", "8"])

    @Test(
        "every list that names something has to name it",
        arguments: [
            (subject(urgency: 1), true), (subject(urgency: 2), true), (subject(urgency: 0), false),
            (subject(account: "page", urgency: 1), true), (subject(account: "other", urgency: 1), false),
            (subject(platform: "x", urgency: 1), false), (subject(intent: .praise, urgency: 1), false),
            (subject(intent: .complaint, urgency: 1), true), (subject(urgency: 1, language: .english), false),
            (subject(person: Author(id: "8"), urgency: 1), true), (subject(person: Author(id: "9"), urgency: 1), false),
        ])
    func fits(subject: TargetSubject, expected: Bool) {
        #expect(Self.whole.fits(subject) == expected)
        #expect(TargetCondition().fits(subject))
    }

    private static func policies() throws -> ResponsePolicies {
        let calendar = ServiceCalendar(hours: try OpeningHours("24/7"), zone: .utc, holidays: .none)
        func entry(_ policy: Int, from seconds: Int64, _ name: String, _ first: Int64, _ condition: TargetCondition?)
            -> ResponsePolicies.Entry
        {
            .init(
                policy: policy, effectiveFrom: Instant(seconds: seconds),
                target: Target(
                    name: name, calendar: "always", firstResponse: first, nextResponse: first, condition: condition),
                calendar: calendar)
        }
        return ResponsePolicies([
            entry(2, from: 1_000, "spring", 50, TargetCondition(languages: [.german])),
            entry(2, from: 1_000, "rest", 70, nil),
            entry(1, from: 500, "hot", 10, TargetCondition(urgency: 2)),
            entry(1, from: 500, "press", 20, TargetCondition(persons: ["press"])),
            entry(1, from: 500, "standard", 30, nil), entry(1, from: 500, "slow", 90, nil),
        ])
    }

    @Test(
        "the first that fits holds, a person's word before all",
        arguments: [
            (subject(), nil, 600, "standard"), (subject(urgency: 2), nil, 600, "hot"),
            (subject(person: Author(id: "press"), urgency: 1), nil, 600, "press"),
            (subject(person: Author(id: "press"), urgency: 2), nil, 600, "hot"),
            (subject(), "urgent", 600, "hot"), (subject(urgency: 2), "slow", 600, "slow"),
            (subject(urgency: 2), "normal", 600, "hot"), (subject(), "gone", 600, "standard"),
            (subject(), nil, 0, "standard"), (subject(), nil, 1_000, "spring"),
            (subject(language: .english), nil, 2_000, "rest"), (nil, nil, 600, "standard"), (nil, nil, 2_000, "rest"),
        ] as [(TargetSubject?, String?, Int64, String)])
    func choice(subject: TargetSubject?, priority: String?, second: Int64, expected: String) throws {
        let entry = try Self.policies().inForce(at: Instant(seconds: second), for: subject, priority: priority)
        #expect(entry?.target.name == expected)
    }

    @Test func `a clock keeps the version of its start, and a priority chooses among its targets`() throws {
        let asked = ClockEvent.post("p", at: Instant(seconds: 990), isLive: true, about: Self.subject())
        let clocks = ConversationClocks.run(
            [asked, .priority("urgent", at: Instant(seconds: 995)), .priority("spring", at: Instant(seconds: 998))],
            under: try Self.policies())
        // Policy 1 has no target "spring": what the conditions say holds again.
        #expect(clocks.running?.policy == 1)
        #expect(clocks.running?.targetName == "standard")
        #expect(clocks.running?.dueAt == Instant(seconds: 1_020))
    }

    @Test func `what an older release kept promises what it promised`() throws {
        let old = """
            {"calendar":"service","firstResponse":1800,"name":"standard","nextResponse":3600,"warnAtPercent":[50]}
            """
        let target = try JSONDecoder().decode(Target.self, from: Data(old.utf8))
        let same = Target(
            name: "standard", calendar: "service", firstResponse: 1_800, nextResponse: 3_600, warnAtPercent: [50])
        #expect(target == same)
        let never = Target(
            name: "a", calendar: "b", firstResponse: 1, nextResponse: 2, resolution: 3, pausesOnAnswer: false,
            autoResolve: nil, condition: Self.whole)
        for target in [same, never] {
            #expect(try JSONDecoder().decode(Target.self, from: JSONEncoder().encode(target)) == target)
        }
    }

    @Test func `what a matter is about is what its customer had written by then`() throws {
        var thread = SmallThread()
        thread.say("1", by: "anna", .question, at: 0, names: ["brand"])
        thread.say("2", by: "brand", at: 5, to: "1", names: ["anna"])
        thread.say("3", by: "anna", .complaint, at: 10, to: "2")
        let calendar = ServiceCalendar(hours: try OpeningHours("24/7"), zone: .utc, holidays: .none)
        func entry(_ name: String, _ condition: TargetCondition?) -> ResponsePolicies.Entry {
            .init(
                policy: 1, effectiveFrom: Instant(seconds: 0),
                target: Target(
                    name: name, calendar: "a", firstResponse: 60, nextResponse: 60, condition: condition),
                calendar: calendar)
        }
        let reader = ConversationReader(
            accounts: AccountBook([SmallThread.account]),
            policies: ResponsePolicies([
                entry("complaints", TargetCondition(accounts: ["brand"], intents: [.complaint])), entry("rest", nil),
            ]))
        let key = ThreadKey(network: SmallThread.network, root: "1")
        let conversation = try #require(reader.conversations(in: key, posts: thread.posts).first)
        #expect(conversation.clocks.map(\.targetName) == ["rest", "complaints"])
    }
}
