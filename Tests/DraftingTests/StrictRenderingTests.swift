import Dialogue
import Drafting
import ServiceHours
import Testing

@Suite struct `Strict rendering` {
    private func texts(
        of template: String, pieces: [String: String] = [:], author: Author = DraftingWorld.anna,
        account: AccountFacts = DraftingWorld.account, at now: Instant = DraftingWorld.open
    ) throws -> [String] {
        var files = DraftingWorld.files(.english).filter { !$0.key.hasPrefix("replies/") }
        files["replies/own.md"] = Array("occasion: praise\n\n## neutral\n\(template)".utf8)
        for (piece, text) in pieces { files["shared/\(piece).md"] = Array("## neutral\n\(text)".utf8) }
        let pack = try LanguagePack(language: .english, files: files)
        var request = DraftingWorld.request(
            DraftingWorld.labels(.praise, language: .english, register: .none), author: author, at: now)
        request.account = account
        return DraftingWorld.candidates(request, writer: DraftWriter(packs: [pack], checks: DraftChecks(rules: [])))
            .map(\.text)
    }

    @Test(
        "a slot, a passage and a question come out as written",
        arguments: [
            ("Hi {{first_name}}!", "Hi Anna!"),
            ("Hi {{ name }} ({{handle}}) of {{brand}}", "Hi Anna Berger (@anna@social.example) of Silberbahn"),
            ("See {{link.help}}", "See https://silberbahn.example/help"),
            ("A[[ {{first_name}}]][[ {{link.nothing}}]]!", "A Anna!"),
            ("A [[B {{link.nothing}} {{name}} C ]]D", "A D"),
            ("A{{#first_name}}, {{first_name}}{{/first_name}}{{^first_name}} you{{/first_name}}", "A, Anna"),
            ("{{#open}}open{{/open}}{{#closed}}closed{{/closed}}", "open"),
            ("{{^open}}not open{{/open}}{{^closed}}not closed{{/closed}}", "not closed"),
            ("A {{! a remark }}B", "A B"),
            ("One\n\n[[{{signature}}]]\n\n\nTwo  words \n", "One\n\nTwo words"),
            ("[[a[[ {{link.nothing}}]] {{name}}]]", "a Anna Berger"),
            ("{{> greeting}}\n\nBody", "Hi Anna,\n\nBody"),
        ])
    func rendering(template: String, expected: String) throws {
        #expect(try texts(of: template, pieces: ["greeting": "Hi[[ {{first_name}}]],"]) == [expected])
    }

    @Test func `a wording whose slot has no value is not offered, and never with a gap`() throws {
        #expect(try texts(of: "Hi {{first_name}}!\n---\nHi!", author: DraftingWorld.nobody) == ["Hi!"])
        #expect(try texts(of: "See {{link.nothing}}") == [])
        #expect(try texts(of: "Back {{next_opening}}") == [])
        #expect(try texts(of: "Back {{next_opening}}", at: DraftingWorld.closed) == ["Back tomorrow from 6am"])
    }

    @Test func `plain text stays plain, in templates, pieces and values`() throws {
        let plain = "A & B <b>\"x\"</b> 'y' {{brand}}"
        let account = AccountFacts(brand: "Q&A <\"Co\"> 's", signature: "&<>\"'")
        let texts = try texts(
            of: "{{> greeting}}\n\(plain)\n{{> signature}}",
            pieces: ["greeting": plain, "signature": "{{#signature}}{{signature}} & {{brand}}{{/signature}}"],
            account: account)
        let line = "A & B <b>\"x\"</b> 'y' Q&A <\"Co\"> 's"
        #expect(texts == ["\(line)\n\(line)\n&<>\"' & Q&A <\"Co\"> 's"])
    }

    @Test func `values are never read as templates`() throws {
        let account = AccountFacts(brand: "{{name}} [[x]] {{> greeting}} {{{a}}}")
        #expect(try texts(of: "{{brand}}", account: account) == ["{{name}} [[x]] {{> greeting}} {{{a}}}"])
    }

    @Test func `values that are not one plain line are no values`() throws {
        for brand in ["a\nb", "a\u{202e}b", "a\u{0}", "", "  ", String(repeating: "x", count: 500)] {
            #expect(try texts(of: "{{brand}}", account: AccountFacts(brand: brand)) == [], "\(brand.debugDescription)")
        }
    }
}
