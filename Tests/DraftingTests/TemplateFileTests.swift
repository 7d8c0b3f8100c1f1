import Dialogue
import Drafting
import Testing

@Suite struct `Template files` {
    private func mistakes(_ changes: [String: String], language: Language = .english) -> [String] {
        do throws(TemplateError) {
            _ = try DraftingWorld.pack(language, changing: changes)
            return []
        } catch {
            return error.mistakes.map(\.description)
        }
    }

    @Test(
        "a mistake is named with its place and what to do",
        arguments: [
            (
                "occasion: complaint\n## neutral\nHi {{frist_name}}",
                "3:4: there is no slot 'frist_name'; did you mean 'first_name'?"
            ),
            ("ocasion: complaint\n## neutral\nHi", "1:1: the header has no key 'ocasion'; did you mean 'occasion'?"),
            ("occasion: complain\n## neutral\nHi", "1:1: there is no occasion 'complain'; did you mean 'complaint'?"),
            ("occasion: praise\n## neutrl\nHi", "2:1: there is no variant 'neutrl'; did you mean 'neutral'?"),
            ("occasion: praise\n## neutral\nHi {{name", "3:4: {{ is not closed; write }} behind the name"),
            (
                "occasion: praise\n## neutral\nHi {{}}",
                "3:4: the mark {{}} is empty; write a slot's name in it, such as {{brand}}"
            ),
            (
                "occasion: praise\n## neutral\nHi {{{name}}}",
                "3:4: '{{{' is not used in these templates; write {{name}}, {{#name}} or {{> piece}}"
            ),
            (
                "occasion: praise\n## neutral\nHi {{=<% %>=}}",
                "3:4: '{{=' is not used in these templates; write {{name}}, {{#name}} or {{> piece}}"
            ),
            (
                "occasion: praise\n## neutral\n{{% CONTENT_TYPE:HTML}}",
                "3:1: '{{%' is not used in these templates; write {{name}}, {{#name}} or {{> piece}}"
            ),
            (
                "occasion: praise\n## neutral\n{{>*name}}",
                "3:1: there is no shared piece '*name'; use one of greeting, hours, signature"
            ),
            (
                "occasion: praise\n## neutral\n{{> greting}}",
                "3:1: there is no shared piece 'greting'; did you mean 'greeting'?"
            ),
            (
                "occasion: praise\n## neutral\nHi {{> greeting}}",
                "3:4: {{> greeting}} shares its line with other words; give it a line of its own, without blanks around it"
            ),
            ("occasion: praise\n## neutral\nä [[Hi", "3:3: [[ is not closed; write ]] behind the last word of it"),
            ("occasion: praise\n## neutral\nHi ]]", "3:4: ]] closes nothing that is open here; write [[ before it"),
            (
                "occasion: praise\n## neutral\n[[Hi]]",
                "3:1: the passage has no slot, so it would never be left out; remove the brackets, or put a slot such as {{first_name}} between them"
            ),
            (
                "occasion: praise\n## neutral\n{{#name}}Hi",
                "3:1: {{#name}} is not closed; write {{/name}} behind the last word of it"
            ),
            (
                "occasion: praise\n## neutral\n{{#name}}[[{{/name}}]]",
                "3:1: {{#name}} is not closed; write {{/name}} behind the last word of it"
            ),
            (
                "occasion: praise\n## neutral\nHi {name}",
                "3:4: a single brace stands here; write {{name}} for a slot, or leave braces out"
            ),
            (
                "occasion: praise\n## neutral\n{{closed}}",
                "3:1: 'closed' can only be asked; write {{#closed}}…{{/closed}} around the words that depend on it"
            ),
            (
                "occasion: praise\n## neutral\n{{detail.order}}",
                "3:1: there is no slot 'detail.order'; use one of name, first_name, handle, brand, hours, hours_exceptions, next_opening, signature, closed, open, detail.duration, detail.time, detail.date, detail.place, detail.line, detail.train, detail.flight, detail.product, detail.amount, link.NAME"
            ),
            (
                "occasion: praise\n## neutral\nHi\n---\n",
                "5:1: a wording is empty; write the reply here, or remove the heading or ---"
            ),
            (
                "occasion: praise\noccasion: praise\n## neutral\nHi",
                "2:1: 'occasion' stands in the header twice; keep one of the two"
            ),
            (
                "title: x\n## neutral\nHi",
                "1:1: the header does not say the occasion; write a line such as 'occasion: question'"
            ),
            (
                "occasion: praise\n## du\nHi",
                "1:1: the variant 'neutral' is missing; add ## neutral and the whole text in it"
            ),
            (
                "occasion: praise\n## neutral\nA\n## neutral\nB",
                "4:1: the variant 'neutral' stands in the file twice; put both wordings under one heading, with a line --- between them"
            ),
            (
                "occasion: praise\nHello\n## neutral\nHi",
                "2:1: 'Hello' is no line of the header; write 'key: value', or begin the first variant with ##"
            ),
            (
                "occasion: praise\n## neutral\nHi\u{202e}",
                "3:3: an invisible control character (U+202E) stands here; remove it"
            ),
        ])
    func place(file: String, expected: String) {
        #expect(mistakes(["replies/own.md": file]).first == "en/replies/own.md:" + expected)
    }

