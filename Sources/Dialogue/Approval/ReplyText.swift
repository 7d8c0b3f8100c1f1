import Foundation

/// The words of a reply, as they will stand on the platform: Unicode normal form C, so that a hash names what is read, not how it was typed.
package struct ReplyText: Hashable, Sendable {
    /// The longest text that is taken: no platform allows a hundredth of it.
    package static let longest = 100_000

    package let text: String
    /// The SHA-256 of the text's UTF-8 bytes, 64 hex digits: what an approval is bound to.
    package let hash: String

    /// Takes words as typed or drafted; what is longer than ``longest`` bytes is cut, and then refused by ``fault``.
    package init(_ written: String) {
        text = Self.normalised(written)
        hash = PartsDigest.hex(sha256: Array(text.utf8))
    }

    /// Takes words from a store.
    /// - Throws: `tampered` when the bytes are not the normalised text that `hash` names.
    package init(stored bytes: [UInt8], hash: String) throws(ReviewError) {
        guard bytes.count <= Self.longest * 3, PartsDigest.hex(sha256: bytes) == hash,
            let text = String(validating: bytes, as: UTF8.self),
            Array(text.precomposedStringWithCanonicalMapping.utf8) == bytes
        else { throw .tampered("the text of the reply") }
        self.text = text
        self.hash = hash
    }

    /// The bytes that are hashed, stored and sent.
    package var bytes: [UInt8] { Array(text.utf8) }

    /// Why no platform should get this text; nil when it is sound.
    package var fault: Fault? {
        if text.utf8.count >= Self.longest { return .tooLong }
        var isEmpty = true
        for scalar in text.unicodeScalars {
            if scalar.value < 0x20, scalar != "\n", scalar != "\r", scalar != "\t" { return .controlCharacter }
            if scalar.value >= 0x7F, scalar.value < 0xA0 { return .controlCharacter }
            if !scalar.properties.isWhitespace { isEmpty = false }
        }
        return isEmpty ? .empty : nil
    }

    /// What can be wrong with a text as such; the raw value is a fixed word.
    package enum Fault: String, Hashable, Sendable {
        case empty
        case tooLong = "too-long"
        case controlCharacter = "control-character"
    }

    /// At most ``longest`` bytes of a text, in normal form C.
    static func normalised(_ text: String) -> String {
        let bounded = text.utf8.count <= longest ? text : String(decoding: text.utf8.prefix(longest), as: UTF8.self)
        return bounded.precomposedStringWithCanonicalMapping
    }
}
