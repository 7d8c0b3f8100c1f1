import Connectors
import Dialogue
import Foundation
import ServiceHours
import Testing

@Suite struct `CSV by a mapping` {
    private let network = Network("facebook")
    private let berlin = try? ZoneRules(
        name: "Europe/Berlin", tzif: Array(Data(contentsOf: URL(filePath: "/usr/share/zoneinfo/Europe/Berlin"))))

    private func reviews(furniture: Furniture = Furniture()) throws -> ExportFormat {
        .csv(
            CSVMapping(
                id: "Ref", parent: "Antwort auf", handle: "Wer", name: "Anzeigename", at: "Wann", text: "Inhalt",
                url: "Link",
                time: .pattern(try TimePattern("yyyy-MM-dd HH:mm:ss"), zone: try #require(berlin)), standsOnPage: true,
                furniture: furniture),
            network: network)
    }

    @Test func `the reviews of another tool are read through their mapping`() throws {
        let outcome = try read(try ProjectFiles.fixture("exports/silberbahn-reviews.csv"), try reviews())
        #expect(outcome.broken == [])
        #expect(outcome.posts.count == 15)
        let second = try #require(outcome.posts.dropFirst().first)
        #expect(second.author == Author(id: "philipp_zk", handle: "philipp_zk", name: "Philipp Zarnekower"))
        #expect(second.at == Instant(rfc3339: "2026-03-02T19:27:05+01:00"))
        #expect(second.text.contains("\"Moment\"") && second.text.contains("\n\nErgebnis"))
        #expect(second.standsOnPage)
        let answer = try #require(outcome.posts.dropFirst(2).first)
        #expect(answer.parent == "R-502")
        #expect(!answer.standsOnPage)
        #expect(outcome.posts.first { $0.key.remoteID == "R-505" }?.text.hasPrefix("=1+1 Sterne") == true)
        #expect(outcome.posts.first { $0.key.remoteID == "R-509" }?.author.name == nil)
    }

    @Test(
        "the delimiter is what the first line has most of",
        arguments: [
            ("id,who,at,text", ","), ("id;who;at;text", ";"), ("id\twho\tat\ttext", "\t"),
            ("id;who;at;\"te,,,,xt\"", ";"),
        ])
    func delimiters(header: String, delimiter: String) throws {
        let format = ExportFormat.csv(
            CSVMapping(
                id: "id", author: "who", at: "at", text: header.contains("te,") ? "te,,,,xt" : "text", time: .epoch),
            network: network)
        let row = ["1", "u", "1772443800", "a"].joined(separator: delimiter)
        #expect(try read("\(header)\n\(row)\n".utf8, format).posts.map(\.text) == ["a"])
    }

    @Test func `names are matched exactly first, then in any case`() throws {
        let format = ExportFormat.csv(
            CSVMapping(id: "ID", author: "who", at: "at", text: "Text", time: .epoch), network: network)
        let outcome = try read("id,ID, WHO ,at,text\nx,1,u,0,a\n".utf8, format)
        #expect(outcome.ids == ["1"])
        #expect(outcome.posts.map(\.author.id) == ["u"])
    }

    @Test(
        "times in every form",
        arguments: [
            ("2026-03-02T10:30:00.5+01:00", "rfc3339", 1_772_443_800, 500_000_000),
            ("1772443800", "epoch", 1_772_443_800, 0), ("1772443800.25", "epoch", 1_772_443_800, 250_000_000),
            ("-1.5", "epoch", -2, 500_000_000), ("1772443800123", "epoch_ms", 1_772_443_800, 123_000_000),
            ("-1", "epoch_ms", -1, 999_000_000), ("2026-03-02 10:30:00", "yyyy-MM-dd HH:mm:ss", 1_772_443_800, 0),
            ("02.03.2026 10:30", "dd.MM.yyyy HH:mm", 1_772_443_800, 0),
            ("2.3.26, 9:30 Uhr", "d.M.yy', 'H:mm 'Uhr'", 1_772_440_200, 0),
            ("2026-03-02 09:30:00 UTC", "yyyy-MM-dd HH:mm:ss 'UTC'", 1_772_440_200, 0),
            ("2026-03-02T09:30:00.25Z", "yyyy-MM-dd'T'HH:mm:ss.SZ", 1_772_443_800, 250_000_000),
            ("2026-03-02T09:30:00+0100", "yyyy-MM-dd'T'HH:mm:ssZ", 1_772_440_200, 0),
            ("2026-03-02", "yyyy-MM-dd", 1_772_406_000, 0),
            // The clocks skip 02:00 to 03:00 on 29 March and show it twice on 25 October.
            ("2026-03-29 02:30:00", "yyyy-MM-dd HH:mm:ss", 1_774_747_800, 0),
            ("2026-03-29 03:00:00", "yyyy-MM-dd HH:mm:ss", 1_774_746_000, 0),
            ("2026-10-25 02:30:00", "yyyy-MM-dd HH:mm:ss", 1_792_888_200, 0),
        ])
    func times(written: String, form: String, seconds: Int64, nanoseconds: Int32) throws {
        let time: CSVTimeForm =
            switch form {
            case "rfc3339": .rfc3339
            case "epoch": .epoch
            case "epoch_ms": .epochMilliseconds
            default: .pattern(try TimePattern(form), zone: try #require(berlin))
            }
        let format = ExportFormat.csv(
            CSVMapping(id: "id", author: "who", at: "at", text: "text", time: time), network: network)
        let outcome = try read("id;who;at;text\n1;u;\(written);a\n".utf8, format)
        #expect(outcome.broken == [])
        #expect(outcome.posts.map(\.at.seconds) == [seconds])
        #expect(outcome.posts.map(\.nanoseconds) == [nanoseconds])
    }

    @Test(
        "a time in another form goes to quarantine",
        arguments: [
            ("", "epoch", "missing"), ("x", "epoch", "value"), ("99999999999999", "epoch", "value"),
            ("1.", "epoch_ms", ""),
            ("2026-02-29 10:00:00", "", "value"), ("2026-03-02 24:00:00", "", "value"),
            ("2026-03-02 10:00", "", "value"),
            ("2026-03-02 10:00:00 ", "", ""), ("2026-03-02 10:00:00x", "", "value"),
            ("99999999999999999999999999", "epoch", "value"),
        ])
    func wrongTimes(written: String, form: String, code: String) throws {
        let time: CSVTimeForm =
            form == "epoch"
            ? .epoch
            : form == "epoch_ms" ? .epochMilliseconds : .pattern(try TimePattern("yyyy-MM-dd HH:mm:ss"), zone: .utc)
        let format = ExportFormat.csv(
            CSVMapping(id: "id", author: "who", at: "at", text: "text", time: time), network: network)
        let outcome = try read("id,who,at,text\n1,u,\(written),a\n".utf8, format)
        #expect(outcome.broken.map(\.code.rawValue) == (code.isEmpty ? [] : [code]))
    }

    @Test(
        "a pattern that cannot be meant is refused",
        arguments: ["", "HH:mm", "yyyy-MM", "yyyy-MM-dd hh:mm", "yyyy-MM-dd 'x", "yyy-MM-dd", "yyyy-MM-dd dd"])
    func patterns(pattern: String) {
        let error = #expect(throws: ConnectorError.self) { try TimePattern(pattern) }
        #expect(error?.code == .mapping)
    }

    @Test func `authors, mentions and addresses are tidied, never invented`() throws {
        let format = ExportFormat.csv(
            CSVMapping(
                id: "id", author: "who", name: "name", at: "at", text: "text", url: "url", mentions: "to",
                language: "lang", time: .epoch),
            network: network)
        let outcome = try read(
            """
            id,who,name,at,text,url,to,lang
            1,@Kim,,0,hi @x,ftp://a,"@Marke, zwei;ZWEI",de
            2,u2,Ada,0,hi @x,http://a.example/2,,d
            3,,Ada,0,hi,,,

            """.utf8, format)
        #expect(outcome.posts.map(\.author) == [Author(id: "Kim", handle: "Kim"), Author(id: "u2", name: "Ada")])
        #expect(outcome.posts.map(\.mentions) == [["marke", "zwei"], []])
        #expect(outcome.posts.map(\.url) == [nil, "http://a.example/2"])
        #expect(outcome.posts.map(\.language) == ["de", nil])
        #expect(outcome.broken.map(\.field) == ["who"])
    }

    @Test func `a mapping without an author, or with a column that is not there, is refused`() throws {
        let noAuthor = ExportFormat.csv(CSVMapping(id: "id", at: "at", text: "text"), network: network)
        #expect(#expect(throws: ConnectorError.self) { try read("id,at,text\n".utf8, noAuthor) }?.code == .mapping)
        let noColumn = ExportFormat.csv(CSVMapping(id: "id", author: "wer", at: "at", text: "text"), network: network)
        #expect(
            #expect(throws: ConnectorError.self) { try read("id,at,text\n".utf8, noColumn) }?.place
                == "header, column wer")
    }

    @Test func `furniture goes to quarantine, a customer's words never`() throws {
        let lists = try ["de", "en"].flatMap {
            try ProjectFiles.template("\($0)/lexicon/furniture.txt").split(separator: "\n")
        }
        let furniture = Furniture(lines: lists)
        let format = ExportFormat.csv(
            CSVMapping(id: "id", author: "who", at: "at", text: "text", time: .epoch, furniture: furniture),
            network: network)
        let swept = [
            "Leave a Reply", "1.204 Shares", "%s comments", "Anzeige", " 3  KOMMENTARE ", "Hinterlasse einen Kommentar",
            "12 likes\n3 comments\n",
        ]
        let written = [
            "Leave a reply? Nobody ever does.", "5 Kommentare und keine Antwort!", "Anzeige ist raus!", "Teilen",
            "Danke", "5", "4 von 5", "",
            "Gefällt mir", "Share!", "3 comments\nand not one answer", "#",
        ]
        let rows = (swept + written).enumerated().map { "\($0.offset),u,0,\"\($0.element)\"\n" }
        let outcome = try read(("id,who,at,text\n" + rows.joined()).utf8, format)
        #expect(outcome.broken.map(\.code) == swept.map { _ in .furniture })
        #expect(outcome.posts.map(\.text) == written)
        #expect(
            try read(try ProjectFiles.fixture("exports/silberbahn-reviews.csv"), try reviews(furniture: furniture))
                .posts.count == 15)
    }
}
