import Foundation
import StandIns
import Testing
import Transfers

@Suite struct `Mail` {
    let driver = TransferDriver()

    private func mail(_ url: String, to recipients: [String] = ["dienst@example.org"], _ message: String) -> MailRequest
    {
        MailRequest(
            url: url, sender: "antwort@example.org", recipients: recipients, message: Data(message.utf8),
            limits: .init(totalMilliseconds: 5000))
    }

    @Test func `words and dots arrive as they were written`() async throws {
        let sink = try SMTPSink()
        let message = ".am Anfang\nSubject: Grüße\r\n\r\n.Punkt\n..zwei\r.\nÄÖÜ ß 🚆\n.\nEnde"
        let receipt = try await driver.send(mail(sink.url, to: ["a@example.org", "b@example.org"], message))
        #expect(receipt.replyCode == 250)
        let received = try #require(sink.mails.first)
        #expect(received.sender == "antwort@example.org")
        #expect(received.recipients == ["a@example.org", "b@example.org"])
        let lines = [".am Anfang", "Subject: Grüße", "", ".Punkt", "..zwei", ".", "ÄÖÜ ß 🚆", ".", "Ende", ""]
        #expect(String(decoding: received.message, as: UTF8.self) == lines.joined(separator: "\r\n"))
    }

    @Test func `many mails at once all arrive`() async throws {
        let sink = try SMTPSink()
        let (driver, url) = (driver, sink.url)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for index in 0..<40 {
                let mail = mail(url, "Subject: \(index)\n\n" + String(repeating: "Zeile\n", count: 5000))
                group.addTask { _ = try await driver.send(mail) }
            }
            try await group.waitForAll()
        }
        #expect(Set(sink.mails.map(\.message)).count == 40)
    }

    @Test func `a refused recipient stops the mail and is told`() async throws {
        let sink = try SMTPSink(.init(refusedRecipients: ["b@example.org"]))
        let mail = mail(sink.url, to: ["a@example.org", "b@example.org"], "Subject: x\n\n")
        let error = await failure(of: try await driver.send(mail))
        #expect(error?.code == .mailRefused)
        #expect(error?.statusSeen == 550)
        #expect(sink.mails.isEmpty)
    }

    @Test func `a mail refused after its text is told`() async throws {
        let sink = try SMTPSink(.init(verdict: "554 looks like spam"))
        let mail = mail(sink.url, "Subject: x\n\nx")
        let error = await failure(of: try await driver.send(mail))
        #expect(error?.code == .mailRefused)
        #expect(error?.statusSeen == 554)
        #expect(error?.isNotSent == false)
    }

    @Test func `a login is made and its refusal told`() async throws {
        let sink = try SMTPSink(.init(login: (user: "bahn", password: "züge")))
        var mail = mail(sink.url, "Subject: x\n\n")
        (mail.user, mail.password) = ("bahn", "züge")
        _ = try await driver.send(mail)
        #expect(sink.mails.first?.user == "bahn")
        mail.password = "falsch"
        let wrong = mail
        let error = await failure(of: try await driver.send(wrong))
        #expect(error?.code == .loginRefused)
    }

    @Test func `where encryption is demanded nothing is said without it`() async throws {
        let sink = try SMTPSink()
        var demanding = mail(sink.url, "Subject: x\n\n")
        demanding.encryption = .always
        let (mail, driver) = (demanding, driver)
        let error = await failure(of: try await driver.send(mail))
        #expect(error?.code == .tlsFailed)
        #expect(error?.isNotSent == true)
        #expect(!sink.commands.contains { $0.hasPrefix("MAIL") || $0.hasPrefix("AUTH") })
    }

    @Test(
        "envelopes cannot carry commands",
        arguments: [["a@b\r\nRCPT TO:<c@d>"], ["a@b> <c@d"], [""], [], ["a b@c"], ["a@b\u{0}"]])
    func injection(recipients: [String]) async throws {
        let sink = try SMTPSink()
        let mail = mail(sink.url, to: recipients, "x")
        let error = await failure(of: try await driver.send(mail))
        #expect(error?.code == .badRequest)
        #expect(sink.commands.isEmpty)
    }

    @Test("mail goes by mail protocols only", arguments: ["http://127.0.0.1/", "https://a.example/", "file:///x"])
    func scheme(url: String) async throws {
        let mail = mail(url, "x")
        let error = await failure(of: try await driver.send(mail))
        #expect(error?.code == .schemeRefused)
    }
}
