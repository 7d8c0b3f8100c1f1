import Connectors
import Dialogue
import Testing

@Suite struct `Polling an export` {
    private let format = ExportFormat.antwortPosts(network: Network("facebook"))
    private let csv = ExportFormat.csv(
        CSVMapping(id: "id", author: "who", at: "at", text: "text", time: .epoch), network: Network("facebook"))

    private func line(_ id: Int, _ text: String = "gut") -> [UInt8] {
        Array((#"{"id":"\#(id)","author":{"id":"u"},"at":"2026-03-02T09:30:00Z","text":"\#(text)"}"# + "\n").utf8)
    }

    private func lines(_ ids: ClosedRange<Int>) -> [UInt8] { ids.flatMap { line($0) } }
    private func rows(_ ids: ClosedRange<Int>) -> [UInt8] { ids.flatMap { Array("\($0),u,0,\"a\nb \($0)\"\n".utf8) } }
    private func ids(_ range: ClosedRange<Int>) -> [String] { range.map(String.init) }

    @Test("the pages are the same however the body is cut", arguments: 1...12)
    func pieces(size: Int) throws {
        for (bytes, format) in [
            (lines(1...40), format), (Array("\u{FEFF}id,who,at,text\r\n".utf8) + rows(1...40), csv),
        ] {
            let whole = try read(bytes, format, page: 7)
            #expect(whole.ids == ids(1...40))
            #expect(whole.pages.map(\.rows) == [7, 7, 7, 7, 7, 5])
            let cut = try read(bytes, format, pieces: .bytes(size), page: 7)
            #expect(cut.reports == whole.reports)
            #expect(cut.pages.dropLast().map(\.cursor) == whole.pages.dropLast().map(\.cursor))
            #expect(try read(bytes, format, pieces: .random(seed: UInt64(size)), page: 7).reports == whole.reports)
        }
    }

    @Test func `reading goes on behind every page as if it had never stopped`() throws {
        for (bytes, format) in [(lines(1...40), format), (Array("\u{FEFF}id,who,at,text\n".utf8) + rows(1...40), csv)] {
            for isLocal in [true, false] {
                let host = FileHost(bytes: bytes, etag: isLocal ? nil : "\"a\"", lastModified: "Mon", isLocal: isLocal)
                let whole = try poll(host, format, page: 7)
                #expect(whole.ids == ids(1...40))
                for (index, page) in whole.pages.enumerated() {
                    let rest = try poll(host, format, after: try ExportCursor(encoded: page.cursor.encoded), page: 7)
                    #expect(rest.pages.map(\.reports) == whole.pages.dropFirst(index + 1).map(\.reports))
                    #expect(rest.cursor == whole.cursor)
                }
            }
        }
    }

    @Test func `an unchanged export brings no page and no new cursor`() throws {
        for host in [
            FileHost(bytes: lines(1...9), isLocal: true),
            FileHost(bytes: lines(1...9), lastModified: "Mon", isLocal: true),
            FileHost(bytes: lines(1...9), etag: "\"a\"", lastModified: "Mon"), FileHost(bytes: lines(1...9)),
            FileHost(bytes: lines(1...9), answersRanges: false),
            FileHost(bytes: lines(1...9), etag: "\"a\"", answersRanges: false),
            FileHost(bytes: []), FileHost(bytes: [], isLocal: true),
        ] {
            let first = try poll(host, format)
            let second = try poll(host, format, after: first.cursor)
            #expect(second.pages.isEmpty)
            #expect(second.fetches.count == 1)
        }
    }

    @Test func `validators are sent over HTTP once the file was read to its end, never for a local file`() throws {
        var poll = ExportPoll(format: format, isLocalFile: false)
        #expect(
            poll.next()
                == .fetch(ExportFetch(etag: nil, lastModified: nil, rangeStart: nil, wantsIdentityEncoding: false)))
        #expect(try poll.begin(ExportHead(status: 200, etag: "\"a\"", lastModified: "Mon")) == .read)
        #expect(try poll.feed(lines(1...3)))
        let first = poll.takePage(atMost: 2)
        try poll.cutOff()
        let second = poll.takePage(atMost: 2)
        let third = poll.takePage(atMost: 2)
        #expect(second?.rows == 1)
        #expect(third == nil)
        #expect(poll.next() == .done)
        for cursor in [try #require(first).cursor, try #require(second).cursor] {
            guard case .fetch(let fetch) = ExportPoll(format: format, isLocalFile: false, cursor: cursor).next() else {
                Issue.record("asks nothing")
                return
            }
            #expect(fetch.etag == nil && fetch.lastModified == nil && fetch.wantsIdentityEncoding)
        }

        let host = FileHost(bytes: lines(1...3), etag: "\"a\"", lastModified: "Mon")
        let cursor = try pollOnce(host).cursor
        #expect(try pollOnce(host, after: cursor).fetches.map(\.etag) == ["\"a\""])
        #expect(
            try pollOnce(FileHost(bytes: lines(1...3), lastModified: "Mon", isLocal: true), after: cursor).fetches.map(
                \.lastModified) == [nil])
    }

