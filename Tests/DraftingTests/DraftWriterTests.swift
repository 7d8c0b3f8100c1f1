import Dialogue
import Drafting
import Foundation
import ServiceHours
import TestSupport
import Testing

@Suite struct `Drafting a reply` {
    private func noAnswer(_ outcome: DraftingOutcome) -> NoAnswer.Reason? {
        if case .noAnswer(let none) = outcome { none.reason } else { nil }
    }

    @Test func `the same request gives the same drafts`() {
        for index in 0..<50 {
            let request = DraftingWorld.request(id: "\(index)")
            #expect(DraftingWorld.writer.candidates(for: request) == DraftingWorld.writer.candidates(for: request))
        }
    }

    @Test func `another post begins with another wording`() {
        let first = Set(
            (0..<20).compactMap { DraftingWorld.candidates(DraftingWorld.request(id: "\($0)")).first?.text })
        #expect(first.count >= 3)
    }

    @Test func `a page does not say the same until everything has been said`() {
        var page = PageHistory()
        var wordings: [WordingID] = []
        for index in 0..<6 {
            var request = DraftingWorld.request(id: "\(index)")
            request.page = page
            guard let draft = DraftingWorld.candidates(request).first else { continue }
            wordings.append(draft.wording)
            page.record(draft.text, wording: draft.wording)
        }
        #expect(Set(wordings[..<3]).count == 3)
        #expect(Set(wordings[3...]).count == 3)
    }

    @Test func `others in the thread say du, the customer says Sie, and so does the reply`() {
        var request = DraftingWorld.request(DraftingWorld.labels(.question, register: .sie))
        request.voice = BrandVoice(register: .du)
        for draft in DraftingWorld.candidates(request) {
            #expect(draft.wording.register == .sie)
            #expect(draft.reasons.contains(.register(.sie, isOfCustomer: true)))
        }
        let mixed = "Hallo, danke dir! Wir melden uns bei Ihnen."
        let finding = DraftingWorld.writer.findings(in: mixed, for: request).first { $0.rule == .register }
        #expect(finding?.level == .block)
        #expect(finding?.message.contains("'dir'") == true)
    }

    @Test(
        "the customer decides the address, the brand where the customer does not",
        arguments: [
            (Register.du, ReplyRegister.du), (.sie, .sie), (.ihr, .du), (.mixed, .neutral), (.none, .neutral),
        ])
    func register(customer: Register, expected: ReplyRegister) {
        var request = DraftingWorld.request(DraftingWorld.labels(.question, register: customer))
        request.voice = BrandVoice(register: .neutral, ihrMeans: .du)
        #expect(DraftingWorld.candidates(request).allSatisfy { $0.wording.register == expected })
    }

    @Test func `the last post that shows an address decides it`() {
        var request = DraftingWorld.request()
        request.posts = [
            DraftingWorld.post("1", "", DraftingWorld.labels(register: .sie)),
            DraftingWorld.post("2", "", DraftingWorld.labels(.question, register: .du)),
            DraftingWorld.post("3", "", DraftingWorld.labels(.praise, register: .none)),
        ]
        let draft = DraftingWorld.candidates(request).first
        #expect(draft?.wording.register == .du)
        #expect(draft?.wording.template == "complaint")
    }

    @Test(
        "what a person must handle gets no draft",
        arguments: [
            (TriageFlags.crisis, "crisis"), (.legal, "legal"), (.press, "press"), (.minor, "minor"),
            (.discrimination, "discrimination"), (.privacyRequest, "privacy_request"), (.spam, "spam"),
            ([.spam, .crisis], "crisis"),
        ] as [(TriageFlags, String)])
    func flags(flags: TriageFlags, reason: String) throws {
        let outcome = DraftingWorld.writer.candidates(for: DraftingWorld.request(DraftingWorld.labels(flags: flags)))
        guard case .noAnswer(let none) = outcome else {
            Issue.record("\(outcome)")
            return
        }
        #expect(none.reason.rawValue == reason)
        #expect(none.courtesies.isEmpty)
        #expect(!none.reason.advice.isEmpty)
    }

    @Test func `flags that only inform do not stop a draft`() {
        let flags: TriageFlags = [.competitor, .threatToLeave, .personalData]
        #expect(DraftingWorld.candidates(DraftingWorld.request(DraftingWorld.labels(flags: flags))).count == 3)
    }

