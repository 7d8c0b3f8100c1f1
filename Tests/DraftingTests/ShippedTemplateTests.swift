import Dialogue
import Drafting
import ServiceHours
import Testing

@Suite struct `The shipped templates` {
    struct Case: CustomTestStringConvertible, Sendable {
        let language: Language
        let register: Register
        let intent: Intent
        let isNamed: Bool
        let isOpen: Bool
        let hasLinks: Bool
        let text: String

        var testDescription: String {
            "\(language.rawValue) \(register.rawValue) \(intent.rawValue) named:\(isNamed) open:\(isOpen) \(text)"
        }
    }

    static let cases: [Case] = [Language.german, .english].flatMap { language in
        [Register.du, .sie, .none].flatMap { register in
            [Intent.complaint, .question, .praise, .closing, .followUp, .suggestion].flatMap { intent in
                [true, false].flatMap { isNamed in
                    [true, false].flatMap { isOpen in
                        ["", "verspätet, delayed"].map { text in
                            Case(
                                language: language, register: register, intent: intent, isNamed: isNamed,
                                isOpen: isOpen, hasLinks: isNamed == isOpen, text: text)
                        }
                    }
                }
            }
        }
    }

    static func request(_ given: Case) -> DraftRequest {
        var request = DraftingWorld.request(
            DraftingWorld.labels(given.intent, language: given.language, register: given.register), text: given.text,
            author: given.isNamed ? DraftingWorld.anna : DraftingWorld.nobody,
            at: given.isOpen ? DraftingWorld.open : DraftingWorld.closed)
        request.voice = BrandVoice(register: .neutral)
        request.count = 20
        if !given.hasLinks { request.account = AccountFacts(brand: "Silberbahn") }
        return request
    }

    @Test(arguments: cases) func `every wording passes its own checks`(given: Case) throws {
        let request = Self.request(given)
        let drafts: [DraftCandidate] =
            switch DraftingWorld.writer.candidates(for: request) {
            case .candidates(let drafts): drafts
            case .noAnswer(let none): none.courtesies
            }
        #expect(drafts.count >= (given.intent == .complaint || given.intent == .question ? 3 : 2))
        for draft in drafts {
            #expect(draft.findings.isEmpty, "\(draft.wording): \(draft.findings.map(\.message))\n\(draft.text)")
            #expect(!draft.text.contains("{") && !draft.text.contains("[") && !draft.text.contains("  "))
            #expect(!draft.text.contains("\n\n\n") && !draft.text.contains(" ,") && !draft.text.contains("()"))
            if !given.isNamed { #expect(!draft.text.contains("Anna") && !draft.text.contains("Berger")) }
            let sayOpening = [Intent.complaint, .question, .followUp].contains(given.intent) && !given.isOpen
            #expect((draft.expires != nil) == sayOpening || given.intent == .suggestion, "\(draft.text)")
        }
        #expect(Set(drafts.map(\.text)).count == drafts.count)
        #expect(Set(drafts.map(\.wording)).count == drafts.count)
    }

    @Test func `every occasion has a template in each language`() {
        for pack in [DraftingWorld.german, DraftingWorld.english] {
            for occasion in Occasion.allCases {
                #expect(pack.templates.contains { $0.occasion == occasion }, "\(pack.language) \(occasion)")
            }
        }
    }

    @Test func `a complaint about a delay gets the template made for it first`() {
        let request = DraftingWorld.request(text: "Mein Zug war wieder verspätet!")
        let drafts = DraftingWorld.candidates(request)
        #expect(drafts.first?.wording.template == "complaint_delay")
        #expect(drafts.first?.reasons.contains(.mentions(["verspätet"])) == true)
        #expect(drafts.contains { $0.wording.template == "complaint" })
    }
}
