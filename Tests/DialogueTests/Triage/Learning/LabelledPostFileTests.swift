import Dialogue
import Testing

@Suite struct `A file of labelled posts` {
    @Test func `gives its posts with the labels they have`() throws {
        let file =
            "id\ttext\tintent\tother\tneeds_answer\r\n1\tWhere is it?\tquestion\tx\ttrue\r\n2\t\"Lost\"\t\t\tfalse\r\n"
        let reading = try LabelledPostFile.read(Array(file.utf8), language: .english)
        #expect(reading.faults.isEmpty)
        #expect(
            reading.posts == [
                LabelledPost(
                    id: "1", text: "Where is it?", language: .english,
                    labels: [.intent: "question", .needsAnswer: "true"]),
                LabelledPost(id: "2", text: "\"Lost\"", language: .english, labels: [.needsAnswer: "false"]),
            ])
    }

    @Test func `loses no neighbour of a line that cannot be read`() throws {
        let file = "id\ttext\tintent\tlanguage\n1\ta\tchat\ten\n2\tb\n3\tc\tmoan\ten\n4\td\tchat\txx\n5\te\tchat\tde"
        let reading = try LabelledPostFile.read(Array(file.utf8), language: nil)
        #expect(reading.posts.map(\.id) == ["1", "5"])
        #expect(reading.faults.map(\.line) == [3, 4, 5])
        #expect(reading.faults.map(\.column) == [nil, "intent", "language"])
    }

    @Test("has a header", arguments: ["", "id\n", "text\tintent\n", "id\ttext\ttext\n", "\u{0}\n"])
    func header(_ file: String) {
        #expect(throws: LabelledPostFile.Fault.self) {
            try LabelledPostFile.read(Array(file.utf8), language: .english)
        }
    }

    @Test func `reports bytes that are no text, and what is empty`() throws {
        let reading = try LabelledPostFile.read(
            Array("id\ttext\n1\t".utf8) + [0xff, 0xc0, 0x0a] + Array("2\tb\n\tc\n3\t\n".utf8), language: .german)
        #expect(reading.posts.map(\.id) == ["2"])
        #expect(reading.faults.map(\.line) == [2, 4, 5])
        #expect(reading.faults.map(\.column) == ["text", "id", "text"])
    }
}
