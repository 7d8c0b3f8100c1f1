import Dialogue
import Settings
import Transfers
package import Workflow

extension Desk {
    /// The channels of the settings.
    package func noticeChannels() -> [NoticeChannel] {
        settings.alertChannels.compactMap { channel in
            switch channel.kind {
            case .email(let email): mail(email).map { NoticeChannel(name: channel.name, kind: .mail($0)) }
            case .webhook(let hook): NoticeChannel(name: channel.name, kind: .hook(self.hook(hook, of: channel.name)))
            }
        }
    }

    /// Tells on-call what the queue says.
    package func noticeStep(makeID: @escaping @Sendable () -> String) async throws -> NoticeStep {
        NoticeStep(
            store: store, channels: noticeChannels(), post: noticePost(makeID: makeID), policies: policies, now: now)
    }

    /// Carries messages; `alerts test` uses it alone.
    package func noticePost(makeID: @escaping @Sendable () -> String) -> NoticePost {
        NoticePost(transfers: transfers, zone: zone, now: now, makeID: makeID)
    }

    private func mail(_ email: EmailChannelSettings) -> MailChannel? {
        guard let from = MailAddress(email.from) else { return nil }
        let login = email.login
        return MailChannel(
            url: email.url, from: from, to: email.to.compactMap { MailAddress($0) }, user: login?.user,
            password: {
                do {
                    return try login.map { try SecretFile(path: $0.passwordFile).read().text }
                } catch let error as SecretError {
                    throw Problem(.permission, at: email.url, field: "password_file", error.what, next: error.next)
                }
            })
    }

    private func hook(_ hook: WebhookChannelSettings, of name: String) -> HookChannel {
        HookChannel(
            format: .init(rawValue: hook.format.rawValue) ?? .generic,
            allowsPlainHTTP: hook.allowsPlainHTTP ? .always : .loopbackOnly, proxy: settings.proxy ?? "",
            url: {
                do {
                    return try hook.url().text
                } catch let error as SecretError {
                    throw Problem(.permission, at: name, field: "url_file", error.what, next: error.next)
                }
            })
    }
}
