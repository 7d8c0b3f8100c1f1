import ArgumentParser
import Foundation
import ServiceHours

/// Where settings, data and templates are, and what time it is.
struct PlaceOptions: ParsableArguments, Sendable {
    @Option(
        help: ArgumentHelp(
            """
            The settings file. Without it: $ANTWORT_CONFIG, else the first of ./antwort.yaml, ~/.config/antwort/antwort.yaml, \
            /etc/antwort/antwort.yaml. Without any: the shipped hours and targets.
            """, valueName: "file"))
    var config: String?

    @Option(
        help: ArgumentHelp(
            """
            The folder of the store (antwort.sqlite). Without it: $ANTWORT_DATA, else data: in the settings, else \
            ~/.local/share/antwort, or /var/lib/antwort with /etc/antwort/antwort.yaml.
            """, valueName: "dir"))
    var data: String?

    @Option(
        help: ArgumentHelp(
            """
            The folder of reply texts and word lists, one folder a language (de, en). Without it: templates: in the settings, else \
            templates/ beside the settings file, else those installed with antwort.
            """, valueName: "dir"))
    var templates: String?

    @Option(
        help: ArgumentHelp(
            """
            Pretend that it is this moment, for tests and demos. Seconds and offset are needed: 2026-03-06T16:40:00+01:00.
            """, valueName: "time"),
        transform: InstantArgument.read)
    var now: Instant?

    @Flag(help: "Never ask for anything: end with 64 and name the option that is missing.")
    var noInput = false
}
