import Foundation
import Settings
import Testing

@Suite struct `Hostile settings` {
    /// Generous: the suite may run beside others on a slow machine.
    private func quickly(_ work: () -> Void) {
        let span = ContinuousClock().measure(work)
        #expect(span < .seconds(10))
    }

    @Test func `an alias bomb is refused unread`() {
        var text = "brand: S\na0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
        for level in 1...30 {
            text +=
                "a\(level): &a\(level) [" + Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ",") + "]\n"
        }
        quickly { #expect(SettingsText(text).places() == ["2:5 yaml"]) }
        quickly { #expect(SettingsText(text + "? *a30\n: x\n").places() == ["2:5 yaml"]) }
    }

    @Test func `a few aliases are named with everything else`() {
        let places = SettingsText("brand: S\ndata: &d x\ntemplates: *d\nfoo: 1").places()
        #expect(places == ["2:7 data", "4:1 foo"])
    }

    @Test("deep nesting is refused", arguments: ["[", "{a: ", "- ", "? "])
    func deep(opening: String) {
        for levels in [20, 900, 100_000] {
            quickly {
                let text = "brand: S\nx:\n  " + String(repeating: opening, count: levels)
                #expect(!SettingsText(text).mistakes().isEmpty)
            }
        }
    }

    @Test func `ten megabytes are refused unread`() {
        let bytes = [UInt8](repeating: UInt8(ascii: "#"), count: 10 << 20)
        quickly {
            let file = SettingsFile(path: "big.yaml", bytes: bytes)
            #expect(throws: SettingsError.self) { try file.settings(in: SettingsText("").surroundings) }
        }
    }

    @Test func `a large file of nothing but mistakes ends with a count`() {
        let text = "brand: S\n" + (0..<20_000).map { "k\($0): 1\n" }.joined()
        quickly {
            let mistakes = SettingsText(text).mistakes()
            #expect(mistakes.count == 201)
            #expect(mistakes.last?.what == "19800 more mistakes are not shown")
        }
    }

    @Test func `many duplicates end at the first that cannot be told apart`() {
        let text = "brand: S\n" + (0..<5_000).map { "k\($0 % 2_500): 1\n" }.joined()
        quickly { #expect(!SettingsText(text).mistakes().isEmpty) }
    }

    @Test(
        "what is no settings text gets one plain answer",
        arguments: [
            ("brand: S\n\tdata: x", "2:1 yaml", "a tab"),
            ("brand: S\n---\nbrand: T", "2:1 yaml", "a second document"),
            ("brand: S\ndata:\n\t- x", "3:1 yaml", "a tab"),
            ("brand: \"S", "1:8 yaml", "a quote that is not closed"),
            ("brand: [a", "1:8 yaml", "a bracket that is not closed before line 2, column 1"),
            ("brand: a: b", "1:9 yaml", "not YAML here"),
            ("brand: *x", "1:8 yaml", "an alias without its anchor"),
            ("brand: a\u{1}b", "1:9 yaml", "a control character"),
            ("- brand", "1:1 settings", "not a mapping"),
            ("brand", "1:1 settings", "not a mapping"),
            ("", "1:1 brand", "missing"),
            ("# nothing\n", "1:1 brand", "missing"),
            ("? [a, b]\n: c\n", "1:1 brand", "missing"),
        ])
    func noSettings(text: String, place: String, what: String) {
        let mistakes = SettingsText(text).mistakes()
        #expect(mistakes.first.map { "\($0.line):\($0.column) \($0.field)" } == place)
        #expect(mistakes.first?.what.hasPrefix(what) == true)
    }

    @Test func `bytes that are no UTF-8 are placed`() {
        let file = SettingsFile(path: "a", bytes: Array("brand: ü\nx: ".utf8) + [0xFF])
        #expect {
            try file.settings(in: SettingsText("").surroundings)
        } throws: { error in
            (error as? SettingsError)?.mistakes.first?.description
                == "a:2:4: yaml: not UTF-8 text; save the file as UTF-8"
        }
    }

    @Test func `no cut and no changed byte of a settings text brings the reader down`() {
        let bytes = Array(`Accepted keys`.whole.utf8)
        var state: UInt64 = 7
        for round in 0..<600 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            var changed = bytes
            let place = Int(state >> 33) % bytes.count
            if round.isMultiple(of: 2) {
                changed = Array(bytes[..<place])
            } else {
                changed[place] = UInt8(truncatingIfNeeded: state >> 20)
            }
            _ = try? SettingsFile(path: "x", bytes: changed).settings(in: SettingsText("").surroundings)
        }
    }
}
