/// Everything one run has to say on one channel: one message, the worst first.
package struct NoticeGroup: Hashable, Sendable {
    package let recipient: String
    /// At least one.
    package let notices: [Notice]

    /// The messages of a run: one for each channel that has something to hear, by name of the channel.
    package static func groups(of notices: [Notice]) -> [NoticeGroup] {
        Dictionary(grouping: notices) { $0.key.recipient }
            .map { NoticeGroup(recipient: $0, notices: $1.sorted(by: isWorse)) }
            .sorted { $0.recipient < $1.recipient }
    }

    /// How many there are of a level.
    package func count(of level: NoticeLevel) -> Int {
        notices.count { $0.level == level }
    }

    private static func isWorse(_ left: Notice, _ right: Notice) -> Bool {
        if left.level != right.level { return left.level > right.level }
        if left.lateness != right.lateness { return left.lateness > right.lateness }
        return left.key.text < right.key.text
    }
}

extension Notice {
    fileprivate var lateness: Int64 {
        switch matter {
        case .wait(let matter): matter.lateService
        case .source, .outbox: .min
        }
    }
}
