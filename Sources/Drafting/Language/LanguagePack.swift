package import Dialogue

/// Everything that drafts need to know of one language: a value made of the files of one folder.
package struct LanguagePack: Sendable {
    /// The language.
    package let language: Language
    /// The reply templates, by name.
    package let templates: [ReplyTemplate]
    let messages: MessageCatalogue
    let pieces: [SharedPiece: [ReplyRegister: [Wording]]]
    let phrases: [PhraseTopic: PhraseList]

    /// Reads the files of `templates/<language>/`, named by their path in it: `replies/*.md`, `shared/*.md`,
    /// `messages.txt` and `checks/*.txt`. Other files belong to other parts and are passed over.
    ///
    /// - Throws: ``TemplateError`` with every mistake in all of them.
    package init(language: Language, files: [String: [UInt8]]) throws(TemplateError) {
        let reader = LanguageFolder(language: language, files: files)
        guard reader.mistakes.isEmpty, let messages = reader.messages else {
            throw TemplateError(
                mistakes: reader.mistakes.sorted { ($0.file, $0.line, $0.column) < ($1.file, $1.line, $1.column) })
        }
        self.language = language
        self.messages = messages
        templates = reader.templates
        pieces = reader.pieces
        phrases = reader.phrases.mapValues { PhraseList($0) }
    }

    func phrases(_ topic: PhraseTopic) -> PhraseList { phrases[topic] ?? PhraseList() }

    /// The variant to use where a register is wanted that this language does not distinguish.
    func variant(for register: ReplyRegister) -> ReplyRegister {
        messages.registers.contains(register) ? register : messages.registers.first ?? .neutral
    }
}
