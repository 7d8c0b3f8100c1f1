package import Connectors
package import Dialogue

/// An account through which replies reach the public.
package struct Publisher: Sendable {
    package let account: Account
    package let door: ServerDoor
    /// What the server says of itself and of the account.
    package let facts: MastodonFacts
    /// The server's name.
    package let host: String
    /// The server's behaviour with what the account's settings say about it.
    package let profile: PublishProfile

    package init(account: Account, door: ServerDoor, facts: MastodonFacts, host: String, profile: PublishProfile) {
        self.account = account
        self.door = door
        self.facts = facts
        self.host = host
        self.profile = profile
    }

    /// The connector's way of saying things.
    var connector: MastodonPublish { MastodonPublish(facts: facts, host: host) }
}
