import ArgumentParser
import Drafting
import ServiceHours
import Settings

struct HoursSay: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "say", abstract: "Show the hours as replies say them, with the days that differ soon.",
        usage: "antwort hours say [<calendar>] [--language <code>] [options]",
        discussion: """
            The first line is the usual week; each further line is a holiday or special day of the next fourteen days. Drafts take \
            their words from the same place.

            Fields with --json: calendar language at hours exceptions exceptions_text.

            Exit codes: 0 shown; 66 there is no such calendar, or several and none was named; 78 the settings or a template have a \
            mistake.

            Example:
              antwort hours say --language en
            """)

    @Argument(help: .calendar)
    var calendar: String?

    @Option(help: ArgumentHelp("de or en. Without it: language: in the settings.", valueName: "code"))
    var language: ReplyLanguage?

    @OptionGroup(title: CommonOptions.title) var places: PlaceOptions
    @OptionGroup(title: CommonOptions.title) var output: OutputOptions

    func run() async throws {
        let terminal = Terminal(options: output)
        let named = try NamedCalendar(calendar, places: places)
        let now = places.now ?? Clock.read()
        let (language, words) = try named.words(language)
        let text = HoursText(named.calendar, in: words)
        if output.json {
            terminal.result(
                .object([
                    ("calendar", .text(named.name)), ("language", .text(language.rawValue)), ("at", .instant(now)),
                    ("hours", .text(text.summary(at: now))),
                    ("exceptions", .list(text.specialDays(at: now).map(json))),
                    ("exceptions_text", .text(text.exceptions(at: now))),
                ]))
            return
        }
        terminal.result(SafeText.line(text.summary(at: now)))
        for line in text.exceptionTexts(at: now) { terminal.result(SafeText.line(line)) }
    }

    private func json(_ day: SpecialDay) -> JSONValue {
        .object([
            ("date", .text(day.date.iso8601)), ("weekday", .text(day.date.weekday.code)),
            ("open", .text(DayListing.text(of: day.open))), ("holiday", .text(day.holiday)),
        ])
    }
}

extension ReplyLanguage: ExpressibleByArgument {}
