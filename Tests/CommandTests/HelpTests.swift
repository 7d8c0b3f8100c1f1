import Foundation
import Testing

@Suite struct `The help of a command` {
    private static let common = "COMMON OPTIONS:"

    @Test func `has the same parts in the same order everywhere, and fits a terminal`() async throws {
        try await AntwortCommand.withHome { antwort in
            let commands = try await `The command line`.commands(of: antwort)
            #expect(commands.count >= 30)
            for command in commands {
                let help = Help(try await antwort.bare(words: command + ["--help"]).text)
                let name = command.joined(separator: " ")
                #expect(!help.title.isEmpty && help.title.hasSuffix("."), "\(name): \(help.title)")
                #expect(help.lines.allSatisfy { $0.count <= 80 }, "\(name): \(help.lines.filter { $0.count > 80 })")
                #expect(help.usage.allSatisfy { $0.contains("antwort \(name)") }, "\(name)")
                #expect(help.usage.allSatisfy { $0.contains("[options]") }, "\(name)")
                let common = try #require(help.sections[Self.common], "\(name) has no section of common options")
                for option in ["--now <time>", "--json", "-q, --quiet"] where name != "hours check" {
                    #expect(common.contains(option), "\(name): \(option)")
                }
                #expect(common.contains("-h, --help"), "\(name)")
                let own = help.sections["OPTIONS:"] ?? ""
                for option in ["--config <", "--verbose", "--help", "--version"] {
                    #expect(!own.contains("  \(option)"), "\(name) has \(option) among its own options")
                }
                #expect(help.headings.last == Self.common, "\(name): \(help.headings)")
                #expect(help.text.contains("\n\nExit codes: 0 "), "\(name)")
            }
        }
    }

    @Test func `of a group names its commands and has no options`() async throws {
        try await AntwortCommand.withHome { antwort in
            let groups = Set(try await `The command line`.commands(of: antwort).filter { $0.count == 2 }.map { $0[0] })
            for group in groups {
                let help = Help(try await antwort.bare(group, "--help").text)
                #expect(help.lines.allSatisfy { $0.count <= 80 }, "\(group)")
                #expect(help.headings == ["COMMANDS:"], "\(group): \(help.headings)")
            }
        }
    }

    @Test func `names no command that there is not`() async throws {
        try await AntwortCommand.withHome { antwort in
            let commands = try await `The command line`.commands(of: antwort)
            let known = Set(
                commands.map { $0.joined(separator: " ") } + commands.map { $0[0] } + ["help", "help words"])
            // The whole help, that of the program too.
            for command in commands + [[]] {
                let text = try await antwort.bare(words: command + ["--help"]).text
                for quoted in text.replacing("\n", with: " ").split(separator: "'antwort ").dropFirst() {
                    let words = quoted.prefix { $0 != "'" }.split(separator: " ")
                        .prefix { $0.allSatisfy { ("a"..."z").contains($0) } }.prefix(2)
                    let name = words.joined(separator: " ")
                    #expect(known.contains(name) || words.isEmpty, "\(command): 'antwort \(name)'")
                }
            }
        }
    }

    @Test func `starts with the way of a newcomer, and ends with every exit code`() async throws {
        try await AntwortCommand.withHome { antwort in
            let help = Help(try await antwort.bare("--help").text)
            #expect(help.lines.allSatisfy { $0.count <= 80 })
            #expect(help.headings.prefix(3) == ["SETUP:", "IN THE CRONTAB:", "AT THE DESK:"])
            for line in ["antwort source login ACCOUNT", "*/3 * * * *  antwort publish", "antwort review --as anna"] {
                #expect(help.text.contains(line))
            }
            for code in [0, 2, 64, 65, 66, 69, 70, 73, 74, 75, 77, 78, 130] {
                #expect(help.lines.contains { $0.drop { $0 == " " }.hasPrefix("\(code)  ") }, "\(code)")
            }
            #expect(try await antwort.bare().text == help.text)
            #expect(try await antwort.bare("help").text == help.text)
            #expect(try await antwort.bare("help", "watch").text == (try await antwort.bare("watch", "--help").text))
        }
    }

