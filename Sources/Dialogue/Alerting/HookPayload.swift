package import ServiceHours

/// The body of a web hook, `application/json`.
package struct HookPayload: Sendable {
    /// Whose hook it is; the raw value is the word of the settings.
    package enum Format: String, Hashable, Sendable, CaseIterable {
        case generic, slack, teams
    }

    package let format: Format
    private let text: NoticeText

    package init(format: Format, zone: ZoneRules) {
        self.format = format
        text = NoticeText(zone: zone)
    }

    /// The message about a group, as UTF-8 bytes.
    package func bytes(of group: NoticeGroup, at now: Instant) -> [UInt8] {
        switch format {
        case .generic: generic(group, at: now).bytes
        case .slack: slack(group).bytes
        case .teams: teams(group).bytes
        }
    }

    /// Slack's incoming web hooks: one text. `&`, `<` and `>` are what Slack reads as markup (mentions of everybody among them), so they
    /// are written as entities, and other markup is switched off.
    private func slack(_ group: NoticeGroup) -> JSONText {
        let whole = text.subject(of: group) + "\n" + text.body(of: group)
        var escaped = ""
        for scalar in whole.unicodeScalars {
            switch scalar {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return .object(["text": .text(escaped), "mrkdwn": .bool(false), "unfurl_links": .bool(false)])
    }

    /// A Teams workflow: an Adaptive Card 1.2 of text runs, which know no markup.
    private func teams(_ group: NoticeGroup) -> JSONText {
        // Teams refuses messages of more than 28 kB.
        let lines = text.body(of: group, most: 8).split(separator: "\n", omittingEmptySubsequences: false).map(
            String.init)
        let title = Self.block([.text(text.subject(of: group))], weight: "Bolder")
        let body = [title] + lines.filter { !$0.isEmpty }.map { Self.block([.text($0)], weight: "Default") }
        let card = JSONText.object([
            "$schema": .text("http://adaptivecards.io/schemas/adaptive-card.json"), "type": .text("AdaptiveCard"),
            "version": .text("1.2"), "body": .list(body),
        ])
        let attachment = JSONText.object([
            "contentType": .text("application/vnd.microsoft.card.adaptive"), "contentUrl": .null, "content": card,
        ])
        return .object(["type": .text("message"), "attachments": .list([attachment])])
    }

    private static func block(_ runs: [JSONText], weight: String) -> JSONText {
        .object([
            "type": .text("RichTextBlock"),
            "inlines": .list(
                runs.map { .object(["type": .text("TextRun"), "text": $0, "weight": .text(weight)]) }),
        ])
    }

    /// Our own form: every notice with its key, by which a receiver tells a repeated delivery.
    private func generic(_ group: NoticeGroup, at now: Instant) -> JSONText {
        .object([
            "version": .number(1), "at": .text(now.rfc3339), "channel": .text(group.recipient),
            "summary": .text(text.subject(of: group)), "notices": .list(group.notices.map(json)),
        ])
    }

    private func json(of notice: Notice) -> JSONText {
        var fields: [JSONText.Field] = [
            .init(name: "key", value: .text(notice.key.text)), .init(name: "level", value: .text(notice.level.word)),
            .init(name: "subject", value: .text(notice.key.subject)),
            .init(name: "headline", value: .text(text.headline(of: notice))),
        ]
        switch notice.matter {
        case .wait(let matter):
            let clock = matter.wait.clock
            fields += [
                .init(name: "conversation", value: .text(matter.wait.conversation)),
                .init(name: "account", value: .text(matter.account)),
                .init(name: "kind", value: .text(clock.kind.rawValue)),
                .init(name: "started_at", value: .text(clock.startedAt.rfc3339)),
                .init(name: "due_at", value: clock.dueAt.map { .text($0.rfc3339) } ?? .null),
                .init(name: "late_service_seconds", value: .number(matter.lateService)),
                .init(name: "late_wall_seconds", value: matter.lateWall.map { .number($0) } ?? .null),
                .init(name: "url", value: matter.url.map { .text($0) } ?? .null),
            ]
        case .source(let matter):
            fields += [
                .init(name: "source", value: .text(matter.name)),
                .init(name: "since", value: .text(matter.since.rfc3339)),
                .init(name: "code", value: .text(matter.code)),
            ]
        case .outbox(let matter):
            fields += [
                .init(name: "outbox", value: .text(matter.row)),
                .init(name: "conversation", value: .text(matter.conversation)),
                .init(name: "account", value: .text(matter.account)),
                .init(name: "state", value: .text(matter.state.rawValue)),
                .init(name: "reason", value: matter.reason.map { .text($0.rawValue) } ?? .null),
            ]
        }
        return .object(fields)
    }
}
