/// Something that went wrong and that a person should know: one line on stderr.
package struct Problem: Error, Hashable, Sendable {
    /// What kind of trouble it is; decides the exit code.
    package enum Kind: Hashable, Sendable {
        /// A record was quarantined, a source failed beside others that did not.
        case partial
        /// What the user gave is malformed.
        case badData
        /// A file or conversation that was named is not there.
        case noInput
        /// A remote cannot be reached, or answers with trouble of its own.
        case unavailable
        /// A defect of ours.
        case `internal`
        case cannotCreate
        /// The device failed or is full.
        case io
        /// Another run is at work; try later.
        case locked
        case permission
        case configuration
    }

    package let kind: Kind
    /// A file with line and column, an account, a source or an id.
    package let place: String
    /// The field, or empty.
    package let field: String
    package let what: String
    /// What to do next.
    package let next: String

    package init(_ kind: Kind, at place: String, field: String = "", _ what: String, next: String) {
        self.kind = kind
        self.place = place
        self.field = field
        self.what = what
        self.next = next
    }
}
