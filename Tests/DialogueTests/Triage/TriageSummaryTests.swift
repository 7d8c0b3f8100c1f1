import Dialogue
import Testing

@Suite struct `A triage summary` {
    private static func summary(_ index: Int) -> TriageSummary? {
        func pick<Value>(_ values: [Value]) -> Value { values[index % values.count] }
        let urgencies: [Urgency] =
            [.usual] + UrgencyReason.allCases.flatMap { [Urgency.soon($0), Urgency.atOnce($0)] }
        guard let version = ModelVersion("rules-1-\(index)") else { return nil }
        return TriageSummary(
            language: pick(Language.allCases), register: pick(Register.allCases), forUs: index % 2 == 0,
            needsAnswer: index % 3 == 0, intent: pick(Intent.allCases), sentiment: pick(Sentiment.allCases),
            urgency: pick(urgencies), flags: TriageFlags(rawValue: UInt16(index % 1024)), modelVersion: version)
    }

    @Test func `comes back from its encoding as it was`() throws {
        for index in 0..<2048 {
            let summary = try #require(Self.summary(index))
            #expect(TriageSummary(encoded: summary.encoded) == summary)
        }
    }

    @Test func `has a form that stays`() throws {
        let version = try #require(ModelVersion("rules-1-00c0ffee00c0ffee"))
        let summary = TriageSummary(
            language: .german, register: .du, forUs: true, needsAnswer: true, intent: .complaint,
            sentiment: .negative, urgency: .soon(.stranded), flags: [.legal, .threatToLeave], modelVersion: version)
        #expect(summary.encoded == "ddyyc-1w:202:rules-1-00c0ffee00c0ffee")
    }

    @Test(arguments: [
        "", ":", "::", "ddyyc-0n:0", "ddyyc-0n:0:", "ddyyc-0:0:m", "xdyyc-0n:0:m", "ddyyc-0s:0:m", "ddyyc-1n:0:m",
        "ddyyc-9n:0:m", "ddyyc-0n:400:m", "ddyyc-0n:fffff:m", "ddyyc-0n:0a:m", "ddyyc-0n:-1:m", "ddyyc-0n:0:a b",
        "ddyyc-0n:0:m:m", "ddyyc-0nn:0:m", "d?yyc-0n:0:m", "ddyyc\u{0}0n:0:m", " ddyyc-0n:0:m",
    ])
    func `is not read from anything else`(text: String) {
        #expect(TriageSummary(encoded: text) == nil)
    }

    @Test func `holds what the triage holds`() throws {
        let triage = try TriageFixtures.read("My lawyer will hear of this, the train is late again. Where is it?")
        #expect(triage.summary.intent == triage.intent.value)
        #expect(triage.summary.flags == .legal)
        #expect(triage.summary.modelVersion == triage.modelVersion)
        #expect(TriageSummary(encoded: triage.summary.encoded) == triage.summary)
        #expect(TriageFlags([.legal, .crisis]).flags == [.crisis, .legal])
    }
}
