import Foundation
import ServiceHours
import Testing

/// The regions' rules against an independent list of 8,383 holidays.
@Suite struct `Holiday oracle` {
    @Test func `every region has exactly the listed days from 2010 to 2040`() throws {
        guard let rows = try Row.all() else { return }
        for region in HolidayRegion.allCases {
            let listed = Set(rows.filter { $0.region == region.rawValue }.map(\.date))
            let ruled = Set((2010...2040).flatMap { region.holidays(in: $0).map(\.date.iso8601) })
            #expect(ruled.subtracting(listed).sorted() == [], "\(region.rawValue): too many")
            #expect(listed.subtracting(ruled).sorted() == [], "\(region.rawValue): missing")
        }
        #expect(rows.count == 8383)
        #expect(Set(rows.map(\.region)) == Set(HolidayRegion.allCases.map(\.rawValue)))
    }

    @Test func `a name here stands for one name there`() throws {
        guard let rows = try Row.all() else { return }
        for country in ["DE", "AT", "CH", "US", "GB"] {
            var theirs: [String: String] = [:]
            var ours: [String: String] = [:]
            for row in rows where row.region.hasPrefix(country) {
                let region = try #require(HolidayRegion(rawValue: row.region))
                let name = try #require(HolidaySet(region: region).name(on: date(row.date)))
                if ["CH", "US", "GB"].contains(country) { #expect(name.text == row.name) }
                let label = name.text
                #expect(theirs[label, default: row.name] == row.name, "\(row.region) \(row.date)")
                #expect(ours[row.name, default: label] == label, "\(row.region) \(row.date)")
                theirs[label] = row.name
                ours[row.name] = label
            }
        }
    }
}

private struct Row {
    let region: String
    let date: String
    let name: String

    static func all() throws -> [Row]? {
        guard let url = SharedData.url("holidays-oracle.csv.gz") else { return nil }
        return try SharedData.unpacked(url).split(whereSeparator: \.isNewline).dropFirst().map { line in
            let fields = line.split(separator: ",", maxSplits: 2).map(String.init)
            try #require(fields.count == 3)
            return Row(region: fields[0], date: fields[1], name: fields[2])
        }
    }
}
