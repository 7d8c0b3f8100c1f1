import Connectors
import Dialogue
import ServiceHours
import Settings
import Testing

@Suite struct `Formats of sources` {
    private struct NoZone: Error {}

    private func format(_ format: SourceFormat) throws -> ExportFormat {
        try ExportSettings(format: format, url: "file:///x").exportFormat(
            network: Network("net"), furniture: Furniture(lines: ["5 shares"]),
            zone: { name in
                guard name == "UTC" else { throw NoZone() }
                return .utc
            })
    }

    @Test func `become what the connector reads`() throws {
        #expect(try format(.twcs) == .twcs)
        #expect(try format(.antwortPosts) == .antwortPosts(network: Network("net")))
        let columns: [CSVField: String] = [
            .id: "a", .parent: "b", .author: "c", .handle: "d", .name: "e", .at: "f", .text: "g", .url: "h",
            .mentions: "i",
            .language: "j",
        ]
        let times: [(CSVTime, CSVTimeForm)] = [
            (.rfc3339, .rfc3339), (.unix, .epoch), (.unixMilliseconds, .epochMilliseconds),
            (.pattern("yy-MM-dd", timezone: "UTC"), .pattern(try TimePattern("yy-MM-dd"), zone: .utc)),
            (.pattern("yy-MM-ddZ", timezone: nil), .pattern(try TimePattern("yy-MM-ddZ"), zone: .utc)),
        ]
        for (time, form) in times {
            let csv = CSVSettings(columns: columns, delimiter: .semicolon, time: time, isPage: true)
            let mapping = CSVMapping(
                id: "a", parent: "b", author: "c", handle: "d", name: "e", at: "f", text: "g", url: "h", mentions: "i",
                language: "j", delimiter: .semicolon, time: form, standsOnPage: true,
                furniture: Furniture(lines: ["5 shares"]))
            #expect(try format(.csv(csv)) == .csv(mapping, network: Network("net")))
        }
    }

    @Test func `a zone without rules is an error, not UTC`() {
        let csv = CSVSettings(columns: [:], time: .pattern("yy-MM-dd", timezone: "Mars/Base"))
        #expect(throws: NoZone.self) { try format(.csv(csv)) }
    }
}
