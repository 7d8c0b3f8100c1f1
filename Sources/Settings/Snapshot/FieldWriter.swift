/// Writes values one behind the other as text: numbers as `12,`, texts as `5:hello`, so that they are read back without searching.
struct FieldWriter {
    private(set) var bytes: [UInt8] = []

    mutating func write(_ number: Int) {
        bytes += String(number).utf8
        bytes.append(UInt8(ascii: ","))
    }

    mutating func write(_ number: UInt64) { write(Int(bitPattern: UInt(number))) }

    mutating func write(_ flag: Bool) { write(flag ? 1 : 0) }

    mutating func write(_ text: String) {
        bytes += String(text.utf8.count).utf8
        bytes.append(UInt8(ascii: ":"))
        bytes += text.utf8
    }

    mutating func write(_ text: String?) {
        write(text != nil)
        if let text { write(text) }
    }

    mutating func write(_ number: Int?) {
        write(number != nil)
        if let number { write(number) }
    }

    mutating func write<Item>(_ items: [Item], each: (inout FieldWriter, Item) -> Void) {
        write(items.count)
        for item in items { each(&self, item) }
    }
}
