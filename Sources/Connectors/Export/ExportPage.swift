package import Dialogue

/// Some records of an export, to be committed together with the cursor behind them.
package struct ExportPage: Hashable, Sendable {
    /// What the records say, in the order of the file.
    package let reports: [PostReport]
    /// The records that became no post.
    package let broken: [BrokenRecord]
    /// The authors on this page that the format knows to be brands, each once.
    package let brandAuthors: [Author]
    /// How many records the page holds, the broken ones included.
    package let rows: Int
    /// Where the next page begins.
    package let cursor: ExportCursor
}
