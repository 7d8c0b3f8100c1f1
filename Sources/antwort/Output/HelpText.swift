/// The help of a command in the order of a manual page: what it does, usage, description, arguments and options of its own, common
/// options, commands below it, exit codes, examples.
///
/// The parser lays out and wraps every part; here they are only put in order, so that what a command has of its own stands first and what
/// all have in common stands together.
struct HelpText: Sendable {
    private static let overview = "OVERVIEW: "
    private static let usage = "USAGE: "
    /// What begins a paragraph of the description that belongs at the end.
    private static let closings = ["Fields with --json", "Exit codes", "Example"]

    private var abstract: [Substring] = []
    private var description: [[Substring]] = []
    private var usageLines: [Substring] = []
    private var sections: [(title: Substring, lines: [Substring])] = []
    private var seeAlso: [Substring] = []

    /// - Parameter rendered: help as the parser writes it.
    /// - Returns: nil when it is anything else: a version, a script for a shell.
    init?(_ rendered: String) {
        guard rendered.hasPrefix(Self.overview) else { return nil }
        let blocks = Self.blocks(of: rendered.dropFirst(Self.overview.count))
        guard let first = blocks.firstIndex(where: { $0[0].hasPrefix(Self.usage) }), first > 0 else { return nil }
        abstract = blocks[0]
        description = Array(blocks[1..<first])
        usageLines = blocks[first]
        for block in blocks[(first + 1)...] {
            if block[0].hasPrefix(" ") {
                seeAlso = block
            } else {
                sections.append((block[0], Array(block.dropFirst())))
            }
        }
        joinCommonOptions()
    }

    /// The whole help.
    var text: String {
        let end = description.firstIndex { block in Self.closings.contains { block[0].hasPrefix($0) } }
        let (body, closing) = (
            description.prefix(upTo: end ?? description.count), description[(end ?? description.count)...]
        )
        let own = sections.filter { !$0.title.hasSuffix("SUBCOMMANDS:") && $0.title != Self.commonTitle }
        let common = sections.filter { $0.title == Self.commonTitle }
        let commands = sections.filter { $0.title.hasSuffix("SUBCOMMANDS:") }
            .map { (title: Self.heading($0.title), lines: $0.lines) }
        let blocks: [[Substring]] =
            [abstract, usageLines] + body + (own + common + commands).map { [$0.title] + $0.lines } + closing
            + [seeAlso].filter { !$0.isEmpty }.map { $0.map { Substring(Self.seeAlso($0)) } }
        return blocks.map { $0.joined(separator: "\n") }.joined(separator: "\n\n")
    }

    private static let commonTitle = Substring(CommonOptions.title.uppercased() + ":")

    private static func blocks(of text: Substring) -> [[Substring]] {
        text.split(separator: "\n", omittingEmptySubsequences: false).split(whereSeparator: \.isEmpty).map(Array.init)
    }

    /// `AT THE DESK SUBCOMMANDS:` is `AT THE DESK:`.
    private static func heading(_ title: Substring) -> Substring {
        let name = title.dropLast("SUBCOMMANDS:".count)
        return name.isEmpty ? "COMMANDS:" : Substring(name.dropLast() + ":")
    }

    private static func seeAlso(_ line: Substring) -> String {
        String(line.drop { $0 == " " }).replacing("<subcommand>", with: "<command>")
    }

    /// `--help` is an option of all commands; `--version` is one of the program.
    private mutating func joinCommonOptions() {
        guard let index = sections.firstIndex(where: { $0.title == "OPTIONS:" }) else { return }
        let elements = Self.elements(of: sections[index].lines)
        let help = elements.filter { $0[0].hasPrefix("  -h, --help") }
        let own = elements.filter { !$0[0].hasPrefix("  -h, --help") && !$0[0].hasPrefix("  --version") }
        sections[index].lines = own.flatMap(\.self)
        if let common = sections.firstIndex(where: { $0.title == Self.commonTitle }) {
            sections[common].lines += help.flatMap(\.self)
        }
        if own.isEmpty { sections.remove(at: index) }
    }

    /// Each option with the lines that explain it.
    private static func elements(of lines: [Substring]) -> [[Substring]] {
        var elements: [[Substring]] = []
        for line in lines {
            if line.hasPrefix("   "), !elements.isEmpty {
                elements[elements.count - 1].append(line)
            } else {
                elements.append([line])
            }
        }
        return elements
    }
}
