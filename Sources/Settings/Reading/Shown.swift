/// How text from a file is shown in a message: on one line, without control or direction marks, and short.
enum Shown {
    /// In double quotes, at most 40 characters.
    static func value(_ text: String) -> String {
        "\"\(plain(text, limit: 40))\""
    }

    /// A path as an operator would type it.
    static func path(_ text: String) -> String {
        plain(text, limit: 4096)
    }

    /// A path as one word of a command line: in single quotes where a shell would read something else.
    static func shellWord(_ text: String) -> String {
        let isSafe = text.utf8.allSatisfy { isWordByte($0) || $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: ".") }
        if isSafe, !text.isEmpty { return text }

        let parts = path(text).split(separator: "'", omittingEmptySubsequences: false)
        return "'\(parts.joined(separator: "'\\''"))'"
    }

    /// A key inside the path of a field: in quotes where a dot or a blank would mislead.
    static func key(_ text: String) -> String {
        let isSimple = !text.isEmpty && text.utf8.allSatisfy { isWordByte($0) }
        return isSimple && text.utf8.count <= 64 ? text : value(text)
    }

    private static func isWordByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"):
            true
        default: false
        }
    }

    private static func plain(_ text: String, limit: Int) -> String {
        var shown = ""
        var count = 0
        for scalar in text.unicodeScalars {
            guard count < limit else { return shown + "…" }

            count += 1
            switch scalar.properties.generalCategory {
            case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator:
                shown += "\\u{\(String(scalar.value, radix: 16))}"
            default:
                shown.unicodeScalars.append(scalar)
            }
        }
        return shown
    }
}
