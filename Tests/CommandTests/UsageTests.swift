import Foundation
import TestSupport
import Testing

@Suite struct `The command line` {
    @Test(
        arguments: [
            ["wacth"], ["conversations", "lits"], ["watch", "--jsno"], ["watch", "stray"], ["conversations", "show"],
            ["watch", "--now", "gestern"], ["status", "--now", "2026-03-06"],
            ["conversations", "list", "--limit", "0"],
            ["conversations", "list", "--limit", "viele"], ["conversations", "list", "--intent", "zorn"],
            ["sla", "list", "--within", "1w"], ["quarantine", "replay"], ["quarantine", "show", "eins"], ["triage"],
            ["hours"],
            ["import"], ["watch", "--config"], ["hours", "show", "service", "--week", "Montag"],
        ])
    func `answers a mistake with one line of ours and the usage code`(_ words: [String]) async throws {
        try await AntwortCommand.withHome { antwort in
            let refused = try await antwort.bare(words: words)
            #expect(refused.status == 64)
            #expect(refused.text.isEmpty)
            #expect(refused.errorLines.count == 1, "\(refused.complaints)")
            #expect(refused.complaints.hasPrefix("antwort: error: command line: "))
            #expect(!refused.complaints.contains("Error:"))
            #expect(refused.complaints.contains("; see 'antwort"))
            #expect(!refused.complaints.contains(".;"))
        }
    }

    @Test func `explains every command`() async throws {
        try await AntwortCommand.withHome { antwort in
            let commands = try await Self.commands(of: antwort)
            #expect(commands.count >= 15)
            for command in commands {
                let help = try await antwort.bare(words: command + ["--help"])
                #expect(help.status == 0, "\(command)")
                #expect(help.complaints.isEmpty, "\(command)")
                #expect(
                    help.text.contains("\n\nUSAGE: antwort \(command.joined(separator: " "))"),
                    "\(command): \(help.text)")
            }
        }
    }

    @Test func `tells its version, and shows its help when nothing is asked`() async throws {
        try await AntwortCommand.withHome { antwort in
            let version = try await antwort.bare("--version")
            #expect(version.status == 0)
            #expect(version.text.hasPrefix("antwort "))
            let nothing = try await antwort.bare()
            #expect(nothing.status == 0)
            #expect(nothing.text.contains("USAGE: antwort"))
            #expect(try FileManager.default.contentsOfDirectory(atPath: antwort.home.path).isEmpty)
        }
    }

    @Test func `has every command that README names, and README names every command`() async throws {
        let file = ProjectFiles.root.appending(path: "README.md")
        guard let readme = try? String(contentsOf: file, encoding: .utf8) else {
            print("skipped: there is no README.md, so the commands it names are not compared with those there are")
            return
        }
        try await AntwortCommand.withHome { antwort in
            let commands = Set(try await Self.commands(of: antwort).map { $0.joined(separator: " ") })
            let named = Self.commandsNamed(in: readme)
            let groups = Set(
                commands.compactMap { $0.contains(" ") ? $0.split(separator: " ").first.map(String.init) : nil })
            // `help` is a command of the parser, which lists its own nowhere.
            for words in named where words[0] != "help" {
                let text = words.prefix(2).joined(separator: " ")
                let isKnown =
                    commands.contains(text) || commands.contains(words[0])
                    || groups.contains(words[0]) && words.count == 1
                #expect(isKnown, "README names 'antwort \(text)', which there is not")
            }
            let texts = Set(named.flatMap { [$0[0], $0.prefix(2).joined(separator: " ")] })
            for command in commands { #expect(texts.contains(command), "README does not name 'antwort \(command)'") }
        }
    }

    @Test func `is in the manual page with every command and exit code`() async throws {
        let file = ProjectFiles.root.appending(path: "docs/antwort.1")
        guard let page = try? String(contentsOf: file, encoding: .utf8) else {
            print("skipped: there is no docs/antwort.1, so its commands are not compared with those there are")
            return
        }
        try await AntwortCommand.withHome { antwort in
            for command in try await Self.commands(of: antwort) {
                #expect(page.contains("\n.B \(command.joined(separator: " "))\n"), "\(command)")
            }
        }
        for code in [0, 2, 64, 65, 66, 69, 70, 73, 74, 75, 77, 78, 130] {
            #expect(page.contains("\n.B \(code)\n"), "\(code)")
        }
    }

    /// The words of every command that can be run.
    static func commands(of antwort: AntwortCommand) async throws -> [[String]] {
        let dump = try JSON(try await antwort.bare("--experimental-dump-help").output)
        func leaves(_ command: JSON, below words: [String]) -> [[String]] {
            let subcommands = command["subcommands"].items.filter {
                $0["commandName"] != "help" && $0["shouldDisplay"] != false
            }
            guard !subcommands.isEmpty else { return [words] }
            return subcommands.flatMap { leaves($0, below: words + [$0["commandName"].string ?? ""]) }
        }
        return leaves(dump["command"], below: [])
    }

    /// The lower-case words behind each `antwort` in code.
    private static func commandsNamed(in text: String) -> [[String]] {
        var isCode = false
        var named: [[String]] = []
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.hasPrefix("```") { isCode.toggle() }
            let spans =
                isCode
                ? [line]
                : line.split(separator: "`", omittingEmptySubsequences: false).enumerated()
                    .filter { $0.offset % 2 == 1 }.map(\.element)
            for span in spans {
                let words = span.split { " \t|;&()'\"".contains($0) }.map(String.init)
                for (index, word) in words.enumerated() where word == "antwort" || word.hasSuffix("/antwort") {
                    let rest = words[(index + 1)...].prefix {
                        $0.allSatisfy { ("a"..."z").contains($0) || $0 == "-" } && !$0.hasPrefix("-")
                    }
                    if !rest.isEmpty { named.append(Array(rest)) }
                }
            }
        }
        return named
    }
}
