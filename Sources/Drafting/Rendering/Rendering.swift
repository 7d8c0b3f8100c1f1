import Mustache

/// A filled wording: the text, and what went into it.
struct Rendering {
    let text: String
    /// What was filled in, in the order of the text.
    let used: [(slot: Slot, value: String)]

    /// Fills a wording and the shared pieces it names.
    ///
    /// - Throws: ``RenderError`` when a slot that stands in the text has no value or a piece is missing.
    init(
        _ wording: Wording, pieces: [SharedPiece: Wording], isClosed: Bool, values: @escaping (Slot) -> String?
    ) throws(RenderError) {
        if let missing = wording.pieces.first(where: { pieces[$0] == nil }) { throw .missingPiece(missing) }
        let context = RenderContext(isClosed: isClosed, values: values)
        var templates: [String: MustacheTemplate] = [:]
        for (piece, wording) in pieces { templates[piece.rawValue] = wording.template }
        let raw = wording.template.render(context, library: MustacheLibrary(templates: templates))
        if let name = context.unknown.first { throw .unknownName(name) }
        guard context.missing.isEmpty else { throw .noValue(context.missing) }
        text = TextLayout.tidied(raw)
        used = context.used
    }
}