    @Test func `all mistakes of all files are told at once`() {
        let found = mistakes([
            "replies/a.md": "occasion: praise\n## neutral\n{{x}} {{y}}", "replies/b.md": "## neutral\nHi",
            "messages.txt": "clok = 12", "checks/tone.txt": "[sale]\nx", "shared/footer.md": "## neutral\nHi",
        ])
        #expect(found.contains { $0.hasPrefix("en/replies/a.md:3:1: there is no slot 'x'") })
        #expect(found.contains { $0.hasPrefix("en/replies/a.md:3:7: there is no slot 'y'") })
        #expect(found.contains { $0.hasPrefix("en/replies/b.md:1:1: the header does not say the occasion") })
        #expect(found.contains("en/messages.txt:1:1: there is no text 'clok'; did you mean 'clock'?"))
        #expect(found.contains("en/checks/tone.txt:1:1: there is no section 'sale'; did you mean 'sales'?"))
        #expect(found.contains { $0.hasPrefix("en/shared/footer.md:1:1: there is no shared piece 'footer'") })
    }

    @Test func `pieces that go in circles are refused, however long the circle`() {
        #expect(
            mistakes(["shared/greeting.md": "## neutral\n{{> greeting}}"]) == [
                "en/shared/greeting.md:1:1: the piece contains itself: greeting > greeting; take {{> greeting}} out of one of them"
            ])
        let circle = mistakes([
            "shared/greeting.md": "## neutral\n{{> hours}}", "shared/hours.md": "## neutral\n{{> signature}}",
            "shared/signature.md": "## neutral\nx\n{{> greeting}}",
        ])
        #expect(circle.count == 3)
        #expect(circle.first?.contains("greeting > hours > signature > greeting") == true)
    }

    @Test func `a piece that is missing, or lacks the variant, is named`() throws {
        var files = DraftingWorld.files(.english)
        files["shared/hours.md"] = nil
        #expect {
            _ = try LanguagePack(language: .english, files: files)
        } throws: { error in
            (error as? TemplateError)?.mistakes.contains {
                $0.code == .missingPiece && $0.file == "en/replies/complaint.md" && $0.line == 6
            } == true
        }
    }

    @Test(
        "hostile templates are refused quickly",
        arguments: [
            String(repeating: "x", count: 1 << 20), String(repeating: "{{name}}", count: 100_000),
            String(repeating: "{{#name}}", count: 20_000), String(repeating: "[[", count: 20_000),
            String(repeating: "{", count: 100_000), String(repeating: "{{!", count: 50_000),
            String(repeating: "x", count: 9_000), String(repeating: "{{#name}}", count: 9),
            "\u{0}", String(repeating: "## neutral\n", count: 20_000), String(repeating: "x\n---\n", count: 20_000),
        ])
    func hostile(text: String) {
        let started = ContinuousClock.now
        #expect(!mistakes(["replies/own.md": "occasion: praise\n## neutral\n" + text]).isEmpty)
        #expect(ContinuousClock.now - started < .seconds(10))
    }

    @Test func `bytes that are not UTF-8 are named by their line`() {
        var files = DraftingWorld.files(.english)
        files["replies/own.md"] = Array("occasion: praise\n## neutral\n".utf8) + [0xff, 0xfe, 0x0a]
        #expect {
            _ = try LanguagePack(language: .english, files: files)
        } throws: { error in
            (error as? TemplateError)?.mistakes.first?.code == .encoding
        }
    }

    @Test func `Windows line ends and a byte order mark change nothing`() throws {
        let pack = try DraftingWorld.pack(
            .english, changing: ["replies/own.md": "\u{feff}occasion: praise\r\n\r\n## neutral\r\nHi\r\n---\r\nHo\r\n"])
        #expect(pack.templates.contains { $0.name == "own" })
    }

    @Test func `noise never traps`() {
        let pieces = [
            "{{", "}}", "[[", "]]", "#name", "^name", "/name", "> greeting", "name", "\n", "---\n", "## neutral\n", "ä",
            "!", "=", "%", " ", "occasion: praise\n", "{", "👩‍👩‍👧",
        ]
        var state: UInt64 = 42
        for _ in 0..<500 {
            var text = "occasion: praise\n## neutral\n"
            for _ in 0..<30 {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                text += pieces[Int(state >> 33) % pieces.count]
            }
            _ = mistakes(["replies/own.md": text])
        }
    }
}
