/// What a holiday is called.
package enum HolidayName: Hashable, Sendable {
    /// A holiday of a region's rules; `isObserved` for the weekday that stands in for it.
    case known(KnownHoliday, isObserved: Bool)
    /// The summary of a calendar file's event.
    case given(String)

    /// The name for people who read English, or as it was given.
    package var text: String {
        switch self {
        case .known(let holiday, let isObserved): isObserved ? "\(holiday.english) (observed)" : holiday.english
        case .given(let text): text
        }
    }

    /// The key under which a message catalogue may hold a translation; nil for a given name.
    package var key: String? {
        switch self {
        case .known(let holiday, _): holiday.rawValue
        case .given: nil
        }
    }
}
