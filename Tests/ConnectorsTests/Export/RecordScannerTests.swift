import Connectors
import Testing

@Suite struct `Records in a stream` {
    /// Fields joined by `|`, records by line ends, faults in brackets; doubled quotes as they stand.
    private func scan(
        _ text: String, split: Int? = nil, limit: Int = 1 << 20, layout: RecordLayout = .csv(delimiter: 0x2C)
    ) -> [String] {
        let bytes = Array(text.utf8)
        var scanner = RecordScanner(layout: layout, limit: limit)
        var seen: [UInt8] = []
        for byte in split.map({ size in
            stride(from: 0, to: bytes.count, by: size).map { Array(bytes[$0..<min($0 + size, bytes.count)]) }
        }) ?? [bytes] {
            seen += byte
            scanner.scan(seen.span, base: 0, wanted: .max)
        }
        while scanner.hasOpenRecord {
            scanner.endOfStream(seen.span, base: 0)
            scanner.scan(seen.span, base: 0, wanted: .max)
        }
        return scanner.records.map { record in
            let line = "\(record.line):"
            if let fault = record.fault {
                return line + "[\(fault) \(String(decoding: bytes[record.start..<record.end], as: UTF8.self))]"
            }
            return line
                + scanner.fields(of: record).map { field in
                    let start = record.start + Int(field.start)
                    return String(decoding: bytes[start..<start + Int(field.count)], as: UTF8.self)
                }.joined(separator: "|")
        }
    }

