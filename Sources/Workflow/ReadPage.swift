package import Dialogue
package import ServiceHours
package import Storage

/// A page of a source, parsed and triaged, on its way into the store.
package struct ReadPage: Sendable {
    package var arrivals: [Arrival] = []
    package var quarantined: [NewQuarantine] = []
    package var cursor: CursorMove?
    /// Accounts that the page showed for the first time.
    package var newAccounts: [Account] = []
    /// All accounts known by then, those of the page included.
    package var accounts: AccountBook
    /// Posts at or after this instant are live; nil when none is.
    package var liveSince: Instant?
    /// Quarantined records that the page replaces.
    package var released: Set<Int64> = []

    package init(accounts: AccountBook) {
        self.accounts = accounts
    }
}
