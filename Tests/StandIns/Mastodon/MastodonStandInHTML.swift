/// Writes posts as Mastodon does.
enum MastodonStandInHTML {
    /// The names in `text`, without `@`.
    static func names(in text: String) -> [String] {
        text.split { " \n,!?;:()".contains($0) }.filter { $0.hasPrefix("@") && $0.count > 1 }
            .map { String($0.dropFirst()) }
            .map { $0.hasSuffix(".") ? String($0.dropLast()) : $0 }
    }

    static func html(_ text: String) -> String {
        let paragraphs = text.split(separator: "\n\n").map { paragraph in
            let lines = paragraph.split(separator: "\n", omittingEmptySubsequences: false).map { line in
                line.split(separator: " ", omittingEmptySubsequences: false).map(word).joined(separator: " ")
            }
            return "<p>\(lines.joined(separator: "<br />"))</p>"
        }
        return paragraphs.joined()
    }

    static func profile(of acct: String) -> String {
        let parts = acct.split(separator: "@")
        return "https://\(parts.count > 1 ? String(parts[1]) : "social.example")/@\(parts[0])"
    }

    private static func word(_ word: Substring) -> String {
        if word.hasPrefix("https://") {
            let bare = word.dropFirst(8)
            let (shown, hidden) = (bare.prefix(30), bare.dropFirst(30))
            return
                "<a href=\"\(escaped(word))\" target=\"_blank\" rel=\"nofollow noopener\"><span class=\"invisible\">https://</span><span class=\"\(hidden.isEmpty ? "" : "ellipsis")\">\(escaped(shown))</span><span class=\"invisible\">\(escaped(hidden))</span></a>"
        }
        if let name = names(in: String(word)).first {
            let user = name.prefix { $0 != "@" }
            let rest = word.dropFirst(name.count + 1)
            return
                "<span class=\"h-card\" translate=\"no\"><a href=\"\(profile(of: name))\" class=\"u-url mention\">@<span>\(user)</span></a></span>\(escaped(rest))"
        }
        return escaped(word)
    }

    private static func escaped(_ text: some StringProtocol) -> String {
        text.map { character in
            switch character {
            case "&": "&amp;"
            case "<": "&lt;"
            case ">": "&gt;"
            case "\"": "&quot;"
            default: String(character)
            }
        }.joined()
    }
}
