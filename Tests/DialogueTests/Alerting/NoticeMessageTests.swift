import Dialogue
import Foundation
import ServiceHours
import Testing

@Suite struct `Messages to on-call` {
    private let world: AlertingWorld
    private let text = NoticeText(zone: .utc)

    init() throws {
        world = try AlertingWorld()
    }

    private static let hostile = [
        "anna\r\nBcc: all@example.org", "\u{1B}[2J\u{202E}evil", "<!channel> & <@U1>",
        String(repeating: "x", count: 100_000),
        "=?UTF-8?B?aGk=?=", "\u{0}", "\"}],\"x\":[{\"", "Jörg 🚆", "\u{2028}\n.\r\n.\r\nQUIT",
        "[x](https://evil.example)",
        "e" + String(repeating: "\u{301}", count: 5_000), "",
    ]

    private func group(handle: String, count: Int = 1, url: String? = "https://social.example/1") throws -> NoticeGroup
    {
        let now = AlertingWorld.open + 7200
        let notices = try (0..<count).map { number in
            let record = world.record(
                id: "c\(number)", opener: Author(id: "1", handle: handle.isEmpty ? nil : handle, name: handle), url: url
            )
            return try world.notice(.breach, on: record, at: now)
        }
        return try ApprovalWorld.found(NoticeGroup.groups(of: notices).first)
    }