    private func pollOnce(_ host: FileHost, after cursor: ExportCursor? = nil) throws -> ExportOutcome {
        try ConnectorsTests.poll(host, format, after: cursor)
    }

    @Test("a grown file is read behind the place reached", arguments: [true, false], [true, false])
    func grown(isLocal: Bool, answersRanges: Bool) throws {
        var host = FileHost(
            bytes: lines(1...30), etag: isLocal ? nil : "\"a\"", lastModified: "Mon", isLocal: isLocal,
            answersRanges: answersRanges)
        let first = try poll(host, format)
        host.bytes = lines(1...50)
        host.etag = isLocal ? nil : "\"b\""
        host.lastModified = "Tue"
        let second = try poll(host, format, after: first.cursor, pieces: .bytes(11))
        #expect(second.ids == ids(31...50))
        #expect(second.fetches.count == 1)
        #expect(second.pages.first?.broken == [])
        host.bytes += lines(51...51)
        host.etag = nil
        host.lastModified = nil
        #expect(try poll(host, format, after: second.cursor).ids == ["51"])
    }

    @Test("a replaced file is read from its beginning", arguments: [true, false], [true, false])
    func replaced(isLocal: Bool, answersRanges: Bool) throws {
        var host = FileHost(bytes: lines(1...30), lastModified: "Mon", isLocal: isLocal, answersRanges: answersRanges)
        let first = try poll(host, format)
        for replacement in [lines(101...140), lines(201...202), line(7, "x"), lines(1...29) + line(31, "gu")] {
            host.bytes = replacement
            host.lastModified = "Tue"
            let whole = try read(replacement, format)
            let second = try poll(host, format, after: first.cursor)
            #expect(second.reports == whole.reports)
            #expect(second.fetches.count <= 2)
            #expect(try poll(host, format, after: second.cursor).pages.isEmpty)
        }
    }

    @Test func `a file of the same length but another time is read whole again`() throws {
        for isLocal in [true, false] {
            var host = FileHost(bytes: lines(1...200), lastModified: "Mon", isLocal: isLocal)
            let first = try poll(host, format)
            host.bytes.replaceSubrange(0..<line(1).count, with: line(8))
            host.lastModified = "Tue"
            let second = try poll(host, format, after: first.cursor)
            #expect(second.ids.first == "8")
            #expect(second.ids.count == 200)
            #expect(try poll(host, format, after: second.cursor).pages.isEmpty)
        }
    }

