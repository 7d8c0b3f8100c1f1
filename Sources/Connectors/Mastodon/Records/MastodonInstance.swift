/// What a server says about itself (entities `Instance` and `V1::Instance`).
struct MastodonInstance: Hashable, Sendable, Decodable {
    let version: String
    /// Whether it says itself that it speaks Mastodon's interface of a given version.
    let namesMastodon: Bool
    let maxCharacters: Int?
    let urlCharacters: Int?

    private enum CodingKeys: String, CodingKey {
        case version, configuration
        case versions = "api_versions"
        case maxTootCharacters = "max_toot_chars"
    }

    private enum ConfigurationKeys: String, CodingKey { case statuses }
    private enum VersionKeys: String, CodingKey { case mastodon }
    private enum StatusKeys: String, CodingKey {
        case maxCharacters = "max_characters"
        case urlCharacters = "characters_reserved_per_url"
    }

    init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        version = try values.decode(String.self, forKey: .version)
        let versions = try? values.nestedContainer(keyedBy: VersionKeys.self, forKey: .versions)
        namesMastodon = (try? versions?.decodeIfPresent(Int.self, forKey: .mastodon)) != nil
        let statuses = try? values.nestedContainer(keyedBy: ConfigurationKeys.self, forKey: .configuration)
            .nestedContainer(keyedBy: StatusKeys.self, forKey: .statuses)
        maxCharacters =
            (try? statuses?.decodeIfPresent(Int.self, forKey: .maxCharacters))
            ?? (try? values.decodeIfPresent(Int.self, forKey: .maxTootCharacters)) ?? nil
        urlCharacters = (try? statuses?.decodeIfPresent(Int.self, forKey: .urlCharacters)) ?? nil
    }
}