    @Test func `what, where, how late, who, why then, what to run`() throws {
        let evening = AlertingWorld.open + 8 * 3600 - 600
        let now = AlertingWorld.open + 24 * 3600 + 3600
        let notice = try world.notice(.breach, on: world.record(from: evening), at: now)
        let group = try ApprovalWorld.found(NoticeGroup.groups(of: [notice]).first)
        #expect(text.subject(of: group) == "[Antwort] 1 breach: first answer to @anna late by 10 min")
        #expect(
            text.body(of: group) == """
                BREACH: first answer to @anna late by 10 min
                  What:  complaint on brand
                  Where: https://social.example/@anna/1
                  Late:  10 min of service time, 10 min by the clock
                  Owner: nobody yet
                  Due:   1 h (standard) from Mo 2026-03-02 16:50 UTC, due Tu 2026-03-03 09:50 UTC
                         not counted: Mo 2026-03-02 17:00 UTC to Tu 2026-03-03 09:00 UTC, closed by hours
                  Run:   antwort conversations show c1

                The queue by due time: antwort sla list

                """)
    }

    @Test func `a warning says how much is left, a recovery only that it is over`() throws {
        let now = AlertingWorld.open + 3000
        let record = world.record()
        let warning = try world.notice(.warn, on: record, at: now)
        #expect(text.headline(of: warning) == "first answer to @anna due in 10 min")
        let answered = Wait(
            conversation: "c1", clock: world.clock(from: AlertingWorld.open, ending: .answered(by: "b", at: now)))
        let over = Notice(
            key: NoticeKey(subject: answered.id, level: .recovery, recipient: "mail", number: 0),
            matter: .wait(WaitMatter(world.record(isOwed: false), wait: answered, calendar: world.calendar, at: now)))
        #expect(text.headline(of: over) == "first answer to @anna was given")
        #expect(!text.body(of: try ApprovalWorld.found(NoticeGroup.groups(of: [over]).first)).contains("Late:"))
    }

    @Test func `many breaches make one short message that counts`() throws {
        let group = try group(handle: "anna", count: 500)
        let body = text.body(of: group)
        #expect(text.subject(of: group).hasPrefix("[Antwort] 500 breaches: "))
        #expect(body.contains("And 480 more; the whole list: antwort alerts list"))
        #expect(body.utf8.count < 20_000)
    }

    @Test(arguments: hostile) func `no name adds a line or acts unseen`(name: String) throws {
        let usual = text.body(of: try group(handle: "anna")).split(separator: "\n").count
        let group = try group(handle: name)
        let body = text.body(of: group)
        #expect(body.split(separator: "\n").count == usual)
        #expect(!text.subject(of: group).contains("\n"))
        for scalar in body.unicodeScalars where scalar != "\n" {
            #expect(scalar.value >= 0x20 && !(0x7F...0x9F).contains(scalar.value) && scalar.value != 0x202E)
        }
        #expect(body.utf8.count < 1_500)
    }

    @Test(arguments: [
        "javascript:alert(1)", "https://x.example/ and more", "https://x.example/\r\nBcc: a@b", "",
        "https://bücher.example",
        "https://x.example/" + String(repeating: "a", count: 2000),
    ])
    func `a link that is none is not shown`(url: String) throws {
        let body = text.body(of: try group(handle: "anna", url: url))
        #expect(body.contains("Where: no link; conversation c0"))
    }

    // MARK: Web hooks

    private struct Slack: Decodable { let text: String }
    private struct Generic: Decodable {
        struct Entry: Decodable {
            let key, level, headline, conversation, kind: String
            let late_service_seconds: Int
        }
        let version: Int
        let channel, at: String
        let notices: [Entry]
    }
    private struct Teams: Decodable {
        struct Attachment: Decodable {
            struct Card: Decodable {
                struct Block: Decodable {
                    struct Run: Decodable { let text: String }
                    let type: String
                    let inlines: [Run]
                }
                let type, version: String
                let body: [Block]
            }
            let contentType: String
            let content: Card
        }
        let type: String
        let attachments: [Attachment]
    }

    @Test(arguments: hostile) func `a payload is JSON whatever the names are`(name: String) throws {
        let group = try group(handle: name)
        let now = AlertingWorld.open + 7200
        func data(_ format: HookPayload.Format) -> Data {
            Data(HookPayload(format: format, zone: .utc).bytes(of: group, at: now))
        }
        let slack = try JSONDecoder().decode(Slack.self, from: data(.slack))
        #expect(!slack.text.contains("<") && !slack.text.contains(">"))
        let generic = try JSONDecoder().decode(Generic.self, from: data(.generic))
        #expect(generic.version == 1)
        #expect(generic.notices.map(\.key) == group.notices.map(\.key.text))
        #expect(generic.notices[0].late_service_seconds == 3600)
        let teams = try JSONDecoder().decode(Teams.self, from: data(.teams))
        #expect(teams.attachments[0].contentType == "application/vnd.microsoft.card.adaptive")
        #expect(teams.attachments[0].content.body.allSatisfy { $0.type == "RichTextBlock" })
    }

    @Test func `a card stays below what its receiver takes`() throws {
        let bytes = HookPayload(format: .teams, zone: .utc).bytes(
            of: try group(handle: String(repeating: "ü", count: 500), count: 1_000), at: AlertingWorld.open)
        #expect(bytes.count < 28_000)
    }

    // MARK: Mail

    private func mail(_ group: NoticeGroup, id: String = "run-1") throws -> String {
        let from = try ApprovalWorld.found(MailAddress("antwort@example.org"))
        let to = try ["dienst@example.org", "eva@example.org"].map { try ApprovalWorld.found(MailAddress($0)) }
        let bytes = NoticeMail(from: from, to: to).bytes(
            subject: text.subject(of: group), body: text.body(of: group), id: id, at: AlertingWorld.open)
        return String(decoding: bytes, as: UTF8.self)
    }

    @Test(arguments: hostile) func `no name adds a header or ends the mail`(name: String) throws {
        let mail = try mail(try group(handle: name))
        let parts = mail.components(separatedBy: "\r\n\r\n")
        let header = parts[0].replacingOccurrences(of: "\r\n ", with: " ")
        let names = header.components(separatedBy: "\r\n").map { $0.split(separator: ":").first.map(String.init) ?? "" }
        #expect(
            names == [
                "From", "To", "Subject", "Date", "Message-ID", "MIME-Version", "Content-Type",
                "Content-Transfer-Encoding", "Auto-Submitted",
            ])
        #expect(mail.utf8.allSatisfy { $0 < 0x7F })
        #expect(!mail.replacingOccurrences(of: "\r\n", with: "").utf8.contains { $0 == 0x0A || $0 == 0x0D })
        for line in mail.components(separatedBy: "\r\n") {
            #expect(line.utf8.count <= 78)
            #expect(!line.hasPrefix("."))
        }
    }

    @Test func `header and body are read back as they were`() throws {
        let group = try group(handle: "jörg🚆")
        let mail = try mail(group, id: "run 1>\r\nX: y")
        #expect(mail.contains("Date: Mon, 02 Mar 2026 09:00:00 +0000\r\n"))
        #expect(mail.contains("Message-ID: <run1Xy@example.org>\r\n"))
        #expect(mail.contains("To: dienst@example.org,\r\n eva@example.org\r\n"))
        let header = mail.components(separatedBy: "\r\n\r\n")[0].replacingOccurrences(of: "\r\n ", with: " ")
        let subject = try ApprovalWorld.found(
            header.components(separatedBy: "\r\n").first { $0.hasPrefix("Subject: ") }?.dropFirst(9))
        let decoded = subject.split(separator: " ").compactMap { word in
            Data(base64Encoded: String(word.dropFirst(10).dropLast(2))).map { String(decoding: $0, as: UTF8.self) }
        }
        #expect(decoded.joined() == text.subject(of: group))
        let body = mail.components(separatedBy: "\r\n\r\n").dropFirst().joined(separator: "\r\n\r\n")
        #expect(Self.unquoted(body) == text.body(of: group).replacingOccurrences(of: "\n", with: "\r\n"))
    }

    @Test(arguments: [
        ("a@b.example", true), ("a@b", true), ("a b@c", false), ("a@b@c", false), ("a@b\r\nX: y", false),
        ("<a@b>", false),
        ("a@", false), ("@b", false), ("ä@b", false), ("", false), ("a@b,c@d", false),
    ])
    func `an address is one address`(written: String, isAddress: Bool) {
        #expect((MailAddress(written) != nil) == isAddress)
    }

    private static func unquoted(_ text: String) -> String {
        var bytes: [UInt8] = []
        var rest = Array(text.replacingOccurrences(of: "=\r\n", with: "").utf8)[...]
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "="), let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
            {
                bytes.append(value)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
