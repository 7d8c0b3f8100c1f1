/// Labelled posts as a text file: tab-separated, no quoting, a header that names `id`, `text` and any labels.
package struct LabelledPostFile: Sendable {
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

    private static let tab = UInt8(ascii: "\t")
    private static let columnOfLanguage = "language"
    private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

    private let names: [String]
    private let id: Int
    private let text: Int
    private let language: Int?
    /// Where each label that the header names stands.
    private let labels: [(label: LearnedLabel, place: Int)]

    /// Reads the header; columns of other names are passed over.
    /// - Throws: the fault of a header that names no `id` or no `text`, or a column twice.
    package init(header line: some Collection<UInt8>) throws(Fault) {
        let line = line.starts(with: Self.byteOrderMark) ? Array(line.dropFirst(3)) : Array(line)
        let names = Self.fields(line).map { String(decoding: $0, as: UTF8.self) }
        for name in names where names.count(where: { $0 == name }) > 1 {
            throw Fault(line: 1, column: name, what: "this column is named twice")
        }
        guard let id = names.firstIndex(of: "id"), let text = names.firstIndex(of: "text") else {
            throw Fault(line: 1, column: nil, what: "the header must name the columns id and text, separated by tabs")
        }
        self.names = names
        self.id = id
        self.text = text
        language = names.firstIndex(of: Self.columnOfLanguage)
        labels = LearnedLabel.allCases.compactMap { label in
            names.firstIndex(of: label.rawValue).map { (label, $0) }
        }
    }

    /// Whether the header names any label: posts without one teach nothing.
    package var namesLabels: Bool { !labels.isEmpty }

    /// Reads one line behind the header.
    /// - Parameters:
    ///   - number: counted from 1, the header included.
    ///   - language: what a text is written in where no column says it.
    package func post(
        _ line: some Collection<UInt8>, number: Int, language: (String) -> Language
    ) -> Result<LabelledPost, Fault> {
        func fault(_ column: String?, _ what: String) -> Result<LabelledPost, Fault> {
            .failure(Fault(line: number, column: column, what: what))
        }
        let fields = Self.fields(Array(line))
        guard fields.count == names.count else {
            return fault(nil, "\(fields.count) fields where the header has \(names.count)")
        }
        guard let id = String(validating: fields[id], as: UTF8.self), !id.isEmpty else {
            return fault("id", "it is empty or not UTF-8")
        }
        guard let text = String(validating: fields[text], as: UTF8.self), !text.isEmpty else {
            return fault("text", "it is empty or not UTF-8")
        }
        var words: [LearnedLabel: String] = [:]
        for (label, place) in labels where !fields[place].isEmpty {
            let word = String(decoding: fields[place], as: UTF8.self)
            guard label.words.contains(word) else {
                return fault(label.rawValue, "'\(word)' is none of \(label.words.joined(separator: ", "))")
            }
            words[label] = word
        }
        var spoken: Language?
        if let place = self.language, !fields[place].isEmpty {
            let name = String(decoding: fields[place], as: UTF8.self)
            spoken = Language(rawValue: name)
            guard spoken != nil else {
                return fault(Self.columnOfLanguage, "'\(name)' is none of de, en, other")
            }
        }
        return .success(LabelledPost(id: id, text: text, language: spoken ?? language(text), labels: words))
    }

    /// Reads a whole file; one bad line never loses its neighbours.
    /// - Parameters:
    ///   - bytes: UTF-8; lines may end in LF or CR LF.
    ///   - language: of posts where no column says it; nil for one that is not read.
    /// - Throws: the fault of the header.
    package static func read(_ bytes: [UInt8], language: Language?) throws(Fault) -> Reading {
        var lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)[...]
        let file = try LabelledPostFile(header: lines.popFirst() ?? [])
        var posts: [LabelledPost] = []
        var faults: [Fault] = []
        for (index, line) in lines.enumerated() where !line.isEmpty {
            switch file.post(line, number: index + 2, language: { _ in language ?? .other }) {
            case .success(let post): posts.append(post)
            case .failure(let fault): faults.append(fault)
            }
        }
        return Reading(posts: posts, faults: faults)
    }

    private static func fields(_ line: [UInt8]) -> [ArraySlice<UInt8>] {
        let line = line.last == UInt8(ascii: "\r") ? line.dropLast() : line[...]
        return line.split(separator: tab, omittingEmptySubsequences: false)
    }
}
