package import Connectors
package import Dialogue
package import ServiceHours

/// An account's server as `watch` polls it.
package struct WatchedServer: Sendable {
    /// The source's name.
    package let name: String
    package let account: Account
    package let door: ServerDoor
    /// nil: since the source was added.
    package let liveSince: Instant?
    package let budget: WatchedSource.Budget
    package let reach: MastodonPoll.Reach

    package init(
        name: String, account: Account, door: ServerDoor, liveSince: Instant?, budget: WatchedSource.Budget,
        reach: MastodonPoll.Reach
    ) {
        self.name = name
        self.account = account
        self.door = door
        self.liveSince = liveSince
        self.budget = budget
        self.reach = reach
    }
}
