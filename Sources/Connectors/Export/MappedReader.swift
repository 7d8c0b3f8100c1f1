import Dialogue

/// Reads the rows of a CSV file by a mapping.
struct MappedReader: Sendable {
    private let mapping: CSVMapping
    private let network: Network
    private let id: Int
    private let at: Int
    private let text: Int
    private let parent: Int?
    private let author: Int?
    private let handle: Int?
    private let name: Int?
    private let url: Int?
    private let mentions: Int?
    private let language: Int?

    init(_ mapping: CSVMapping, network: Network, header: CSVHeader) throws(ConnectorError) {
        func column(_ name: String?) throws(ConnectorError) -> Int? {
            guard let name else { return nil }
            return try header.required(name)
        }
        self.mapping = mapping
        self.network = network
        id = try header.required(mapping.id)
        at = try header.required(mapping.at)
        text = try header.required(mapping.text)
        parent = try column(mapping.parent)
        author = try column(mapping.author)
        handle = try column(mapping.handle)
        name = try column(mapping.name)
        url = try column(mapping.url)
        mentions = try column(mapping.mentions)
        language = try column(mapping.language)
        guard author != nil || handle != nil else {
            throw ConnectorError(
                .mapping, at: "mapping",
                advice: "names no column for the author; give author, or handle where that is all there is")
        }
    }

    func post(_ row: CSVRow) throws(RowFault) -> Post {
        let text = try row.text(text)
        if mapping.furniture.makesUp(text) {
            throw RowFault(
                .furniture, row.name(self.text),
                "is no post but what stood around one on the page; take the phrase out of furniture.txt if a person wrote it"
            )
        }
        guard let id = try row.id(id) else { throw RowFault.missing(row.name(self.id)) }
        let time = mapping.time.time(in: row.trimmed(at))
        guard let time else {
            if row.trimmed(at).isEmpty { throw RowFault.missing(row.name(at)) }
            throw RowFault(
                .value, row.name(at), "is no time of the form \(mapping.time.expected); correct the row or the mapping")
        }
        let parent = try self.parent.map { column throws(RowFault) in try row.id(column) } ?? nil
        return Post(
            key: PostKey(network: network, remoteID: id), parent: parent, author: try author(row), at: time.at,
            nanoseconds: time.nanoseconds, text: text, standsOnPage: mapping.standsOnPage && parent == nil,
            mentions: try mentions(row, in: text), url: WebAddress.kept(try row.optional(url)),
            language: LanguageTag.kept(try row.optional(language)))
    }

    private func author(_ row: CSVRow) throws(RowFault) -> Author {
        var handle: String?
        if let column = self.handle { handle = (try row.id(column)).flatMap(Handle.bare) }
        var id: String?
        if let column = author { id = try row.id(column) }
        // An id that is written like a handle is one.
        if let written = id, written.hasPrefix("@") {
            id = Handle.bare(written)
            handle = handle ?? id
        }
        guard let id = id ?? handle else { throw RowFault.missing(row.name(author ?? self.handle ?? self.id)) }
        return Author(id: id, handle: handle, name: try row.optional(name))
    }

    private func mentions(_ row: CSVRow, in text: String) throws(RowFault) -> [String] {
        guard let column = mentions else { return Mention.written(in: text) }
        var found: [String] = []
        for word in (try row.text(column)).utf8.split(whereSeparator: { $0 <= 0x20 || $0 == 0x2C || $0 == 0x3B }) {
            guard found.count < PostLineReader.mostMentions else { break }
            let mention = Mention.normalised(String(Substring(word)))
            if !mention.isEmpty, !found.contains(mention) { found.append(mention) }
        }
        return found
    }
}
