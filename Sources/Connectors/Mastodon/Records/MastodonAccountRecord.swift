/// An author, or the account itself, as the API says it (entity `Account`).
struct MastodonAccountRecord: Hashable, Sendable, Decodable {
    let id: MastodonID
    /// `user` for accounts of the server itself, `user@host` for all others.
    let acct: String?
    let displayName: String?
    /// The address of the profile.
    let url: String?

    private enum CodingKeys: String, CodingKey {
        case id, acct, url
        case displayName = "display_name"
    }

    init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        id = try values.decode(MastodonID.self, forKey: .id)
        acct = (try? values.decodeIfPresent(String.self, forKey: .acct)) ?? nil
        displayName = (try? values.decodeIfPresent(String.self, forKey: .displayName)) ?? nil
        url = (try? values.decodeIfPresent(String.self, forKey: .url)) ?? nil
    }
}
