import Dialogue

/// Reads the lines of `antwort-posts`.
struct PostLineReader: Sendable {
    /// More than any post can name with reason.
    static let mostMentions = 64

    /// The network of lines that name none.
    let network: Network

    /// The report of one line. A wrong type is a fault that names the field; fields we do not know are passed over.
    func report(_ line: borrowing JSONLine) throws(RowFault) -> PostReport {
        let name = try line.id("network")
        guard let id = try line.id("id") else { throw RowFault.missing("id") }
        let key = PostKey(network: name.map { Network($0) } ?? network, remoteID: id)
        let edited = try time("edited_at", line)
        if try line.flag("deleted") == true {
            return .deleted(key, at: (try time("deleted_at", line) ?? edited)?.at)
        }

        guard let text = try line.text("text") else { throw RowFault.missing("text") }
        guard let time = try time("at", line) else { throw RowFault.missing("at") }
        return .said(
            Post(
                key: key, parent: try line.id("parent"), author: try author(line), at: time.at,
                nanoseconds: time.nanoseconds, text: text, standsOnPage: try line.flag("page") ?? false,
                mentions: try mentions(line, in: text), url: WebAddress.kept(try line.text("url")),
                language: LanguageTag.kept(try line.text("language")), visibility: try visibility(line),
                editedAt: edited?.at))
    }

    private func author(_ line: borrowing JSONLine) throws(RowFault) -> Author {
        guard try line.hasObject("author") else { throw RowFault.missing("author") }
        guard let id = try line.id("id", in: "author") else { throw RowFault.missing("author.id") }
        let handle = try line.text("handle", in: "author")
        let name = try line.text("name", in: "author")
        return Author(id: id, handle: handle.flatMap(Handle.bare), name: name?.isEmpty == true ? nil : name)
    }

    private func time(_ field: String, _ line: borrowing JSONLine) throws(RowFault) -> PlatformTime? {
        guard var text = try line.text(field) else { return nil }
        guard let time = text.withUTF8({ unsafe PlatformTime(rfc3339: $0.span) }) else {
            throw RowFault(
                .value, field, "is no RFC 3339 time; write it like 2026-03-02T09:30:00+01:00, offset included")
        }
        return time
    }

    private func mentions(_ line: borrowing JSONLine, in text: String) throws(RowFault) -> [String] {
        guard let given = try line.texts("mentions", most: PostLineReader.mostMentions) else {
            return Mention.written(in: text)
        }
        var found: [String] = []
        for mention in given.map(Mention.normalised) where !mention.isEmpty && !found.contains(mention) {
            found.append(mention)
        }
        return found
    }

    private func visibility(_ line: borrowing JSONLine) throws(RowFault) -> Visibility {
        guard let word = try line.text("visibility") else { return .public }
        guard let visibility = Visibility(rawValue: word) else {
            throw RowFault(.value, "visibility", "is none of public, unlisted, private, direct; write one of them")
        }
        return visibility
    }
}