    @Test func `a record that nothing ends waits for one poll, and is taken when it still stands there`() throws {
        for isLocal in [true, false] {
            for (start, more, format, last) in [
                (lines(1...3), line(4).dropLast(), format, "4"),
                (Array("id,who,at,text\n".utf8) + rows(1...3), Array("4,u,0,\"x\"".utf8)[...], csv, "4"),
            ] {
                var host = FileHost(
                    bytes: start + more, etag: isLocal ? nil : "\"a\"", lastModified: "Mon", isLocal: isLocal)
                let first = try poll(host, format)
                #expect(first.ids == ids(1...3))
                var second = try poll(host, format, after: first.cursor)
                #expect(second.ids == [last])
                #expect(try poll(host, format, after: second.cursor).pages.isEmpty)

                // It is finished instead, or grows without an end.
                host.bytes.append(0x0A)
                host.etag = isLocal ? nil : "\"b\""
                host.lastModified = "Tue"
                #expect(try poll(host, format, after: first.cursor).ids == [last])
                #expect(try poll(host, format, after: second.cursor).ids == [])
                host.bytes.removeLast(4)
                second = try poll(host, format, after: first.cursor)
                #expect(second.ids == [])
                #expect(try read(host.bytes, format).reports.count + (try read(host.bytes, format).broken.count) == 4)
            }
        }
    }

    @Test func `a file that is nothing but a header, or half of one, waits for its rows`() throws {
        var host = FileHost(bytes: Array("id,who,".utf8), isLocal: true)
        var outcome = try poll(host, csv)
        #expect(outcome.reports.isEmpty)
        host.bytes = Array("id,who,at,text\n".utf8)
        outcome = try poll(host, csv, after: outcome.cursor)
        #expect(outcome.reports.isEmpty)
        host.bytes += rows(1...2)
        outcome = try poll(host, csv, after: outcome.cursor)
        #expect(outcome.ids == ["1", "2"])
        #expect(try read("id,who,at,text".utf8, csv).reports.isEmpty)
    }

    @Test func `a body that is cut off leaves the cursor behind the last whole record`() throws {
        let bytes = Array("id,who,at,text\n".utf8) + rows(1...20)
        for cut in stride(from: 0, to: bytes.count, by: 3) {
            var poll = ExportPoll(format: csv, isLocalFile: false)
            _ = try poll.begin(ExportHead(status: 200, etag: "\"a\""))
            try poll.feed(Array(bytes[..<cut]))
            try poll.cutOff()
            var got: [String] = []
            var cursor: ExportCursor?
            while let page = poll.takePage(atMost: 3) {
                got += page.reports.map(\.key.remoteID)
                cursor = page.cursor
            }
            let rest = try ConnectorsTests.poll(FileHost(bytes: bytes, etag: "\"a\""), csv, after: cursor)
            #expect(got + rest.ids == ids(1...20))
        }
    }

    @Test func `numbers of records and lines go on counting`() throws {
        var host = FileHost(bytes: Array("id,who,at,text\n".utf8) + rows(1...2), isLocal: true)
        let first = try poll(host, csv)
        host.bytes += Array("3,u,x,a\n".utf8)
        #expect(try poll(host, csv, after: first.cursor).broken.map(\.place) == ["record 3 (line 6)"])
    }

    @Test(
        "a status that brings nothing is an error with a word and an advice",
        arguments: [
            (401, "credentials"), (403, "credentials"), (404, "gone"), (410, "gone"), (429, "limited"),
            (500, "unavailable"),
            (503, "unavailable"), (408, "unavailable"), (302, "refused"), (400, "refused"), (204, "refused"),
            (418, "refused"), (-1, "refused"),
        ])
    func statuses(status: Int, code: String) throws {
        var poll = ExportPoll(format: format, isLocalFile: false)
        let error = #expect(throws: ConnectorError.self) { try poll.begin(ExportHead(status: status)) }
        #expect(error?.code.rawValue == code)
        #expect(error?.advice.isEmpty == false)
        #expect(poll.next() == .done)
    }

