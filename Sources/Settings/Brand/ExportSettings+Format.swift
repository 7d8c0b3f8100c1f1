package import Connectors
package import Dialogue
package import ServiceHours

extension ExportSettings {
    /// The format as the connector reads it.
    ///
    /// - Parameters:
    ///   - network: that of the source's account, for posts that name none.
    ///   - furniture: what is no post although it stands in a table.
    ///   - zone: the rules of a zone by its IANA name.
    /// - Throws: what `zone` throws, or the pattern's own error.
    package func exportFormat(
        network: Network, furniture: Furniture, zone: (String) throws -> ZoneRules
    ) throws -> ExportFormat {
        switch format {
        case .twcs: .twcs
        case .antwortPosts: .antwortPosts(network: network)
        case .csv(let csv): .csv(try csv.mapping(furniture: furniture, zone: zone), network: network)
        }
    }
}

extension CSVSettings {
    fileprivate func mapping(furniture: Furniture, zone: (String) throws -> ZoneRules) throws -> CSVMapping {
        CSVMapping(
            id: columns[.id] ?? CSVField.id.rawValue, parent: columns[.parent], author: columns[.author],
            handle: columns[.handle], name: columns[.name], at: columns[.at] ?? CSVField.at.rawValue,
            text: columns[.text] ?? CSVField.text.rawValue, url: columns[.url], mentions: columns[.mentions],
            language: columns[.language], delimiter: delimiter, time: try time.form(zone: zone), standsOnPage: isPage,
            furniture: furniture)
    }
}

extension CSVTime {
    fileprivate func form(zone: (String) throws -> ZoneRules) throws -> CSVTimeForm {
        switch self {
        case .rfc3339: .rfc3339
        case .unix: .epoch
        case .unixMilliseconds: .epochMilliseconds
        case .pattern(let pattern, let timezone):
            .pattern(try TimePattern(pattern), zone: try timezone.map(zone) ?? .utc)
        }
    }
}
