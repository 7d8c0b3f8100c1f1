import Connectors
import Testing

@Suite struct `Words of a Mastodon post` {
    @Test(
        "markup becomes plain text",
        arguments: [
            ("<p>Guten Tag</p>", "Guten Tag"), ("Guten Tag", "Guten Tag"), ("", ""),
            ("<p>eins</p><p>zwei<br>drei<br />vier</p>", "eins\n\nzwei\ndrei\nvier"),
            ("<p>eins</p>\n  <p>zwei</p>\n", "eins\n\nzwei"), ("<p></p><p>zwei</p>", "zwei"),
            ("<p>a &lt;b&gt; &amp;amp; &quot;c&quot; &#39;d&#39; &#x1F686;&nbsp;e</p>", "a <b> &amp; \"c\" 'd' 🚆 e"),
            ("<p>&unknown; &#0; & &am<b></b>p;</p>", "&unknown; &#0; & &amp;"),
            ("<ul><li>eins</li><li>zwei</li></ul>", "- eins\n- zwei"),
            (
                "<p>x</p><ol><li>eins</li><li>zwei<ul><li>innen</li></ul></li></ol><p>y</p>",
                "x\n\n1. eins\n2. zwei\n- innen\n\ny"
            ),
            ("<blockquote><p>Zitat</p></blockquote><p>nein</p>", "Zitat\n\nnein"),
            ("<pre><code>a  b\n  c</code></pre>", "a  b\n  c"), ("<p>a   b\n c</p>", "a b c"),
            ("<script>alert('<p>')</script>ja<style>p{}</style>", "ja"),
            ("<p>3 < 4 und <3 <", "3 < 4 und <3 <"), ("<p title='a>b'>x</p>", "x"), ("<p title='a>b", "b"),
            ("<!-- nichts --><?x?>da", "da"), ("<BR>a<BR>b", "a\nb"), ("a\u{0}b", "ab"),
        ])
    func plain(html: String, expected: String) throws {
        #expect(try MastodonWorld.text(of: html) == expected)
    }

    @Test(
        "a link says where it leads",
        arguments: [
            (
                "<a href=\"https://bahn.example/erstattung/formular\"><span class=\"invisible\">https://</span><span class=\"ellipsis\">bahn.example/erst</span><span class=\"invisible\">attung/formular</span></a>",
                "https://bahn.example/erstattung/formular"
            ),
            ("<a href=\"https://bahn.example/\">https://bahn.example</a>", "https://bahn.example"),
            ("<a href=\"https://bahn.example/x\">bahn.example/x</a>", "https://bahn.example/x"),
            (
                "<a href=\"https://phish.example/\">https://bank.example/</a>",
                "https://bank.example/ (https://phish.example/)"
            ),
            ("<a href='https://bahn.example/?a=1&amp;b=2'>hier</a>", "hier (https://bahn.example/?a=1&b=2)"),
            ("<a href=\"javascript:alert(1)\">hier</a>", "hier"), ("<a>hier</a>", "hier"),
            ("<a href=\"https://bahn.example/\"></a>", "https://bahn.example/"),
            ("<a class=\"mention hashtag\" href=\"https://social.example/tags/bahn\">#<span>bahn</span></a>", "#bahn"),
            ("<a class=\"u-url mention\" href=\"https://bahn.example/@kunde\">@<span>kunde</span></a> ja", "@kunde ja"),
        ])
    func links(html: String, expected: String) throws {
        #expect(try MastodonWorld.text(of: html) == expected)
    }

    @Test func `a name is written out with its server, as it was typed`() throws {
        let html =
            "<p><span class=\"h-card\"><a href=\"https://bahn.example/@kunde\" class=\"u-url mention\">@<span>kunde</span></a></span>, danke</p>"
        let mentions = #"[{"id":"9","url":"https://bahn.example/@kunde","acct":"kunde@bahn.example"}]"#
        #expect(try MastodonWorld.text(of: html, mentions: mentions) == "@kunde@bahn.example, danke")
    }

    @Test(
        "hostile markup takes time in proportion to its length",
        arguments: [
            "<a '", "<", "<a href=\"x", "&#1", "<ul><li>", "<script", "<p x='", "</a><a href=https://a.example>", "& ",
            "<pre>\n",
        ])
    func hostile(piece: String) throws {
        let clock = ContinuousClock()
        func time(_ count: Int) throws -> Duration {
            let html = String(repeating: piece, count: count)
            // The best of three: other tests run at the same time.
            return try (0..<3).map { _ in try clock.measure { _ = try MastodonWorld.text(of: html) } }.min() ?? .zero
        }
        let short = try time(2_000)
        let long = try time(20_000)
        #expect(long < short * 40 + .milliseconds(200), "\(short) became \(long) for ten times as much of \(piece)")
    }
}
