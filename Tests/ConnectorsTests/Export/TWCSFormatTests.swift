import Connectors
import Dialogue
import ServiceHours
import Testing

@Suite struct `The format twcs` {
    private let header = "tweet_id,author_id,inbound,created_at,text,response_tweet_id,in_response_to_tweet_id\n"

    @Test func `a customer's row and a brand's become posts`() throws {
        let outcome = try read(
            (header + """
                2,115712,True,Wed Oct 11 06:55:44 +0000 2017,"@sprintcare hilf, ""bitte"" &amp; schnell",1,3
                1,sprintcare,FALSE,Wed Oct 11 08:55:45 +0200 2017,@115712 gern,,2.0

                """).utf8, .twcs)
        #expect(outcome.broken == [])
        let network = Network("twcs")
        #expect(
            outcome.posts == [
                Post(
                    key: PostKey(network: network, remoteID: "2"), parent: "3",
                    author: Author(id: "115712", handle: "115712"), at: Instant(seconds: 1_507_704_944),
                    text: "@sprintcare hilf, \"bitte\" & schnell", mentions: ["sprintcare"]),
                Post(
                    key: PostKey(network: network, remoteID: "1"), parent: "2",
                    author: Author(id: "sprintcare", handle: "sprintcare", name: "sprintcare"),
                    at: Instant(seconds: 1_507_704_945), text: "@115712 gern", mentions: ["115712"]),
            ])
        #expect(outcome.brands.map(\.id) == ["sprintcare"])
    }

    @Test func `columns are found by name in any order and case, a further one does not disturb`() throws {
        let outcome = try read(
            """
            ,Text,in_response_to_tweet_id,author_id,CREATED_AT,tweet_id,inbound
            0,hallo,nan,7.0,Wed Oct 11 06:55:44 +0000 2017,5.0,true
            1,moin,,7,Wed Oct 11 06:55:44 +0000 2017,6,True
            2,na,5.0,Marke,Wed Oct 11 06:55:44 +0000 2017,7,False

            """.utf8, .twcs)
        #expect(outcome.ids == ["5", "6", "7"])
        #expect(outcome.posts.map(\.parent) == [nil, nil, "5"])
        #expect(outcome.posts.map(\.author.id) == ["7", "7", "Marke"])
    }

    @Test func `who speaks to customers under a name is a brand, who writes to it is not`() throws {
        let outcome = try read(
            (header + """
                1,Marke,False,Wed Oct 11 06:55:44 +0000 2017,a,,
                2,Marke,False,Wed Oct 11 06:55:44 +0000 2017,b,,
                3,Andere,True,Wed Oct 11 06:55:44 +0000 2017,c,,
                4,12,False,Wed Oct 11 06:55:44 +0000 2017,d,,

                """).utf8, .twcs)
        #expect(outcome.brands.map(\.id) == ["Marke"])
    }

    @Test(
        "a row that cannot be read goes to quarantine with its field, its neighbours are read",
        arguments: [
            ("x,1,True,Wed Oct 11 06:55:44 +0000 2017,short,", "columns", nil),
            (",1,True,Wed Oct 11 06:55:44 +0000 2017,a,,", "missing", "tweet_id"),
            ("9,nan,True,Wed Oct 11 06:55:44 +0000 2017,a,,", "missing", "author_id"),
            ("9,1,,Wed Oct 11 06:55:44 +0000 2017,a,,", "missing", "inbound"),
            ("9,1,Maybe,Wed Oct 11 06:55:44 +0000 2017,a,,", "value", "inbound"),
            ("9,1,True,2017-10-11 06:55:44,a,,", "value", "created_at"),
            ("9,1,True,Wed Oct 32 06:55:44 +0000 2017,a,,", "value", "created_at"),
            ("9,1,True,Wed Okt 11 06:55:44 +0000 2017,a,,", "value", "created_at"),
            ("9,1,True,Wed Oct 11 24:55:44 +0000 2017,a,,", "value", "created_at"),
            ("9,1,True,,a,,", "value", "created_at"),
            ("9,1,True,Wed Oct 11 06:55:44 +0000 2017,\"a\"b,,", "quotes", nil),
        ] as [(String, String, String?)])
    func broken(row: String, code: String, field: String?) throws {
        let good = { (id: Int) in "\(id),1,True,Wed Oct 11 06:55:44 +0000 2017,gut,,\n" }
        let outcome = try read((header + good(1) + row + "\n" + good(2)).utf8, .twcs)
        #expect(outcome.ids == ["1", "2"])
        #expect(outcome.broken.count == 1)
        #expect(outcome.broken.first?.code.rawValue == code)
        #expect(outcome.broken.first?.field == field)
        #expect(outcome.broken.first?.place == "record 2 (line 3)")
        #expect(outcome.broken.first?.raw == Array((row + "\n").utf8))
        #expect(outcome.pages.last?.rows == 3)
    }

    @Test func `bytes that are not UTF-8 cost their row only, and only where they are read`() throws {
        var bytes = Array((header + "1,1,True,Wed Oct 11 06:55:44 +0000 2017,").utf8)
        bytes += [0x4D, 0xFC, 0x6C, 0x6C]
        bytes += Array(",,\n2,1,True,Wed Oct 11 06:55:44 +0000 2017,gut,".utf8) + [0xFF] + Array(",\n".utf8)
        let outcome = try read(bytes, .twcs)
        #expect(outcome.ids == ["2"])
        #expect(outcome.broken.map(\.code) == [.encoding])
        #expect(outcome.broken.map(\.field) == ["text"])
    }

    @Test(
        "character references are resolved once, NUL goes, everything else stays",
        arguments: [
            ("a &amp;lt; b", "a &lt; b"), ("&lt;3 &gt; &quot;x&quot; &apos;", "<3 > \"x\" '"),
            ("&#39;&#x27;&#X1F600;", "''😀"), ("&#0;&#xD800;&#99999999;&#;&;", "&#0;&#xD800;&#99999999;&#;&;"),
            ("R&D & AT&T &nbsp; &ampx;", "R&D & AT&T &nbsp; &ampx;"), ("&", "&"), ("&amp", "&amp"),
            ("a\u{0}b", "ab"), ("\u{1B}[2J\u{202E}x\r y", "\u{1B}[2J\u{202E}x\r y"), ("  leer  ", "  leer  "),
            ("&#+9;&#x-9;", "&#+9;&#x-9;"), ("", ""),
        ])
    func texts(written: String, expected: String) throws {
        let outcome = try read((header + "1,1,True,Wed Oct 11 06:55:44 +0000 2017,\(written),,\n").utf8, .twcs)
        #expect(outcome.posts.map(\.text) == [expected])
    }

    @Test func `a file without a needed column is refused, with its name and what is there`() throws {
        let error = #expect(throws: ConnectorError.self) { try read("tweet_id,text\n1,a\n".utf8, .twcs) }
        #expect(error?.code == .column)
        #expect(error?.place == "header, column author_id")
        #expect(error?.advice.contains("\"tweet_id\", \"text\"") == true)
    }

    @Test(
        "what is no such file at all is refused before its lines fill the quarantine",
        arguments: [
            "<!DOCTYPE html>\n<p>Login",
            "\u{1F}\u{8B}".unicodeScalars.reduce(into: "") { $0.unicodeScalars.append($1) },
        ])
    func refused(text: String) throws {
        for format in [ExportFormat.twcs, .antwortPosts(network: Network("x"))] {
            let bytes = text.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) } + [0x0A]
            let error = #expect(throws: ConnectorError.self) { try read(bytes, format) }
            #expect(error?.code == .format)
        }
    }

    @Test func `the mini fixture and its copy by pandas hold the same posts`() throws {
        let plain = try read(try ProjectFiles.fixture("exports/twcs-mini.csv"), .twcs)
        let pandas = try read(try ProjectFiles.fixture("exports/twcs-mini-pandas.csv"), .twcs)
        #expect(plain.reports.count == 27)
        #expect(plain.broken == [])
        #expect(plain.reports == pandas.reports)
        #expect(plain.brands.map(\.id).sorted() == ["FlinkbusTeam", "SilberbahnHilft"])
        #expect(plain.posts.first { $0.key.remoteID == "9003" }?.text == "@SilberbahnHilft ok danke & schöne Woche")
        #expect(plain.posts.first { $0.key.remoteID == "9030" }?.text.contains("<screenshot attached>\n\n1x") == true)
        #expect(plain.posts.first { $0.key.remoteID == "9040" }?.text.utf8.contains(0x0D) == true)
    }

    @Test func `the public sample is read to its last row`() throws {
        guard let bytes = ProjectFiles.besides("twcs-sample.csv") else { return }
        let outcome = try read(bytes, .twcs)
        #expect(outcome.reports.count == 93)
        #expect(outcome.broken == [])
        #expect(!outcome.brands.isEmpty)
        #expect(try read(bytes, .twcs, pieces: .bytes(1), page: 7).reports == outcome.reports)
    }
}
