package import Dialogue
import Foundation
import HTTPTypes
package import ServiceHours
package import Transfers

/// Carries the messages of a run to where people read them.
package struct NoticePost: Sendable {
    private let transfers: TransferDriver
    private let zone: ZoneRules
    private let now: Instant
    private let makeID: @Sendable () -> String

    package init(
        transfers: TransferDriver, zone: ZoneRules, now: Instant, makeID: @escaping @Sendable () -> String
    ) {
        self.transfers = transfers
        self.zone = zone
        self.now = now
        self.makeID = makeID
    }

    /// Delivers one message.
    /// - Throws: why it was not delivered; it is tried again with the next run.
    package func deliver(_ group: NoticeGroup, by channel: NoticeChannel) async throws(Problem) {
        do {
            switch channel.kind {
            case .mail(let mail): try await send(group, by: mail)
            case .hook(let hook): try await post(group, to: hook, of: channel)
            }
        } catch let error as TransferError {
            throw Problem(.partial, at: channel.name, error.code.rawValue, next: error.advice)
        } catch let problem as Problem {
            throw problem
        } catch {
            throw Problem(.partial, at: channel.name, "\(error)", next: "report this as a defect")
        }
    }

    private func send(_ group: NoticeGroup, by mail: MailChannel) async throws {
        let text = NoticeText(zone: zone)
        let message = NoticeMail(from: mail.from, to: mail.to).bytes(
            subject: text.subject(of: group), body: text.body(of: group), id: makeID(), at: now)
        var request = MailRequest(
            url: mail.url, sender: mail.from.text, recipients: mail.to.map(\.text), message: Data(message))
        if let user = mail.user, let password = try mail.password() {
            request.user = user
            request.password = password
        }
        _ = try await transfers.send(request)
    }

    private func post(_ group: NoticeGroup, to hook: HookChannel, of channel: NoticeChannel) async throws {
        let payload = HookPayload(format: hook.format, zone: zone).bytes(of: group, at: now)
        let request = TransferRequest(
            method: .post, url: try hook.url(), headers: [.contentType: "application/json"], body: Data(payload),
            allowsPlainHTTP: hook.allowsPlainHTTP, proxy: hook.proxy)
        let answer = try await transfers.perform(request)
        guard (200..<300).contains(answer.status.code) else {
            throw Problem(
                .partial, at: channel.name, "the web hook answered \(answer.status.code)",
                next: "check its address and rights")
        }
    }
}
