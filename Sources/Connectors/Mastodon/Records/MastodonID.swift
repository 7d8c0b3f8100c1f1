/// An id of a Mastodon server or of one that imitates it: an opaque text, in some answers written as a number.
struct MastodonID: Hashable, Sendable, Codable {
    let text: String

    init(_ text: String) {
        self.text = text
    }

    /// Takes a string or an integer. Throws for an empty one, and for one that is no id (see ``RemoteID``).
    init(from decoder: any Decoder) throws {
        let value = try decoder.singleValueContainer()
        let text: String
        if let written = try? value.decode(String.self) {
            text = written
        } else {
            text = String(try value.decode(Int64.self))
        }
        guard !text.isEmpty, text.utf8.count <= RemoteID.longest, !text.utf8.contains(where: { $0 < 0x21 }) else {
            throw DecodingError.dataCorruptedError(in: value, debugDescription: "no id")
        }
        self.text = text
    }

    func encode(to encoder: any Encoder) throws {
        var value = encoder.singleValueContainer()
        try value.encode(text)
    }
}

extension MastodonID: Comparable {
    /// Older ids are smaller. Mastodon counts: the longer number is newer. ULIDs and flake ids are ordered as text.
    static func < (left: MastodonID, right: MastodonID) -> Bool {
        let (isLeftNumber, isRightNumber) = (left.isNumber, right.isNumber)
        guard isLeftNumber == isRightNumber else { return isLeftNumber }
        if isLeftNumber, left.text.utf8.count != right.text.utf8.count {
            return left.text.utf8.count < right.text.utf8.count
        }
        return left.text < right.text
    }

    /// No 64 bit number is longer; a ULID that happens to be all digits is.
    private var isNumber: Bool {
        text.utf8.count <= 20 && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
    }
}
