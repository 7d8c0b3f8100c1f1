/// Which column of a CSV file holds what, for exports of tools that have no format of their own here.
///
/// Columns are named as in the header: exactly, or else in any case.
package struct CSVMapping: Hashable, Sendable {
    package var id: String
    /// The id of the post it replies to; an empty field starts a thread.
    package var parent: String?
    /// The author's id. Where there is none, ``handle`` is the id.
    package var author: String?
    package var handle: String?
    package var name: String?
    package var at: String
    package var text: String
    package var url: String?
    /// Whom the post names: handles or ids with spaces, commas or semicolons between them. Without the column,
    /// `@handle` in the text counts.
    package var mentions: String?
    package var language: String?
    package var delimiter: CSVDelimiter
    package var time: CSVTimeForm
    /// Whether posts without a parent stand on the brand's own page: reviews, wall posts.
    package var standsOnPage: Bool
    /// What is quarantined because nobody wrote it.
    package var furniture: Furniture

    package init(
        id: String, parent: String? = nil, author: String? = nil, handle: String? = nil, name: String? = nil,
        at: String, text: String, url: String? = nil, mentions: String? = nil, language: String? = nil,
        delimiter: CSVDelimiter = .auto, time: CSVTimeForm = .rfc3339, standsOnPage: Bool = false,
        furniture: Furniture = Furniture()
    ) {
        self.id = id
        self.parent = parent
        self.author = author
        self.handle = handle
        self.name = name
        self.at = at
        self.text = text
        self.url = url
        self.mentions = mentions
        self.language = language
        self.delimiter = delimiter
        self.time = time
        self.standsOnPage = standsOnPage
        self.furniture = furniture
    }
}
