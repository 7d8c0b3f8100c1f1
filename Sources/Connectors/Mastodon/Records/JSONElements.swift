/// Cuts JSON into its parts without reading them, so that a broken one spoils none of its neighbours.
///
/// Only strings and brackets are looked at: whether a part is sound JSON, its own reader finds out.
enum JSONElements {
    /// The bytes of each element of an array, in order; nil when `bytes` is no complete array.
    static func cut(_ bytes: some RandomAccessCollection<UInt8>) -> [ArraySlice<UInt8>]? {
        parts(of: Array(bytes), from: UInt8(ascii: "["), to: UInt8(ascii: "]"))
    }

    /// The bytes of the member `name` of an object; nil when `bytes` is no complete object, or has no such member.
    static func member(_ name: StaticString, of bytes: [UInt8]) -> ArraySlice<UInt8>? {
        let wanted = Array("\"\(name)\"".utf8)
        for member in parts(of: bytes, from: UInt8(ascii: "{"), to: UInt8(ascii: "}")) ?? [] {
            let bare = member.drop(while: isSpace)
            guard bare.starts(with: wanted) else { continue }
            let rest = bare.dropFirst(wanted.count).drop(while: isSpace)
            if rest.first == UInt8(ascii: ":") { return rest.dropFirst() }
        }
        return nil
    }

    private static func parts(of bytes: [UInt8], from open: UInt8, to close: UInt8) -> [ArraySlice<UInt8>]? {
        var index = skipSpace(bytes, from: bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0)
        guard index < bytes.count, bytes[index] == open else { return nil }
        index += 1
        var elements: [ArraySlice<UInt8>] = []
        var start = index
        var depth = 0
        var isInString = false
        while index < bytes.count {
            let byte = bytes[index]
            if isInString {
                if byte == UInt8(ascii: "\\") { index += 1 } else if byte == UInt8(ascii: "\"") { isInString = false }
            } else {
                switch byte {
                case UInt8(ascii: "\""): isInString = true
                case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
                case close where depth == 0:
                    let isBlank = skipSpace(bytes, from: start) == index
                    if !isBlank { elements.append(bytes[start..<index]) } else if !elements.isEmpty { return nil }
                    return skipSpace(bytes, from: index + 1) == bytes.count ? elements : nil
                case UInt8(ascii: "}"), UInt8(ascii: "]"): depth -= 1
                case UInt8(ascii: ",") where depth == 0:
                    elements.append(bytes[start..<index])
                    start = index + 1
                default: break
                }
                if depth < 0 { return nil }
            }
            index += 1
        }
        return nil
    }

    private static func skipSpace(_ bytes: [UInt8], from start: Int) -> Int {
        var index = start
        while index < bytes.count, isSpace(bytes[index]) { index += 1 }
        return index
    }

    private static func isSpace(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
    }
}
