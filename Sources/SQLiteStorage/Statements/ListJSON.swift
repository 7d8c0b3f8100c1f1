import Foundation

/// How a list stands in one column: a JSON array. Questions never look into it.
enum ListJSON {
    static func encoded(_ list: [some Encodable]) throws -> String {
        if list.isEmpty { return "[]" }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(list), as: UTF8.self)
    }

    static func decoded<Element: Decodable>(_ json: [UInt8], of type: Element.Type) throws -> [Element] {
        if json == Array("[]".utf8) { return [] }
        guard let list = try? JSONDecoder().decode([Element].self, from: Data(json)) else {
            throw Damage(what: "a list that cannot be read")
        }
        return list
    }
}
