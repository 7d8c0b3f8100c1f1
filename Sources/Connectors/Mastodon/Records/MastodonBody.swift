import Foundation

/// Reads the bodies of answers.
enum MastodonBody {
    /// What was read of an array, each element on its own.
    struct Elements<Element> {
        var read: [Element] = []
        var broken: [(record: BrokenRecord, id: MastodonID?)] = []
    }

    /// The elements of an array.
    /// - Parameter place: what the array is, for the reports of broken elements.
    ///
    /// Throws a ``ConnectorError`` of code `format` when the bytes are no complete array.
    static func elements<Element: Decodable>(
        of _: Element.Type, in bytes: some RandomAccessCollection<UInt8>, place: String
    ) throws(ConnectorError) -> Elements<Element> {
        guard let cut = JSONElements.cut(bytes) else { throw complaint(place) }
        let decoder = JSONDecoder()
        var elements = Elements<Element>()
        for (index, bytes) in cut.enumerated() {
            do {
                elements.read.append(try decoder.decode(Element.self, from: Data(bytes)))
            } catch {
                let record = BrokenRecord(error, place: "\(place), record \(index + 1)", raw: Array(bytes))
                elements.broken.append((record, (try? decoder.decode(Bare.self, from: Data(bytes)))?.id))
            }
        }
        return elements
    }

    /// As much of a broken record as is needed to know it again.
    private struct Bare: Decodable {
        let id: MastodonID
    }

    /// The one object of a body.
    ///
    /// Throws a ``ConnectorError`` of code `format` when it is none, or not such a one.
    static func object<Object: Decodable>(
        of _: Object.Type, in body: Data, place: String
    ) throws(ConnectorError) -> Object {
        do {
            return try JSONDecoder().decode(Object.self, from: body)
        } catch {
            throw complaint(place)
        }
    }

    static func complaint(_ place: String) -> ConnectorError {
        ConnectorError(
            .format, at: place,
            advice: "the answer is not what a Mastodon server says there; check the url of the account")
    }
}

extension BrokenRecord {
    /// A record that `JSONDecoder` refused.
    init(_ error: any Error, place: String, raw: [UInt8]) {
        let (code, path, what): (Code, [any CodingKey], String) =
            switch error as? DecodingError {
            case .keyNotFound(let key, let context): (.missing, context.codingPath + [key], "is missing")
            case .valueNotFound(_, let context): (.missing, context.codingPath, "is empty")
            case .typeMismatch(_, let context): (.type, context.codingPath, "is of another kind than expected")
            case .dataCorrupted(let context) where !context.codingPath.isEmpty:
                (.value, context.codingPath, "cannot be read")
            default: (.json, [], "is not sound JSON")
            }
        let field = path.map(\.stringValue).joined(separator: ".")
        self.init(
            place: place, code: code, field: field.isEmpty ? nil : field,
            reason: "\(field.isEmpty ? "the record" : field) \(what); it is kept as it came", raw: raw)
    }
}
