import ArgumentParser
import Foundation

/// In whose name something is decided.
struct PersonOption: ParsableArguments, Sendable {
    @Option(
        name: .customLong("as"),
        help: ArgumentHelp("Your name, kept with the decision. Required.", valueName: "name"))
    var person: String?

    /// The name; a decision without one is none.
    var name: String {
        get throws {
            guard let person else { throw ValidationError("Missing option --as NAME: who decides this?") }
            return person
        }
    }
}
