import Dialogue
import Drafting
import TestSupport
import Testing

@Suite struct `Names in replies` {
    @Test(
        "a person is greeted as the record says, or without a name",
        arguments: [
            ("Anna Berger", "Anna", "Anna Berger"), ("Anna", "Anna", "Anna"), ("anna", nil, "anna"),
            ("Anna 🌸", "Anna", "Anna"), ("🌸 Anna Berger 🌸", "Anna", "Anna Berger"),
            ("Anna Berger (sie/ihr)", "Anna", "Anna Berger"), ("Dr. Anna Berger", nil, "Dr. Anna Berger"),
            ("Herr Berger", nil, "Herr Berger"), ("Mr Berger", nil, "Mr Berger"),
            ("Familie Berger", nil, "Familie Berger"),
            ("Jean-Luc O'Neill", "Jean-Luc", "Jean-Luc O'Neill"), ("Berger, Anna", nil, nil),
            ("x_dragon_99", nil, nil), ("Kunde 4711", nil, nil), ("Anna @ Berlin", nil, nil),
            ("https://spam.example", nil, nil), ("", nil, nil), ("   ", nil, nil), ("🌸", nil, nil),
            ("Anna\nBerger", nil, nil), ("Anna\u{202e}", nil, nil), ("One Two Three Four Five", nil, nil),
            ("BEST DEALS", nil, nil), ("A", nil, "A"), ("Élodie Çelik", "Élodie", "Élodie Çelik"),
        ] as [(String, String?, String?)])
    func greeting(name: String, first: String?, full: String?) {
        let author = Author(id: "u", handle: nil, name: name)
        for (register, expected) in [(Register.du, first), (.sie, full)] {
            let request = DraftingWorld.request(DraftingWorld.labels(.question, register: register), author: author)
            for draft in DraftingWorld.candidates(request) {
                let line = draft.text.prefix { $0 != "," }
                let named = line.split(separator: " ").drop { ["Hallo", "Hi", "Guten", "Tag"].contains($0) }
                #expect(named.joined(separator: " ") == expected ?? "", "\(draft.text)")
                #expect(!draft.isBlocked)
            }
        }
    }

    @Test func `no draft names anybody who is not in the record, whatever stands there`() {
        var chance = SeededGenerator(seed: 7)
        let pieces = [
            "Anna", "berger", "Dr.", "Herr", "Sie", "du", "{{name}}", "[Name]", "<b>", "&", "\n", "\u{202e}", "🌸", "@x",
            "https://a.example", "Flinkbus", "O'Neill", "XXX", "é", "e\u{301}", "%s", "42", "-", ".", "Ihr", "Rabatt",
        ]
        for _ in 0..<120 {
            let words = (0..<Int.random(in: 0...4, using: &chance)).map { _ in pieces.randomElement(using: &chance)! }
            let author = Author(
                id: "u", handle: Bool.random(using: &chance) ? pieces.randomElement(using: &chance) : nil,
                name: Bool.random(using: &chance) ? words.joined(separator: " ") : nil)
            let register = [Register.du, .sie, .none].randomElement(using: &chance)!
            let intent = [Intent.complaint, .question, .praise].randomElement(using: &chance)!
            let request = DraftingWorld.request(DraftingWorld.labels(intent, register: register), author: author)
            let nameless = DraftingWorld.request(
                DraftingWorld.labels(intent, register: register), author: DraftingWorld.nobody)
            let drafts = DraftingWorld.candidates(request)
            #expect(drafts.count == 3)
            for (draft, plain) in zip(drafts, DraftingWorld.candidates(nameless)) {
                #expect(draft.findings.isEmpty, "\(author): \(draft.findings.map(\.message))")
                // What the name adds is the name, as it stands in the record.
                let body = draft.text.drop { $0 != "\n" }
                #expect(body == plain.text.drop { $0 != "\n" })
                let added = draft.text.split(separator: "\n")[0].split { " ,".contains($0) }.filter {
                    !["Hallo", "Hi", "Guten", "Tag"].contains($0)
                }
                let record = author.name ?? ""
                #expect(added.allSatisfy { record.contains($0) }, "\(draft.text)")
            }
        }
    }
}
