import Foundation
import ServiceHours

/// How far an account's posts have been read, and what is still to be looked at: kept with each page.
package struct MastodonCursor: Hashable, Sendable {
    /// Raised when older programs could no longer understand it.
    static let version = 1
    private static let mostWatched = 300

    /// A post whose parent is not known yet.
    struct Orphan: Hashable, Sendable, Codable {
        let id: MastodonID
        let parent: MastodonID
        /// How often its thread could not be read.
        var tries: Int = 0

        private enum CodingKeys: String, CodingKey {
            case id = "i"
            case parent = "p"
            case tries = "n"
        }
    }

    /// A post of the account below which replies may appear that name nobody.
    struct Watched: Hashable, Sendable, Codable {
        let id: MastodonID
        /// When it was written, in seconds since 1970.
        let at: Int64
        /// When its thread was read last.
        var lookedAt: Int64
        /// What was there then.
        var seen: UInt64 = 0

        private enum CodingKeys: String, CodingKey {
            case id = "i"
            case at = "t"
            case lookedAt = "l"
            case seen = "s"
        }

        /// Whether the thread is to be read again: soon after the post every ten minutes, then ever more rarely.
        func isDue(at now: Instant, watchedFor span: Seconds) -> Bool {
            let age = max(0, now.seconds.subtractingReportingOverflow(at).partialValue)
            let since = now.seconds.subtractingReportingOverflow(lookedAt).partialValue
            return age < span && since >= max(600, age / 8)
        }
    }

    /// The network it belongs to: of another server it means nothing.
    var network: String
    /// What is known of server and account; nil before it was asked for.
    package internal(set) var facts: MastodonFacts?
    var mentions = MastodonTrack()
    var own = MastodonTrack()
    var orphans: [Orphan] = []
    var watched: [Watched] = []
    /// Whether the server answers about many statuses at once; nil before it was asked.
    var answersBatches: Bool?
    /// Behind which of the posts to be read again the next run begins; nil from the first.
    var rereadAfter: String?
    /// How many answers in a row asked for a pause.
    var strikes = 0

    init(network: String) {
        self.network = network
    }

    /// Reads what ``encoded`` wrote. Throws a ``ConnectorError`` of code `cursor` for anything else.
    package init(encoded: String) throws(ConnectorError) {
        let bytes = Data(encoded.utf8)
        guard let cursor = try? JSONDecoder().decode(MastodonCursor.self, from: bytes) else {
            throw ConnectorError(
                .cursor, at: "saved place of the account",
                advice:
                    "cannot be read, or was written by another version of the program; rename the source in the settings to read the account anew (posts that are known stay as they are)"
            )
        }
        self = cursor
    }

    /// The cursor as one line of JSON.
    package var encoded: String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        // Strings and integers always encode; were it not so, the empty text would be refused when it is read.
        guard let bytes = try? encoder.encode(self) else { return "" }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Watches a post of the account.
    mutating func watch(_ id: MastodonID, at: Instant) {
        guard !watched.contains(where: { $0.id == id }) else { return }
        watched.append(Watched(id: id, at: at.seconds, lookedAt: at.seconds))
        if watched.count > Self.mostWatched {
            watched = Array(watched.sorted { ($0.at, $0.id) < ($1.at, $1.id) }.suffix(Self.mostWatched))
        }
    }

    /// Stops watching what is too old to be answered.
    mutating func dropOld(at now: Instant, watchedFor span: Seconds) {
        watched.removeAll { now.seconds.subtractingReportingOverflow($0.at).partialValue >= span }
    }
}

extension MastodonCursor: Codable {
    private enum CodingKeys: String, CodingKey {
        case version = "v"
        case network, facts, mentions, own, orphans, watched, batches, strikes
        case rereadAfter = "reread"
    }

    package init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        guard try values.decode(Int.self, forKey: .version) == Self.version else {
            throw DecodingError.dataCorruptedError(forKey: .version, in: values, debugDescription: "another version")
        }
        network = try values.decode(String.self, forKey: .network)
        facts = try values.decodeIfPresent(MastodonFacts.self, forKey: .facts)
        mentions = try values.decode(MastodonTrack.self, forKey: .mentions)
        own = try values.decode(MastodonTrack.self, forKey: .own)
        orphans = try values.decode([Orphan].self, forKey: .orphans)
        watched = try values.decode([Watched].self, forKey: .watched)
        answersBatches = try values.decodeIfPresent(Bool.self, forKey: .batches)
        rereadAfter = try values.decodeIfPresent(String.self, forKey: .rereadAfter)
        strikes = try values.decode(Int.self, forKey: .strikes)
    }

    package func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: CodingKeys.self)
        try values.encode(Self.version, forKey: .version)
        try values.encode(network, forKey: .network)
        try values.encodeIfPresent(facts, forKey: .facts)
        try values.encode(mentions, forKey: .mentions)
        try values.encode(own, forKey: .own)
        try values.encode(orphans, forKey: .orphans)
        try values.encode(watched, forKey: .watched)
        try values.encodeIfPresent(answersBatches, forKey: .batches)
        try values.encodeIfPresent(rereadAfter, forKey: .rereadAfter)
        try values.encode(strikes, forKey: .strikes)
    }
}
