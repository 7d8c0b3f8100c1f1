import Dialogue

/// Topics and own words as a row of fields; phrases are kept as they were written. Reading stands below writing in the same order.
extension TriageSettings {
    func write(to writer: inout FieldWriter) {
        writer.write(topics) { writer, topic in
            writer.write(topic.name)
            writer.write(topic.keywords) { $0.write($1.text) }
        }
        writer.write(words) { writer, words in
            writer.write(words.language.rawValue)
            writer.write(words.entries) { writer, entry in
                writer.write(entry.category.rawValue)
                writer.write(entry.phrase.text)
            }
        }
    }

    init(from reader: inout FieldReader) throws(FieldReader.Damage) {
        self.init(
            topics: try reader.items { reader throws(FieldReader.Damage) in
                Topic(
                    try reader.text(),
                    keywords: try reader.items { reader throws(FieldReader.Damage) in try reader.phrase() })
            },
            words: try reader.items { reader throws(FieldReader.Damage) in
                BrandWords(
                    try reader.word(Language.self),
                    try reader.items { reader throws(FieldReader.Damage) in
                        BrandWords.Entry(try reader.word(LexiconCategory.self), try reader.phrase())
                    })
            })
    }
}

extension FieldReader {
    fileprivate mutating func phrase() throws(Damage) -> LexiconPhrase {
        guard let phrase = try? LexiconPhrase(try text()) else { throw Damage() }
        return phrase
    }
}
