import ArgumentParser

/// Reads posts as JSON Lines from standard input and puts one object out for each: `--jsonl` of the commands that need no store.
struct PostFilter {
    let terminal: Terminal

    /// Answers one post after the other. A line that is none gets an object that says so in its place, and its neighbours their answers.
    /// - Parameter answer: the fields for a post that has this text, besides its `id`.
    /// - Throws: 65 at the end when a line was no post.
    func run(_ answer: (_ text: String, _ post: JSONValue) -> [(String, JSONValue)]) throws {
        var failed = 0
        for (index, line) in InputLines().enumerated() where !line.isEmpty {
            guard let post = try? JSONValue(line: String(decoding: line, as: UTF8.self)), let text = post["text"]?.text
            else {
                failed += 1
                terminal.result(refusal(ofLine: index + 1))
                continue
            }
            terminal.result(.object([("id", post["id"] ?? .null)] + answer(text, post)))
        }
        if failed > 0 { throw ExitCode(ExitStatus.badData.rawValue) }
    }

    private func refusal(ofLine number: Int) -> JSONValue {
        let message = "line \(number) is no object with a \"text\""
        return .object([("id", .null), ("error", .object([("code", "json"), ("message", .text(message))]))])
    }
}
