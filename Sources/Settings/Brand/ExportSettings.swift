/// An export that is read: a file, a folder of files, or a URL that serves one.
package struct ExportSettings: Hashable, Sendable {
    package let format: SourceFormat
    /// An absolute `https:`, `http:` or `file:` URL.
    package let url: String
    /// The absolute path behind a `file:` URL; it ends in a slash for a drop folder.
    package let filePath: String?

    package init(format: SourceFormat, url: String, filePath: String? = nil) {
        self.format = format
        self.url = url
        self.filePath = filePath
    }

    /// Whether every file of a folder is read as it appears.
    package var isDropFolder: Bool { filePath?.hasSuffix("/") ?? false }
}

/// How an export is written.
package enum SourceFormat: Hashable, Sendable {
    /// The columns of the Customer Support on Twitter data set.
    case twcs
    /// Antwort's own posts, one JSON object a line.
    case antwortPosts
    case csv(CSVSettings)
}
