import ArgumentParser
import ServiceHours

struct HoursNext: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "next", abstract: "Show whether a calendar is open now, and until when.",
        usage: "antwort hours next [<calendar>] [options]",
        discussion: """
            Fields with --json: calendar open next_opening next_closing.

            Exit codes: 0 open or closed: a script reads "open" with --json; 66 there is no such calendar, or \
            several and none was named; 78 the settings have a mistake.

            Example:
              antwort hours next --json
            """)

    @Argument(help: .calendar)
    var calendar: String?

    @OptionGroup(title: CommonOptions.title) var places: PlaceOptions
    @OptionGroup(title: CommonOptions.title) var output: OutputOptions

    func run() async throws {
        let terminal = Terminal(options: output)
        let named = try NamedCalendar(calendar, places: places)
        let now = places.now ?? Clock.read()
        let isOpen = named.calendar.isOpen(at: now)
        let opening = named.calendar.nextOpening(at: now)
        let closing = named.calendar.nextClosing(at: now)
        if output.json {
            terminal.result(
                .object([
                    ("calendar", .text(named.name)), ("open", .bool(isOpen)), ("next_opening", .instant(opening)),
                    ("next_closing", .instant(closing)),
                ]))
            return
        }
        let zone = named.calendar.zone
        if isOpen {
            terminal.result(
                closing.map { "\(named.name) is open until \(LocalClockText.moment($0, in: zone))." }
                    ?? "\(named.name) is open and never closes.")
        } else {
            terminal.result(
                opening.map { "\(named.name) is closed until \(LocalClockText.moment($0, in: zone))." }
                    ?? "\(named.name) never opens.")
        }
    }
}
