import Foundation
import StandIns

/// An invented Mastodon server and a mail server on loopback, which run until they are ended and show in files what they hold.
///
/// usage: `stand-ins FOLDER NOW POSTS`: `NOW` is the time on the server's clock, `POSTS` a file with what people have written by then.
/// In the folder appear `addresses` (where they are), `page.txt` (what everybody reads on the page) and `mail-1.txt`, … (what arrived).
@main struct StandInServers {
    static func main() throws {
        let words = CommandLine.arguments.dropFirst()
        guard words.count == 3, let folder = words.first, let file = words.last,
            let now = try? Date(words[words.startIndex + 1], strategy: .iso8601)
        else {
            FileHandle.standardError.write(Data("usage: stand-ins FOLDER NOW POSTS\n".utf8))
            exit(64)
        }
        let posts = try WrittenPost.read(String(contentsOfFile: file, encoding: .utf8))
        let start = Int64(now.timeIntervalSince1970)
        let server = try MastodonStandIn(now: posts.first?.at ?? start)
        for post in posts {
            server.wait(seconds: post.at - server.now - 1)
            server.post(post.text, by: post.author, name: post.name)
        }
        server.wait(seconds: start - server.now)

        let show = Showcase(folder: URL(filePath: folder), server: server, mails: try SMTPSink())
        try show.open()
        // Whoever started us ends us; if they are gone, nobody looks any more.
        let parent = getppid()
        while getppid() == parent {
            try show.refresh()
            usleep(50_000)
        }
    }
}
