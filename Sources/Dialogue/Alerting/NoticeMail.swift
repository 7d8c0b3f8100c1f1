package import ServiceHours

/// A message to on-call as a mail server takes it (RFC 5322, MIME): lines end with CR LF, everything is ASCII.
///
/// What is not ASCII stands in encoded words (RFC 2047) in the header and in quoted-printable (RFC 2045) in the body, so no name can end a
/// header line.
package struct NoticeMail: Sendable {
    private let from: MailAddress
    private let to: [MailAddress]

    package init(from: MailAddress, to: [MailAddress]) {
        self.from = from
        self.to = to
    }

    /// The message.
    /// - Parameters:
    ///   - id: the left part of the Message-ID, the same for every delivery of this message; what cannot stand there is left out.
    ///   - now: its date.
    package func bytes(subject: String, body: String, id: String, at now: Instant) -> [UInt8] {
        let host = from.text.utf8.split(separator: UInt8(ascii: "@")).last.map { String(decoding: $0, as: UTF8.self) }
        var lines = [
            "From: Antwort <\(from.text)>",
            "To: " + to.map(\.text).joined(separator: ",\r\n "),
            "Subject: " + EncodedWords.text(PlainLine.clean(subject, limit: 300)),
            "Date: " + MailDate.text(now),
            "Message-ID: <\(Self.atom(id))@\(host ?? "localhost")>",
            "MIME-Version: 1.0",
            "Content-Type: text/plain; charset=utf-8",
            "Content-Transfer-Encoding: quoted-printable",
            // RFC 3834: no vacation answer to this.
            "Auto-Submitted: auto-generated",
        ]
        lines += ["", ""]
        return Array(lines.joined(separator: "\r\n").utf8) + QuotedPrintable.bytes(body)
    }

    /// The letters, digits and dashes of a text.
    private static func atom(_ text: String) -> String {
        let kept = text.utf8.filter { byte in
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"): true
            default: false
            }
        }
        return kept.isEmpty ? "notice" : String(decoding: kept.prefix(120), as: UTF8.self)
    }
}
