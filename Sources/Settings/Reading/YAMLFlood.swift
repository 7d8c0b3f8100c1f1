/// Finds out before parsing whether a text holds so much of what settings never hold that parsing it would take minutes.
///
/// libyaml's time grows with depth times length, and its wrapper compares mapping keys in full, so that a key made of nested aliases
/// doubles at each level. What these cheap checks overlook is refused after parsing, place by place; what they refuse by mistake (a
/// remark full of `*words*`) would have to be far from any settings file.
enum YAMLFlood {
    private static let mostAnchors = 8
    private static let mostBrackets = 40

    /// What there is too much of.
    struct Finding: Equatable {
        let place: TextPlace
        let what: String
        let next: String
    }

    static func finding(in bytes: [UInt8]) -> Finding? {
        if let index = firstAnchor(in: bytes) {
            return Finding(
                place: place(of: index, in: bytes), what: "too many anchors and aliases (&name, *name)",
                next: "write each value out where it is needed; settings have neither")
        }
        if let index = tooDeepBracket(in: bytes) {
            return Finding(
                place: place(of: index, in: bytes), what: "nested too deeply",
                next: "settings need \(YAMLReader.mostLevels) levels at most")
        }
        return nil
    }

    /// The first anchor or alias, if there may be more than a few: counts `&` and `*` wherever a node may begin.
    private static func firstAnchor(in bytes: [UInt8]) -> Int? {
        var count = 0
        var first: Int?
        var before = UInt8(ascii: "\n")
        for index in bytes.indices {
            let byte = bytes[index]
            let isMark = byte == UInt8(ascii: "*") || byte == UInt8(ascii: "&")
            if isMark, opensNode(before), index + 1 < bytes.count, !isBlank(bytes[index + 1]) {
                count += 1
                if first == nil { first = index }
                if count > mostAnchors { return first }
            }
            if byte != UInt8(ascii: " "), byte != UInt8(ascii: "\t") { before = byte }
        }
        return nil
    }

    /// The bracket that opens one level too many; closing ones count as such even inside quotes.
    private static func tooDeepBracket(in bytes: [UInt8]) -> Int? {
        var depth = 0
        for index in bytes.indices {
            switch bytes[index] {
            case UInt8(ascii: "["), UInt8(ascii: "{"):
                depth += 1
                if depth > mostBrackets { return index }
            case UInt8(ascii: "]"), UInt8(ascii: "}"):
                depth = max(0, depth - 1)
            default:
                continue
            }
        }
        return nil
    }

    private static func place(of index: Int, in bytes: [UInt8]) -> TextPlace {
        TextPlace.after(String(decoding: bytes[..<index], as: UTF8.self).unicodeScalars)
    }

    private static func isBlank(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
            || byte == UInt8(ascii: "\t")
    }

    /// What may stand before the beginning of a node: a line's end, or an indicator.
    private static func opensNode(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "\n"), UInt8(ascii: "\r"), UInt8(ascii: "-"), UInt8(ascii: ":"), UInt8(ascii: "?"),
            UInt8(ascii: ","), UInt8(ascii: "["), UInt8(ascii: "{"):
            true
        default: false
        }
    }
}
