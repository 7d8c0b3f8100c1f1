/// Where a fact in a draft comes from. Raw values are for people.
package enum FactSource: String, Hashable, Sendable {
    case author = "the author record"
    case settings = "the settings"
    case calendar = "the service calendar"
    case post = "the customer's post"
}

extension Slot {
    /// The one source of the slot's value.
    var source: FactSource {
        switch self {
        case .name, .firstName, .handle: .author
        case .hours, .hoursExceptions, .nextOpening, .closed, .open: .calendar
        default: description.hasPrefix("detail.") ? .post : .settings
        }
    }
}
