package import Dialogue

/// The form of an export: which bytes mean which post.
package enum ExportFormat: Hashable, Sendable {
    /// "Customer Support on Twitter" (`twcs.csv`), also as pandas saves it again; the network is always
    /// ``twcsNetwork``.
    ///
    /// Columns `tweet_id`, `author_id`, `inbound`, `created_at`, `text`, `in_response_to_tweet_id`, found by name.
    case twcs
    /// Our own JSON Lines; `network` is that of the lines which name none.
    case antwortPosts(network: Network)
    /// CSV of any tool, as the mapping tells.
    case csv(CSVMapping, network: Network)

    package static let twcsNetwork = Network("twcs")

    /// The word of the settings: `twcs`, `antwort-posts`, `csv`.
    package var name: String {
        switch self {
        case .twcs: "twcs"
        case .antwortPosts: "antwort-posts"
        case .csv: "csv"
        }
    }

    /// The delimiter of a CSV format; nil for a format of lines.
    var delimiter: CSVDelimiter? {
        switch self {
        case .twcs: .comma
        case .antwortPosts: nil
        case .csv(let mapping, _): mapping.delimiter
        }
    }

    /// How rows below this header become posts.
    func reader(for header: CSVHeader) throws(ConnectorError) -> RecordReader {
        switch self {
        case .twcs: .twcs(try TWCSReader(header))
        case .antwortPosts(let network): .posts(PostLineReader(network: network))
        case .csv(let mapping, let network): .mapped(try MappedReader(mapping, network: network, header: header))
        }
    }
}
