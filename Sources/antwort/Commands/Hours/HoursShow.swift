import ArgumentParser
import ServiceHours

struct HoursShow: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Show the open times of a week, holidays and changes of the clocks included.")

    @Argument(help: "The calendar's name in the settings; it may be left out where there is only one.")
    var calendar: String?

    @Argument(help: "A date in the week to show, as in 2026-12-24; this week otherwise.")
    var date: String?

    @Flag(help: "Show a whole week, which is what is shown anyway.")
    var week = false

    @OptionGroup var places: PlaceOptions
    @OptionGroup var output: OutputOptions

    func validate() throws {
        if let date, CivilDate(iso8601: date) == nil {
            throw ValidationError("'\(date)' is no date; write it as 2026-12-24.")
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
