/// Reads labelled posts: tab-separated, no quoting, a header that names `id`, `text` and any labels.
package enum LabelledPostFile {
    /// A line or field that cannot be read.
    package struct Fault: Error, Hashable, Sendable {
        /// From 1.
        package let line: Int
        /// The name of the column; nil when it is about the whole line.
        package let column: String?
        package let what: String
    }

    /// What was read, and what could not be.
    package struct Reading: Sendable {
        package let posts: [LabelledPost]
        package let faults: [Fault]
    }

    /// One bad line never loses its neighbours.
    /// - Parameters:
    ///   - bytes: UTF-8; lines may end in LF or CR LF.
    ///   - language: of posts where no column says it.
    /// - Throws: the fault of a header that names no `id` or no `text`, or one of them twice.
    package static func read(_ bytes: [UInt8], language: Language?) throws(Fault) -> Reading {
        var lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)[...]
        if lines.last?.isEmpty == true { lines.removeLast() }
        let names = lines.popFirst().map(fields) ?? []
        for name in names where names.count(where: { $0 == name }) > 1 {
            throw Fault(line: 1, column: name, what: "this column is named twice")
        }
        guard names.contains("id"), names.contains("text") else {
            throw Fault(line: 1, column: nil, what: "the header must name the columns id and text, separated by tabs")
        }
        var posts: [LabelledPost] = []
        var faults: [Fault] = []
        for (index, line) in lines.enumerated() where !line.isEmpty {
            switch post(in: fields(line), line: index + 2, names: names, language: language) {
            case .success(let post): posts.append(post)
            case .failure(let fault): faults.append(fault)
            }
        }
        return Reading(posts: posts, faults: faults)
    }

    private static func post(
        in values: [String], line: Int, names: [String], language: Language?
    ) -> Result<LabelledPost, Fault> {
        func fault(_ column: String?, _ what: String) -> Result<LabelledPost, Fault> {
            .failure(Fault(line: line, column: column, what: what))
        }
        guard values.count == names.count else {
            return fault(nil, "\(values.count) fields where the header has \(names.count)")
        }
        let row = Dictionary(uniqueKeysWithValues: zip(names, values))
        var labels: [LearnedLabel: String] = [:]
        for label in LearnedLabel.allCases {
            guard let word = row[label.rawValue], !word.isEmpty else { continue }
            guard label.words.contains(word) else {
                return fault(label.rawValue, "'\(word)' is none of \(label.words.joined(separator: ", "))")
            }
            labels[label] = word
        }
        let spoken = row["language"].flatMap { $0.isEmpty ? nil : $0 }
        guard let language = spoken.map(Language.init(rawValue:)) ?? language ?? .other else {
            return fault("language", "'\(spoken ?? "")' is none of de, en, other")
        }
        return .success(LabelledPost(id: row["id"] ?? "", text: row["text"] ?? "", language: language, labels: labels))
    }

    private static func fields(_ line: some Collection<UInt8>) -> [String] {
        var line = Array(line)
        if line.last == UInt8(ascii: "\r") { line.removeLast() }
        return line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false).map {
            String(decoding: $0, as: UTF8.self)
        }
    }
}
