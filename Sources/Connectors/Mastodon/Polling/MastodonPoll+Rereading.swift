import Dialogue

/// Posts that are read again, for edits and deletions.
extension MastodonPoll {
    mutating func takeAgain(
        _ elements: MastodonBody.Elements<MastodonStatus>, asked ids: [String], into page: inout PollPage
    ) {
        for status in elements.read where ids.contains(status.id.text) { reportChange(of: status, into: &page) }
        page.broken += elements.broken.map(\.record)
        let answered = Set(elements.read.map(\.id.text) + elements.broken.compactMap { $0.id?.text })
        // Left out of the answer: deleted, hidden, or more than the server answers at once.
        singles = ids.filter { !answered.contains($0) }
        rereads = rereads.dropFirst(ids.count)
        noteRereads(upTo: ids.last)
    }

    func reportChange(of status: MastodonStatus, into page: inout PollPage) {
        let post = posts.post(status)
        if known[post.key.remoteID] != ContentHash(of: post.text) { page.reports.append(.said(post)) }
    }

    mutating func finish(post id: String) {
        if singles.last == id {
            singles.removeLast()
        } else if rereads.first == id {
            rereads.removeFirst()
            noteRereads(upTo: id)
        }
    }

    private mutating func noteRereads(upTo id: String?) {
        if known.count > reach.rereads { cursor.rereadAfter = id }
    }
}
