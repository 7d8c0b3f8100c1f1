import ArgumentParser
import Foundation
import ServiceHours

/// Where settings, data and templates are, and what time it is.
struct PlaceOptions: ParsableArguments, Sendable {
    @Option(
        help: ArgumentHelp(
            "The settings file.",
            discussion:
                "Otherwise ANTWORT_CONFIG, ./antwort.yaml, ~/.config/antwort/antwort.yaml, /etc/antwort/antwort.yaml.",
            valueName: "file"))
    var config: String?

    @Option(help: ArgumentHelp("The folder that holds the store.", valueName: "dir"))
    var data: String?

    @Option(help: ArgumentHelp("The folder that holds templates and lexicons.", valueName: "dir"))
    var templates: String?

    @Option(
        help: ArgumentHelp("Take this for the present, as in 2026-03-06T16:40:00+01:00.", valueName: "time"),
        transform: { text in
            guard let instant = Instant(rfc3339: text) else {
                throw ValidationError("'\(text)' is no time; write it as 2026-03-06T16:40:00+01:00")
            }
            return instant
        })
    var now: Instant?

    @Flag(help: "Never ask; fail with the name of the option that is missing.")
    var noInput = false
}
