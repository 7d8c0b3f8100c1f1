import ArgumentParser
import ServiceHours

struct HoursShow: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Show the opening hours of a week, Monday to Sunday.",
        usage: "antwort hours show [<calendar>] [<date>] [options]",
        discussion: """
            Holidays of the calendar are marked, and the days on which the clocks change have their true length.

            Fields with --json: calendar date weekday open service_seconds is_holiday holiday.

            Exit codes: 0 shown; 66 there is no such calendar, or several and none was named; 78 the settings have a \
            mistake.

            Example:
              antwort hours show 2026-12-24
            """)

    @Argument(help: .calendar)
    var calendar: String?

    @Argument(help: "The week of this date, as in 2026-12-24. Without it: this week.")
    var date: String?

    @Flag(help: "Show the whole week, as without it.")
    var week = false

    @OptionGroup(title: CommonOptions.title) var places: PlaceOptions
    @OptionGroup(title: CommonOptions.title) var output: OutputOptions

    func validate() throws {
        if let date, CivilDate(iso8601: date) == nil {
            throw ValidationError("'\(date)' is not a date; write it as 2026-12-24.")
        }
    }

    func run() async throws {
        let terminal = Terminal(options: output)
        // A date alone is a date, not the name of a calendar.
        let isDated = date == nil && calendar.flatMap { CivilDate(iso8601: $0) } != nil
        let named = try NamedCalendar(isDated ? nil : calendar, places: places)
        let today = named.calendar.zone.localTime(at: places.now ?? Clock.read()).date
        let date = (isDated ? calendar : date).flatMap { CivilDate(iso8601: $0) } ?? today
        var table = Table(["DAY", "DATE", "OPEN", "HOURS", "NOTE"])
        for day in named.calendar.week(containing: date) {
            if output.json {
                terminal.result(json(day, of: named.name))
            } else {
                let note = day.isHoliday ? "holiday: \(day.holiday?.text ?? "by the settings")" : ""
                table.add([
                    day.date.weekday.code, day.date.iso8601, day.open.isEmpty ? "closed" : day.rangesText,
                    day.open.isEmpty ? "-" : LocalClockText.span(day.seconds), note,
                ])
            }
        }
        if !output.json { table.lines(width: terminal.width).forEach(terminal.result) }
    }

    private func json(_ day: DayListing, of name: String) -> JSONValue {
        .object([
            ("calendar", .text(name)), ("date", .text(day.date.iso8601)), ("weekday", .text(day.date.weekday.code)),
            ("open", .text(day.rangesText)), ("service_seconds", .integer(day.seconds)),
            ("is_holiday", .bool(day.isHoliday)),
            ("holiday", .text(day.holiday?.text)),
        ])
    }
}