    @Test func `a goodbye is owed nothing and may get a short one`() {
        let outcome = DraftingWorld.writer.candidates(
            for: DraftingWorld.request(DraftingWorld.labels(.closing, needsAnswer: false)))
        guard case .noAnswer(let none) = outcome else {
            Issue.record("\(outcome)")
            return
        }
        #expect(none.reason == .closing)
        #expect(none.reason.advice == "like, short goodbye or nothing")
        #expect(none.courtesies.count == 3)
        #expect(none.courtesies.allSatisfy { $0.text.count < 60 })
    }

    @Test func `praise is thanked for though nothing is asked`() {
        let request = DraftingWorld.request(DraftingWorld.labels(.praise, needsAnswer: false))
        #expect(DraftingWorld.candidates(request).count == 3)
    }

    @Test func `small talk that asks nothing gets no draft`() {
        let outcome = DraftingWorld.writer.candidates(
            for: DraftingWorld.request(DraftingWorld.labels(.chat, needsAnswer: false)))
        #expect(noAnswer(outcome) == .nothingAsked)
        #expect(DraftingWorld.candidates(DraftingWorld.request(DraftingWorld.labels(.chat))).count >= 2)
    }

    @Test func `a post in another language gets the brand's`() {
        var request = DraftingWorld.request(DraftingWorld.labels(.question, language: .other, register: .none))
        request.voice = BrandVoice(language: .english)
        let draft = DraftingWorld.candidates(request).first
        #expect(draft?.wording.language == "en")
        #expect(draft?.reasons.contains(.language(.english, isOfPost: false)) == true)
        let germanOnly = DraftWriter(packs: [DraftingWorld.german])
        let foreign = DraftingWorld.request(DraftingWorld.labels(.question, language: .english, register: .none))
        #expect(DraftingWorld.candidates(foreign, writer: germanOnly).first?.wording.language == "de")
        #expect(noAnswer(DraftWriter(packs: []).candidates(for: foreign)) == .noTemplate)
    }

    @Test func `a draft tells which facts went into it`() throws {
        let draft = try #require(
            DraftingWorld.candidates(DraftingWorld.request(at: DraftingWorld.closed)).first)
        #expect(draft.reasons.contains(.occasion(.complaint)))
        #expect(draft.reasons.contains(.closed))
        #expect(draft.reasons.contains(.fact(.firstName, value: "Anna", source: .author)))
        #expect(draft.reasons.contains { if case .fact(.nextOpening, _, .calendar) = $0 { true } else { false } })
        #expect(draft.reasons.allSatisfy { !$0.text.isEmpty })
    }

    @Test func `details come from the customer's own words, order numbers never`() throws {
        let pack = try DraftingWorld.pack(
            .english,
            changing: ["replies/praise.md": "occasion: praise\n## neutral\nThanks[[ from {{detail.place}}]]!"])
        var request = DraftingWorld.request(DraftingWorld.labels(.praise, language: .english, register: .none))
        let text = "ä Nice at Hill Halt!"
        request.posts = [
            PostToAnswer(
                key: DraftingWorld.post().key, text: text,
                labels: DraftingWorld.labels(.praise, language: .english, register: .none),
                details: [Detail(kind: .place, range: 10..<19)])
        ]
        let writer = DraftWriter(packs: [pack])
        #expect(DraftingWorld.candidates(request, writer: writer).map(\.text) == ["Thanks from Hill Halt!"])
        request.posts[0] = PostToAnswer(
            key: DraftingWorld.post().key, text: text, labels: request.posts[0].labels,
            details: [Detail(kind: .place, range: 10..<400)])
        #expect(DraftingWorld.candidates(request, writer: writer).map(\.text) == ["Thanks!"])
    }

    @Test func `without posts or a calendar nothing breaks`() {
        var request = DraftingWorld.request()
        request.calendar = nil
        #expect(DraftingWorld.candidates(request).count == 3)
        request.posts = []
        #expect(DraftingWorld.candidates(request).isEmpty)
        request = DraftingWorld.request(text: String(repeating: "verspätet ", count: 100_000))
        request.count = -5
        #expect(DraftingWorld.candidates(request).count == 1)
    }

    @Test func `a text that is not composed is composed before it is hashed`() throws {
        let account = AccountFacts(brand: "Silberbahn", signature: "Cafe\u{301}")
        var request = DraftingWorld.request()
        request.account = account
        let draft = try #require(DraftingWorld.candidates(request).first)
        #expect(draft.text.unicodeScalars.suffix(1).first == "\u{e9}")
    }
}
