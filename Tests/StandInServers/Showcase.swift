import Foundation
import StandIns

/// Writes into a folder what the servers hold, whenever it has changed.
final class Showcase {
    private let folder: URL
    private let server: MastodonStandIn
    private let mails: SMTPSink
    private var shown: [MastodonStandInPost] = []
    private var mailsShown = 0

    init(folder: URL, server: MastodonStandIn, mails: SMTPSink) {
        self.folder = folder
        self.server = server
        self.mails = mails
    }

    /// Tells where the servers are: once this file is there, they answer.
    func open() throws {
        try refresh()
        try write("mastodon=\(server.url)\nsmtp=\(mails.url)\ntoken=\(MastodonStandIn.token)\n", to: "addresses")
    }

    func refresh() throws {
        let posts = server.posts
        if posts != shown {
            try write(page(of: posts), to: "page.txt")
            shown = posts
        }
        let received = mails.mails
        for (index, mail) in received.enumerated().dropFirst(mailsShown) {
            try write(MailText.readable(mail.message), to: "mail-\(index + 1).txt")
        }
        mailsShown = received.count
    }

    /// Every public post, answers below what they answer.
    private func page(of posts: [MastodonStandInPost], below parent: String? = nil, depth: Int = 0) -> String {
        posts.filter { $0.parent == parent && $0.visibility == "public" }.map { post in
            let indent = String(repeating: "    ", count: depth)
            let lines = post.text.split(separator: "\n", omittingEmptySubsequences: false)
            return "\(indent)@\(post.author)\n" + lines.map { $0.isEmpty ? "\n" : "\(indent)  \($0)\n" }.joined()
                + page(of: posts, below: post.id, depth: depth + 1)
        }.joined(separator: depth == 0 ? "\n" : "")
    }

    private func write(_ text: String, to name: String) throws {
        try Data(text.utf8).write(to: folder.appending(path: name), options: .atomic)
    }
}
