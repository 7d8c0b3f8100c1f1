import Dialogue

/// Reads the rows of `twcs.csv`.
struct TWCSReader: Sendable {
    private let header: CSVHeader
    private let id: Int
    private let author: Int
    private let inbound: Int
    private let at: Int
    private let text: Int
    private let parent: Int

    init(_ header: CSVHeader) throws(ConnectorError) {
        self.header = header
        id = try header.required("tweet_id")
        author = try header.required("author_id")
        inbound = try header.required("inbound")
        at = try header.required("created_at")
        text = try header.required("text")
        parent = try header.required("in_response_to_tweet_id")
    }

    /// The post of a row, and whether a brand wrote it.
    func post(_ row: CSVRow) throws(RowFault) -> (post: Post, isByBrand: Bool) {
        guard let id = try tweetID(row, id) else { throw RowFault.missing(row.name(id)) }
        guard let authorID = try tweetID(row, author) else { throw RowFault.missing(row.name(author)) }
        let isInbound = try flag(row)
        guard let time = PlatformTime(twitter: row.trimmed(at).span) else {
            throw RowFault(
                .value, row.name(at),
                "is no time like Wed Oct 11 06:55:44 +0000 2017; correct the row and import it again")
        }

        // Customers are numbers, also where texts speak to them; brands keep their names.
        let isCustomerNumber = authorID.utf8.allSatisfy { (0x30...0x39).contains($0) }
        let text = try row.text(text, resolvingHTML: true)
        let post = Post(
            key: PostKey(network: ExportFormat.twcsNetwork, remoteID: id), parent: try tweetID(row, parent),
            author: Author(id: authorID, handle: authorID, name: isCustomerNumber ? nil : authorID), at: time.at,
            nanoseconds: time.nanoseconds, text: text, mentions: Mention.written(in: text))
        return (post, !isInbound && !isCustomerNumber)
    }

    /// An id without the `.0` that pandas appends to a column with gaps; nil when empty, `nan` or `None`.
    private func tweetID(_ row: CSVRow, _ column: Int) throws(RowFault) -> String? {
        guard let id = try row.id(column) else { return nil }
        guard id.utf8.count > 2 else { return id }
        if id.utf8.count <= 4, ["nan", "none", "null", "<na>"].contains(id.lowercased()) { return nil }
        guard id.hasSuffix(".0") else { return id }
        let whole = id.dropLast(2)
        return whole.utf8.allSatisfy { (0x30...0x39).contains($0) } ? String(whole) : id
    }

    private func flag(_ row: CSVRow) throws(RowFault) -> Bool {
        let word = row.trimmed(inbound)
        switch word.count {
        case 4 where TWCSReader.equals(word, "true"): return true
        case 5 where TWCSReader.equals(word, "false"): return false
        case 0: throw RowFault.missing(row.name(inbound))
        default:
            throw RowFault(.value, row.name(inbound), "is neither True nor False; correct the row and import it again")
        }
    }

    private static func equals(_ word: ArraySlice<UInt8>, _ lower: String) -> Bool {
        word.elementsEqual(lower.utf8) { $0 | 0x20 == $1 }
    }
}