    @Test(
        "records end at LF or CRLF outside quotes, wherever the stream is cut",
        arguments: [
            ("a,b\nc,d\n", ["1:a|b", "2:c|d"]),
            ("a,b\r\nc,d\r\n", ["1:a|b", "2:c|d"]),
            ("a,b\nc,d", ["1:a|b", "2:c|d"]),
            ("a,b\nc,d\r", ["1:a|b", "2:c|d"]),
            ("a,\"b\nc\",d\ne,f,g\n", ["1:a|b\nc|d", "3:e|f|g"]),
            ("a,\"b\r\nc\"\r\nd,e\r\n", ["1:a|b\r\nc", "3:d|e"]),
            ("a,\"say \"\"b\"\"\"\n", ["1:a|say \"\"b\"\""]),
            ("a\rb,c\n", ["1:a\rb|c"]),
            ("\"\",\"\"\n", ["1:|"]),
            (",\n", ["1:|"]),
            ("a,", ["1:a|"]),
            ("5\" screen,b\n", ["1:5\" screen|b"]),
            ("\n\na\n\r\n\nb\n", ["3:a", "6:b"]),
            ("\"\"\n", ["1:"]),
            ("a\u{0}b,c\n", ["1:a\u{0}b|c"]),
            ("", []),
            ("\n", []),
            ("\"a\"", ["1:a"]),
            ("\"a\"\r", ["1:a"]),
        ])
    func ends(text: String, expected: [String]) {
        #expect(scan(text) == expected)
        for size in 1...5 { #expect(scan(text, split: size) == expected, "cut every \(size) bytes") }
    }

    @Test(
        "a record whose quotes do not add up is its first line alone",
        arguments: [
            ("a,\"b\nc,\"d\"\ne,f\n", ["1:[quotes a,\"b\n]", "2:c|d", "3:e|f"]),
            ("a,\"b\nc,d\ne,f\n", ["1:[quotes a,\"b\n]", "2:c|d", "3:e|f"]),
            ("a,\"b\"c\"\nd,e\n", ["1:[quotes a,\"b\"c\"\n]", "2:d|e"]),
            ("a,\"b\" \nd,e\n", ["1:[quotes a,\"b\" \n]", "2:d|e"]),
            ("a,\"b\"\rc\nd,e\n", ["1:[quotes a,\"b\"\rc\n]", "2:d|e"]),
            ("a,\"b", ["1:[quotes a,\"b]"]),
            ("a,\"b\"c", ["1:[quotes a,\"b\"c]"]),
            (
                "x,\"o\nn\"e\ny,\"t\nw\"o\nz,\"3\"\n",
                ["1:[quotes x,\"o\n]", "2:n\"e", "3:[quotes y,\"t\n]", "4:w\"o", "5:z|3"]
            ),
        ])
    func quotes(text: String, expected: [String]) {
        #expect(scan(text) == expected)
        for size in 1...5 { #expect(scan(text, split: size) == expected, "cut every \(size) bytes") }
    }

    @Test func `a quote that nothing closes costs its line, not the rest of the file`() {
        let rows = (1...2000).map { "\($0),text of row \($0)\n" }
        let text = rows[..<700].joined() + "701,\"never closed\n" + rows[701...].joined()
        for size in [nil, 7, 4096] as [Int?] {
            let found = scan(text, split: size, limit: 4096)
            #expect(found.count == 2000)
            #expect(found[700] == "701:[quotes 701,\"never closed\n]")
            #expect(found.indices.allSatisfy { $0 == 700 || found[$0] == "\($0 + 1):\($0 + 1)|text of row \($0 + 1)" })
        }
    }

    @Test func `a line that is too long is given up as a whole and only its beginning kept`() {
        let long = String(repeating: "x", count: 5000)
        for size in [nil, 13] as [Int?] {
            #expect(scan("a,b\n\(long)\nc,d\n", split: size, limit: 64) == ["1:a|b", "2:[tooLong \(long)\n]", "3:c|d"])
        }
        var scanner = RecordScanner(layout: .lines, limit: 64)
        let bytes = Array("\(long)\n".utf8)
        scanner.scan(bytes.span, base: 0, wanted: 1)
        #expect(scanner.records.first?.kept?.count == 64)
    }

    @Test func `lines know no quotes and no delimiters`() {
        #expect(scan("\"a,b\nc\"\r\n\n,\n", layout: .lines) == ["1:\"a,b", "2:c\"", "4:,"])
    }

    @Test func `bytes that try to be read again and again cost a few passes, no more`() {
        // Inside quotes this line closes one and opens the next; on its own it opens one: the worst there is.
        let line = "a\",\"b\n"
        let text = String(repeating: line, count: 200_000)
        let clock = ContinuousClock()
        let time = clock.measure { _ = scan("\"" + text, limit: 1 << 16) }
        #expect(time < .seconds(20))
    }

    @Test func `every byte of any stream belongs to one record or a blank line`() {
        var generator = SeededGenerator(seed: 7)
        let alphabet = Array("aa,,\"\"\n\r\n;".utf8)
        for round in 0..<3000 {
            let bytes = (0..<Int.random(in: 0...120, using: &generator)).map { _ in
                alphabet.randomElement(using: &generator) ?? 0
            }
            let limit = [16, 40, 1000][round % 3]
            var whole = RecordScanner(layout: .csv(delimiter: 0x2C), limit: limit)
            whole.scan(bytes.span, base: 0, wanted: .max)
            while whole.hasOpenRecord {
                whole.endOfStream(bytes.span, base: 0)
                whole.scan(bytes.span, base: 0, wanted: .max)
            }
            var piecemeal = RecordScanner(layout: .csv(delimiter: 0x2C), limit: limit)
            for end in 0...bytes.count {
                let beginning = Array(bytes[..<end])
                piecemeal.scan(beginning.span, base: 0, wanted: .max)
            }
            while piecemeal.hasOpenRecord {
                piecemeal.endOfStream(bytes.span, base: 0)
                piecemeal.scan(bytes.span, base: 0, wanted: .max)
            }
            #expect(whole.records == piecemeal.records)

            var reached = 0
            for record in whole.records {
                #expect(bytes[reached..<record.start].allSatisfy { $0 == 0x0A || $0 == 0x0D })
                #expect(record.end > record.start)
                let lines = bytes[..<record.start].count { $0 == 0x0A } + 1
                #expect(record.line == lines)
                reached = record.end
            }
            #expect(bytes[reached...].allSatisfy { $0 == 0x0A || $0 == 0x0D })
        }
    }
}
