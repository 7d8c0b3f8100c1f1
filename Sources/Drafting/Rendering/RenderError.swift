/// Why a wording could not be filled. Nothing is ever left empty instead.
package enum RenderError: Error, Hashable, Sendable {
    /// The slots that have no value and that nothing guards.
    case noValue([Slot])
    /// A shared piece that the language does not have.
    case missingPiece(SharedPiece)
    /// The engine asked for a name that no template can have.
    case unknownName(String)

    /// Fixed and free of values.
    package var code: String {
        switch self {
        case .noValue: "no_value"
        case .missingPiece: "missing_piece"
        case .unknownName: "unknown_name"
        }
    }

    /// What to do about it.
    package var advice: String {
        switch self {
        case .noValue(let slots):
            "put \(slots.map { "{{\($0)}}" }.joined(separator: ", ")) between [[ and ]], or give the value"
        case .missingPiece(let piece): "add shared/\(piece.rawValue).md"
        case .unknownName: "check the template with 'antwort templates lint'"
        }
    }
}
