import ArgumentParser
import ServiceHours

struct HoursNext: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "next", abstract: "Say whether a calendar is open now, and when that changes.")

    @Argument(help: "The calendar's name in the settings; it may be left out where there is only one.")
    var calendar: String?

    @OptionGroup var places: PlaceOptions
    @OptionGroup var output: OutputOptions

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
