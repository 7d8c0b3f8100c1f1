import ServiceHours

/// How far one list of a server (the mentions, the account's own posts) has been read: part of the cursor.
struct MastodonTrack: Hashable, Sendable, Codable {
    /// Seconds within which a server may still show an entry with an older id than others it has shown: ids are given out before an entry
    /// becomes visible.
    static let overlap: Seconds = 120
    private static let mostMarks = 20

    /// One entry of a list.
    struct Mark: Hashable, Sendable, Codable {
        let id: MastodonID
        /// Seconds since 1970.
        let at: Int64

        private enum CodingKeys: String, CodingKey {
            case id = "i"
            case at = "t"
        }
    }

    /// A reading from the newest entry backwards that has not come to its end.
    struct Walk: Hashable, Sendable, Codable {
        /// Everything from here on has been read.
        var below: MastodonID
        /// The newest entries when it began; reading forward starts behind them.
        var top: [Mark]
    }

    /// The newest entries read, oldest first; empty before the first reading.
    private(set) var recent: [Mark] = []
    var walk: Walk?
    /// What was seen of broken records that have no id.
    var nameless: [UInt64] = []

    /// Moves on to these entries.
    mutating func advance(by marks: [Mark]) {
        let all = (recent + marks).sorted { $0.id < $1.id }
        guard let newest = all.last else { return }
        recent = all.suffix(Self.mostMarks).filter { $0.id == newest.id || $0.at >= newest.at - Self.overlap }
    }

    /// Forgets the overlap once nothing older can come to light.
    mutating func settle(at now: Instant) {
        guard recent.count > 1, let newest = recent.last, now.seconds - Self.overlap > newest.at else { return }
        recent = [newest]
    }

    /// Whether a broken record without id is seen for the first time.
    mutating func isNew(nameless raw: [UInt8]) -> Bool {
        let print = Fingerprint.of(raw)
        guard !nameless.contains(print) else { return false }
        nameless = (nameless + [print]).suffix(8)
        return true
    }
}

/// A short mark of bytes, to know them again (FNV-1a, 64 bit; Fowler, Noll, Vo 1991).
enum Fingerprint {
    static func of(_ bytes: some Sequence<UInt8>) -> UInt64 {
        bytes.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3 }
    }
}
