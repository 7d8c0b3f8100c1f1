import ServiceHours

/// A post as the API says it (entity `Status`), as far as it matters here. Fields that are not known are passed over.
struct MastodonStatus: Hashable, Sendable, Decodable {
    let id: MastodonID
    let createdAt: PlatformTime
    let editedAt: Instant?
    let parent: MastodonID?
    let visibility: String?
    let language: String?
    /// The content warning above the post.
    let warning: String
    /// HTML.
    let content: String
    let url: String?
    let mentions: [MastodonAccountRecord]
    let account: MastodonAccountRecord
    /// Whether it only repeats somebody else's post.
    let isBoost: Bool

    private enum CodingKeys: String, CodingKey {
        case id, visibility, language, content, url, uri, mentions, account, reblog
        case createdAt = "created_at"
        case editedAt = "edited_at"
        case parent = "in_reply_to_id"
        case warning = "spoiler_text"
    }

    /// Throws where the post, its time, its author or its words are missing; everything else may be missing, null or odd.
    init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        id = try values.decode(MastodonID.self, forKey: .id)
        let written = try values.decode(String.self, forKey: .createdAt)
        guard let time = PlatformTime(rfc3339: Array(written.utf8).span) else {
            throw DecodingError.dataCorruptedError(forKey: .createdAt, in: values, debugDescription: "no time")
        }
        createdAt = time
        editedAt = ((try? values.decodeIfPresent(String.self, forKey: .editedAt)) ?? nil).flatMap {
            Instant(rfc3339: $0)
        }
        // An empty text stands for "none" on some servers; a parent that cannot be read must not make a reply a root.
        if (try? values.decodeIfPresent(String.self, forKey: .parent)) == "" {
            parent = nil
        } else {
            parent = try values.decodeIfPresent(MastodonID.self, forKey: .parent)
        }
        visibility = (try? values.decodeIfPresent(String.self, forKey: .visibility)) ?? nil
        language = (try? values.decodeIfPresent(String.self, forKey: .language)) ?? nil
        warning = ((try? values.decodeIfPresent(String.self, forKey: .warning)) ?? nil) ?? ""
        content = try values.decode(String.self, forKey: .content)
        let address = (try? values.decodeIfPresent(String.self, forKey: .url)) ?? nil
        url = address ?? ((try? values.decodeIfPresent(String.self, forKey: .uri)) ?? nil)
        mentions =
            ((try? values.decodeIfPresent([Lenient<MastodonAccountRecord>].self, forKey: .mentions)) ?? nil)?
            .compactMap(\.value) ?? []
        account = try values.decode(MastodonAccountRecord.self, forKey: .account)
        isBoost = values.contains(.reblog) && ((try? values.decodeNil(forKey: .reblog)) ?? true) == false
    }
}

/// An element that may be unreadable.
struct Lenient<Value: Decodable & Sendable>: Decodable, Sendable {
    let value: Value?

    init(from decoder: any Decoder) throws {
        value = try? Value(from: decoder)
    }
}
