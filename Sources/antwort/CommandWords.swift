import ArgumentParser
import Dialogue

/// The words at the beginning of a command line that name a command.
///
/// They are looked at before the parser sees them, which takes an unknown command for a stray argument and an unknown topic of `help` for
/// none at all.
struct CommandWords: Sendable {
    /// As they were understood, from the root down: `["drafts", "approve"]`.
    private(set) var path: [String] = []
    /// The first word that names nothing, with the name that was probably meant.
    private(set) var unknown: (word: String, nearest: String?)?

    init(_ arguments: [String]) {
        var command: any ParsableCommand.Type = Antwort.self
        let isHelp = arguments.first == "help"
        for word in isHelp ? arguments.dropFirst() : arguments[...] {
            let commands = command.configuration.subcommands
            guard !word.hasPrefix("-"), !commands.isEmpty || isHelp else { return }
            guard let next = commands.first(where: { $0._commandName == word }) else {
                // It may be what the command works on: the text of 'antwort triage'.
                guard command.configuration.defaultSubcommand == nil else { return }
                unknown = (word, Self.nearest(to: word, among: commands))
                return
            }
            path.append(word)
            command = next
        }
    }

    /// Where the help of what was understood is.
    var helpCommand: String { (["antwort"] + path + ["--help"]).joined(separator: " ") }

    /// What is wrong with the unknown word, if there is one.
    var complaint: String? {
        guard let unknown else { return nil }
        let name = (path + [unknown.word]).joined(separator: " ")
        let meant = unknown.nearest.map { " (did you mean '\((path + [$0]).joined(separator: " "))'?)" } ?? ""
        return "no command '\(name)'\(meant)"
    }

    private static func nearest(to word: String, among commands: [any ParsableCommand.Type]) -> String? {
        let names = commands.filter { $0.configuration.shouldDisplay }.map { $0._commandName }
        let distances = names.map { (name: $0, distance: SpellingDistance.between(word, $0)) }
        // Two letters in wrong order are a distance of 2.
        return distances.filter { $0.distance <= min(2, max(1, $0.name.utf8.count / 2)) }
            .min { $0.distance < $1.distance }?.name
    }
}