    @Test func `explains the words, and no topic that there is not`() async throws {
        try await AntwortCommand.withHome { antwort in
            let words = try await antwort.bare("help", "words")
            #expect(words.status == 0)
            #expect(words.text.split(separator: "\n").allSatisfy { $0.count <= 80 })
            for word in ["account", "source", "conversation", "wait", "held", "uncertain", "quarantine", "history"] {
                #expect(words.text.contains("\n  \(word) "), "\(word)")
            }
            for (topic, name) in [(["nonsense"], "nonsense"), (["drafts", "lits"], "drafts lits")] {
                let refused = try await antwort.bare(words: ["help"] + topic)
                #expect(refused.status == 64)
                #expect(refused.text.isEmpty)
                #expect(refused.complaints.contains("no command '\(name)'"))
            }
        }
    }

    @Test(
        arguments: [
            (["wacth"], "no command 'wacth' (did you mean 'watch'?); see 'antwort --help'"),
            (["drafts", "aprove", "x"], "(did you mean 'drafts approve'?); see 'antwort drafts --help'"),
            (["drafts", "approve"], "; see 'antwort drafts approve --help'"),
            (["review"], "Missing option --as NAME: who decides this?; see 'antwort review --help'"),
            (["sla", "list", "--within", "soon"], "; see 'antwort sla list --help'"),
            (["hours"], "; see 'antwort hours --help'"),
        ] as [([String], String)])
    func `is what a mistake leads to`(_ words: [String], _ expected: String) async throws {
        try await AntwortCommand.withHome { antwort in
            let refused = try await antwort.bare(words: words)
            #expect(refused.status == 64)
            #expect(refused.complaints.contains(expected), "\(refused.complaints)")
        }
    }

    @Test(arguments: [["triage", "hi"], ["draft", "--jsonl"]])
    func `promises nothing of a templates folder that is not there`(_ words: [String]) async throws {
        try await AntwortCommand.withHome { antwort in
            let refused = try await antwort.bare(words: words + ["--templates", "gone"])
            #expect(refused.status == 78)
            #expect(refused.complaints.contains("/gone: templates: there is no such folder"))
        }
    }

    @Test func `names the fields that --json prints`() async throws {
        let server = try OurServer()
        defer { server.stop() }
        try await AntwortCommand.withHome { antwort in
            let desk = try SocialDesk(antwort, at: server)
            for (name, text) in [("kathrin", "Wann fährt der RE 7 heute?"), ("ben", "Mein Zug kam nie. Was jetzt?")] {
                _ = try await server.post("@silberbahn \(text)", by: "\(name)@bahn.example")
            }
            #expect(try await desk.run("watch").status == 0)
            try await desk.approveFirstDraft()
            for words in [
                ["conversations", "list"], ["sla", "list"], ["drafts", "list"], ["outbox", "list"], ["status"],
                ["publish"], ["watch"], ["config", "check"], ["doctor"], ["hours", "show"], ["hours", "next"],
            ] {
                let help = try await antwort.bare(words: words + ["--help"]).text
                let fields = try #require(
                    help.split(separator: "Fields with --json: ").last?.prefix { $0 != "." && $0 != "," })
                let named = Set(fields.split { " \n".contains($0) }.map(String.init))
                let printed = try await antwort.bare(words: words + ["--json"] + desk.place).json
                #expect(printed.first?.keys == named, "\(words)")
            }
        }
    }
}

/// A help text, taken apart.
private struct Help {
    let text: String
    let lines: [Substring]

    init(_ text: String) {
        self.text = text
        lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    }

    var title: Substring { lines.first ?? "" }

    /// The lines of the usage, without its heading.
    var usage: [Substring] {
        lines.drop { !$0.hasPrefix("USAGE: ") }.prefix { !$0.isEmpty }
    }

    /// Every heading in capitals, in their order.
    var headings: [String] {
        lines.filter { $0.hasSuffix(":") && $0.allSatisfy { $0 == ":" || $0 == " " || ("A"..."Z").contains($0) } }
            .map(String.init)
    }

    /// What stands below each heading.
    var sections: [String: String] {
        Dictionary(
            headings.map { heading in
                (heading, lines.drop { $0 != heading }.prefix { !$0.isEmpty }.joined(separator: "\n"))
            }, uniquingKeysWith: { first, _ in first })
    }
}
