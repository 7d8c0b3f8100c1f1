import ServiceHours

/// What happened to the account (entity `Notification`).
struct MastodonNotification: Hashable, Sendable, Decodable {
    let id: MastodonID
    /// An open set of words, of which only `mention` is asked for.
    let type: String
    let createdAt: Instant?
    let status: MastodonStatus?

    private enum CodingKeys: String, CodingKey {
        case id, type, status
        case createdAt = "created_at"
    }

    /// Throws where id or type are missing, and where a mention has no readable post.
    init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        id = try values.decode(MastodonID.self, forKey: .id)
        type = try values.decode(String.self, forKey: .type)
        createdAt = ((try? values.decodeIfPresent(String.self, forKey: .createdAt)) ?? nil).flatMap {
            Instant(rfc3339: $0)
        }
        status = type == "mention" ? try values.decode(MastodonStatus.self, forKey: .status) : nil
    }
}
