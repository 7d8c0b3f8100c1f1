import Connectors
import Dialogue
import ServiceHours
import Testing

@Suite struct `Picking one brand's threads` {
    private func post(_ id: String, _ parent: String?, _ author: String, network: String = "twcs") -> PostReport {
        .said(
            Post(
                key: PostKey(network: Network(network), remoteID: id), parent: parent,
                author: Author(id: author, handle: author),
                at: Instant(seconds: 0), text: "x"))
    }

    private func kept(_ reports: [PostReport], brand: String) -> [String] {
        var selection = ExportSelection(threadsOf: Author(id: brand))
        for report in reports { selection.note(report) }
        selection.close()
        return reports.map(\.key).filter { selection.keeps($0) }.map(\.remoteID)
    }

    @Test func `a thread is kept as a whole when the brand speaks in it, in any order of rows`() {
        let reports = [
            post("4", "3", "Marke"), post("3", "2", "8"), post("2", "1", "7"), post("1", nil, "7"),
            post("10", nil, "9"),
            post("11", "10", "Andere"), post("5", "1", "9"), post("20", nil, "7"),
        ]
        #expect(kept(reports, brand: "@marke") == ["4", "3", "2", "1", "5"])
        #expect(kept(reports, brand: "Andere") == ["10", "11"])
        #expect(kept(reports, brand: "Niemand") == [])
        #expect(kept([], brand: "Marke") == [])
    }

    @Test func `replies to one missing post are one thread, circles end, revisions are one post`() {
        #expect(
            kept([post("1", "99", "7"), post("2", "99", "Marke"), post("3", "98", "7")], brand: "Marke") == ["1", "2"])
        #expect(
            kept([post("1", "2", "7"), post("2", "1", "Marke"), post("3", "3", "7")], brand: "Marke") == ["1", "2"])
        #expect(
            kept([post("1", nil, "7"), post("1", nil, "Marke"), post("2", "1", "7")], brand: "Marke") == [
                "1", "1", "2",
            ])
    }

    @Test func `ids of every form are told apart`() {
        let ids = [
            "1", "01", "a", "18446744073709551615", "18446744073709551616", "0", "-1", "9999999999999999999", "",
        ]
        for id in ids { #expect(kept(ids.map { post($0, nil, $0 == id ? "Marke" : "7") }, brand: "Marke") == [id]) }
        #expect(kept([post("1", nil, "Marke"), post("1", nil, "7", network: "other")], brand: "Marke").count == 1)
    }

    @Test func `three hundred thousand rows are sorted into their threads`() {
        var selection = ExportSelection(threadsOf: Author(id: "Marke"))
        for row in 1...300_000 {
            let isAnswer = row % 3 == 0 && row % 2 == 0
            selection.note(post(String(row), row % 3 == 1 ? nil : String(row - 1), isAnswer ? "Marke" : "7"))
        }
        #expect(selection.noted == 300_000)
        selection.close()
        let key = { (id: Int) in PostKey(network: Network("twcs"), remoteID: String(id)) }
        #expect((1...300_000).allSatisfy { selection.keeps(key($0)) == (($0 + 2) / 3 % 2 == 0) })
    }
}
