/// Why a file could not be taken as the rules of a time zone.
package struct ZoneError: Error, Hashable, Sendable {
    /// What kind of fault it is; fixed words, safe as a label.
    package enum Code: String, CaseIterable, Hashable, Sendable {
        /// The file does not begin as a TZif file does.
        case notZoneFile = "not-zone-file"
        /// The file ends before its own counts say it does.
        case truncated
        /// A number in it is out of its range, or its parts contradict each other.
        case malformed
        /// It counts leap seconds (`right/…`), which instants here do not have.
        case leapSeconds = "leap-seconds"
        /// The rule for the time after the last listed change cannot be read.
        case footer
    }

    package let code: Code
    /// The name of the zone whose file it was.
    package let zone: String
    /// The byte, counted from 0, at which the fault was noticed.
    package let position: Int
    /// What is wrong, as the middle of a sentence.
    package let message: String

    /// What the operator can do.
    package var advice: String {
        switch code {
        case .leapSeconds: "use the zone of the same name without right/"
        default: "install the system's time zone data (tzdata) anew, or name another zone directory"
        }
    }
}
