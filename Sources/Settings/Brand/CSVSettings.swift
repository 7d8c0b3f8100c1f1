package import Connectors

/// What the columns of a CSV export mean.
package struct CSVSettings: Hashable, Sendable {
    /// The heading of the column that holds a field; fields without a column are absent.
    package let columns: [CSVField: String]
    package let delimiter: CSVDelimiter
    package let time: CSVTime
    /// Whether roots are posts on the brand's own page and so address it.
    package let isPage: Bool

    package init(
        columns: [CSVField: String], delimiter: CSVDelimiter = .auto, time: CSVTime = .rfc3339, isPage: Bool = false
    ) {
        self.columns = columns
        self.delimiter = delimiter
        self.time = time
        self.isPage = isPage
    }
}

/// What a column of a CSV export can hold; the raw value is the key of the settings.
package enum CSVField: String, CaseIterable, Hashable, Sendable {
    case id, parent, author, handle, name, at, text, url, mentions, language

    /// Whether no post can be made without it. Its author is known by `author` or `handle`.
    package var isRequired: Bool {
        switch self {
        case .id, .at, .text: true
        case .parent, .author, .handle, .name, .url, .mentions, .language: false
        }
    }

    /// Whether one column may hold it together with another: people and services are often their own handles.
    package var sharesColumns: Bool {
        switch self {
        case .author, .handle, .name: true
        case .id, .parent, .at, .text, .url, .mentions, .language: false
        }
    }
}

/// How a CSV export writes times.
package enum CSVTime: Hashable, Sendable {
    case rfc3339
    /// Seconds since 1970.
    case unix
    /// Milliseconds since 1970.
    case unixMilliseconds
    /// As the pattern says (``TimePattern``); the zone, an IANA name, is nil only where the pattern has an offset.
    case pattern(String, timezone: String?)
}