    @Test func `a server that answers 416 to everything, or sends other parts than asked for, ends the poll`() throws {
        let cursor = try poll(FileHost(bytes: lines(1...30)), format).cursor
        var machine = ExportPoll(format: format, isLocalFile: false, cursor: cursor)
        #expect(try machine.begin(ExportHead(status: 416)) == .again)
        #expect(throws: ConnectorError.self) { try machine.begin(ExportHead(status: 416)) }
        #expect(machine.next() == .done)

        machine = ExportPoll(format: format, isLocalFile: false, cursor: cursor)
        #expect(try machine.begin(ExportHead(status: 206, contentRangeStart: 0)) == .again)
        #expect(throws: ConnectorError.self) { try machine.begin(ExportHead(status: 206, contentRangeStart: 5)) }

        machine = ExportPoll(format: format, isLocalFile: true)
        #expect(throws: ConnectorError.self) { try machine.failedBeyondEnd() }
    }

    @Test func `a cursor of another format is not used`() throws {
        let cursor = try poll(FileHost(bytes: lines(1...30)), format).cursor
        #expect(
            try poll(FileHost(bytes: Array("id,who,at,text\n".utf8) + rows(1...2)), csv, after: cursor).ids == [
                "1", "2",
            ])
    }

    @Test(
        "a cursor that cannot be understood is an error with an advice",
        arguments: [
            "", "{}", "null", "[1]", "{\"v\":2}", "{\"v\":1}",
            "{\"v\":1,\"format\":\"csv\",\"offset\":-1,\"line\":1,\"record\":0,\"read\":{\"count\":0,\"sha256\":\"\"}}",
            "{\"v\":1,\"format\":\"csv\",\"offset\":9,\"line\":1,\"record\":0,\"read\":{\"count\":10,\"sha256\":\"\"}}",
            "{\"v\":1,\"format\":\"csv\",\"offset\":9e99,\"line\":1,\"record\":0,\"read\":{\"count\":0,\"sha256\":\"\"}}",
            "{\"v\":1,\"format\":\"csv\",\"offset\":9,\"line\":9223372036854775807,\"record\":0,\"read\":{\"count\":1,\"sha256\":\"\"}}",
            "{\"v\":1,\"format\":\"csv\",\"offset\":9,\"line\":1,\"record\":0,\"read\":{\"count\":-1,\"sha256\":\"\"}}",
            "{\"v\":1,\"format\":\"csv\",\"offset\":9,\"line\":1,\"record\":0,\"read\":{\"count\":1,\"sha256\":\"\"},\"tail\":{\"count\":-7,\"sha256\":\"\"}}",
        ])
    func cursors(encoded: String) {
        let error = #expect(throws: ConnectorError.self) { try ExportCursor(encoded: encoded) }
        #expect(error?.code == .cursor)
        #expect(error?.advice.contains("remove it") == true)
    }

    @Test func `a cursor is one line of JSON and comes back as it was`() throws {
        let outcome = try poll(
            FileHost(bytes: Array("id,who,at,text,\"\"\"ö\n\"\n".utf8) + Array("1,u,0,a,b\n2".utf8), etag: "W/\"ä\""),
            csv)
        let cursor = try #require(outcome.pages.last?.cursor)
        #expect(!cursor.encoded.contains("\n"))
        #expect(try ExportCursor(encoded: cursor.encoded) == cursor)
    }

    @Test func `a line without end is cut, its neighbours survive and little is kept of it`() throws {
        let long = [UInt8](repeating: 0x78, count: 3_000_000)
        let outcome = try read(
            lines(1...2) + long + [0x0A] + lines(3...4), format, pieces: .bytes(4096), recordLimit: 4096)
        #expect(outcome.ids == ids(1...4))
        #expect(outcome.broken.map(\.code) == [.tooLong])
        #expect(outcome.broken.map(\.raw.count) == [4096])
        #expect(outcome.broken.map(\.place) == ["record 3 (line 3)"])
    }

    @Test func `large records make small pages`() throws {
        let large = (1...20).flatMap { line($0, String(repeating: "y", count: 1_000_000)) }
        let outcome = try read(large, format, pieces: .bytes(65_536), page: 500)
        #expect(outcome.ids == ids(1...20))
        #expect(outcome.pages.allSatisfy { $0.rows <= 5 })
    }
}
