/// What stands around posts on a page and was swept up by an export: share counters, buttons, advertisement labels,
/// leftovers of templates.
///
/// Lists live in `templates/<language>/lexicon/furniture.txt`: one phrase a line, `#` begins a remark. A number in a
/// phrase stands for any number (`5 shares` also means `1.204 shares`), case and repeated spaces do not count. Only a
/// text that consists of such phrases and nothing else, line for line, is furniture: a customer who writes "Share!"
/// and a word more is a customer.
package struct Furniture: Hashable, Sendable {
    private var phrases: Set<[UInt8]> = []
    /// The longest text worth comparing, in bytes.
    private static let longest = 512

    package init() {}

    /// Reads the lines of furniture lists.
    package init(lines: some Sequence<some StringProtocol>) {
        for line in lines {
            let phrase = line.prefix { $0 != "#" }
            let form = Furniture.form(phrase.utf8)
            if !form.isEmpty { phrases.insert(form) }
        }
    }

    package var isEmpty: Bool { phrases.isEmpty }

    /// Whether `text` is furniture from beginning to end.
    package func makesUp(_ text: String) -> Bool {
        guard !phrases.isEmpty, text.utf8.count <= Furniture.longest else { return false }
        var found = false
        for line in text.utf8.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }) {
            let form = Furniture.form(line)
            if form.isEmpty { continue }
            guard phrases.contains(form) else { return false }
            found = true
        }
        return found
    }

    /// Lower case, single spaces, `0` for every number: two texts with one form are the same furniture.
    private static func form(_ text: some Sequence<UInt8>) -> [UInt8] {
        let lower = Array(String(decoding: Array(text), as: UTF8.self).lowercased().utf8)
        var form: [UInt8] = []
        var index = 0
        while index < lower.count {
            let byte = lower[index]
            if (0x30...0x39).contains(byte) {
                // Digits with their separators, `1.204` or `3,5`.
                var end = index
                while end < lower.count, (0x30...0x39).contains(lower[end]) || isSeparator(lower, end) { end += 1 }
                form.append(0x30)
                index = end
                continue
            }
            if byte <= 0x20 {
                if form.last != 0x20, !form.isEmpty { form.append(0x20) }
            } else {
                form.append(byte)
            }
            index += 1
        }
        while form.last == 0x20 { form.removeLast() }
        return form
    }

    private static func isSeparator(_ bytes: [UInt8], _ index: Int) -> Bool {
        (bytes[index] == 0x2E || bytes[index] == 0x2C) && index + 1 < bytes.count
            && (0x30...0x39).contains(bytes[index + 1])
    }
}
