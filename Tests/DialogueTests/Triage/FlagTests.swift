import Dialogue
import Foundation
import Testing

/// Counts for one flag of posts that should carry it and of posts that were read so.
struct FlagCount {
    var found = 0
    var wrong = 0
    var missed = 0

    mutating func add(isWanted: Bool, isRead: Bool) {
        switch (isWanted, isRead) {
        case (true, true): found += 1
        case (false, true): wrong += 1
        case (true, false): missed += 1
        case (false, false): break
        }
    }

    var precision: Double { found + wrong == 0 ? 1 : Double(found) / Double(found + wrong) }
    var recall: Double { found + missed == 0 ? 1 : Double(found) / Double(found + missed) }

    static func table(_ counts: [TriageFlag: FlagCount], _ title: String) -> String {
        func cell(_ text: String) -> String { text.padding(toLength: 17, withPad: " ", startingAt: 0) }
        func share(_ value: Double) -> String { String(format: "%.2f", value) }
        let rows = TriageFlag.allCases.map { flag in
            let count = counts[flag] ?? FlagCount()
            return cell(flag.rawValue) + "found \(count.found), wrong \(count.wrong), missed \(count.missed), "
                + "precision \(share(count.precision)), recall \(share(count.recall))"
        }
        return ([title] + rows).joined(separator: "\n") + "\n"
    }
}

/// Half of the posts are traps: they have the words and not the matter.
///
/// The part `tuned` was read once and corrected after; of the part `later`, written to be hard, 2 of 12 crises and 8 of 14 other flags
/// were found at first reading, without a false one; then it was learned from too.
@Suite struct `Flags` {
    struct Row: Sendable, CustomTestStringConvertible {
        let id: String
        let flags: [String]
        let text: String
        var testDescription: String { "\(id): \(flags.joined(separator: ","))" }
    }

    static let rows: [Row] = ["de", "en"].flatMap { language in
        (((try? TriageFixtures.rows("fixtures/flags/\(language).tsv")) ?? nil) ?? []).compactMap { row in
            guard let id = row["id"], let flags = row["flags"], let text = row["text"] else { return nil }
            return Row(id: id, flags: flags.split(separator: ",").map(String.init), text: text)
        }
    }

    @Test func `have their table, half of it traps`() {
        #expect(Self.rows.count >= 120)
        #expect(Self.rows.count { $0.flags.isEmpty } * 5 >= Self.rows.count * 2)
        #expect(Self.rows.allSatisfy { $0.flags.allSatisfy { TriageFlag(rawValue: $0) != nil } })
    }

    @Test(arguments: rows)
    func `are raised where a person would raise them, and not in traps`(_ row: Row) throws {
        let triage = try TriageFixtures.read(row.text)
        #expect(Set(triage.flags.map(\.flag.rawValue)) == Set(row.flags), "\(row.text) \(triage.evidence)")
    }

    @Test func `of the seed corpus are found, and few of them in vain`() throws {
        var counts: [TriageFlag: FlagCount] = [:]
        for language in ["de", "en"] {
            let rows = try #require(try TriageFixtures.rows("fixtures/corpus/\(language).tsv"))
            for row in rows {
                let wanted = Set((row["flags"] ?? "").split(separator: ",").map(String.init))
                let read = Set(try TriageFixtures.read(row["text"] ?? "").flags.map(\.flag.rawValue))
                for flag in TriageFlag.allCases {
                    counts[flag, default: FlagCount()].add(
                        isWanted: wanted.contains(flag.rawValue), isRead: read.contains(flag.rawValue))
                }
            }
        }
        print(FlagCount.table(counts, "flags of the seed corpus"))
        // Every crisis that is read beyond the corpus' own labels is somebody in danger all the same; personal data is not labelled in it.
        let least: [TriageFlag: (precision: Double, recall: Double)] = [
            .crisis: (0.7, 0.75), .legal: (0.65, 0.7), .press: (0.8, 0.6), .privacyRequest: (0.7, 0.55),
            .minor: (0.7, 0.35), .discrimination: (0.8, 0.35), .competitor: (0.8, 0.4), .spam: (0.8, 0.7),
            .threatToLeave: (0.8, 0.5),
        ]
        for (flag, figures) in least {
            let count = try #require(counts[flag])
            #expect(count.precision >= figures.precision, "\(flag)")
            #expect(count.recall >= figures.recall, "\(flag)")
        }
    }

    @Test(arguments: [
        ("Niemand verletzt, nur Blechschaden.", ""), ("Kein Anwalt der Welt liest das.", ""),
        ("\"Klick hier, 1000 Follower kostenlos\" schreibt mir dauernd jemand", ""),
        ("Anwalt", ""), ("mein Anwalt", "legal"),
    ])
    func `yield to a no, to quotation marks and to words that weigh too little`(_ text: String, _ flags: String) throws
    {
        let read = try TriageFixtures.read(text, context: TriageContext(platformLanguage: "de"))
        #expect(read.flags.map(\.flag.rawValue).joined(separator: ",") == flags)
    }
}
