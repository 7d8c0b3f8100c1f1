import ArgumentParser
import Assembly
import Dialogue
import Drafting
import ServiceHours
import Settings
import Workflow

/// Finds a calendar of the settings.
struct NamedCalendar: Sendable {
    let name: String
    let calendar: ServiceCalendar
    private let premises: Premises
    private let settings: BrandSettings

    /// - Parameter name: nil for the only one there is.
    init(_ name: String?, places: PlaceOptions) throws {
        premises = Premises(places.request)
        do {
            settings = try premises.settings()
            let calendars = settings.calendars
            let found = name == nil && calendars.count == 1 ? calendars.first : calendars.first { $0.name == name }
            guard let definition = found else {
                let names = calendars.map(\.name).joined(separator: ", ")
                throw Problem(
                    .noInput, at: name ?? "calendar",
                    name == nil ? "the settings have several calendars" : "there is no such calendar",
                    next: "name one of: \(names)")
            }
            self.name = definition.name
            calendar = try premises.calendars.calendar(of: definition)
        } catch let error as DeskError {
            throw Problems(all: error.problems)
        }
    }

    /// The words of a language, or of that of the settings.
    func words(_ wanted: ReplyLanguage?) throws -> (language: ReplyLanguage, pack: LanguagePack) {
        let language = wanted ?? settings.language
        let spoken: Dialogue.Language =
            switch language {
            case .german: .german
            case .english: .english
            }
        do {
            return (language, try premises.languagePack(spoken, setting: settings.templates))
        } catch let error as DeskError {
            throw Problems(all: error.problems)
        }
    }
}
