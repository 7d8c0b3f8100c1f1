package import Dialogue
import GRDB
package import ServiceHours
package import Storage

extension SQLiteStore {
    package func keep(_ lessons: [LabelledPost], at instant: Instant) async throws(StorageError) -> KeptLessons {
        try await write { database, _ in
            var find = try Query(database, "SELECT id, language, text, labels FROM lessons WHERE id = ?")
            var put = try Query(
                database,
                """
                INSERT INTO lessons (id, language, text, labels, at) VALUES (?1, ?2, ?3, ?4, ?5)
                ON CONFLICT (id) DO UPDATE SET language = ?2, text = ?3, labels = ?4, at = ?5
                """)
            var kept = KeptLessons()
            for lesson in lessons {
                try find.put(lesson.id)
                let known = try find.first(LessonRow.lesson)
                switch known {
                case nil: kept.new += 1
                case lesson: kept.unchanged += 1
                default: kept.changed += 1
                }
                if known == lesson { continue }
                try put.put(lesson.id)
                try put.put(lesson.language.rawValue)
                try put.put(lesson.text)
                try put.put(LabelText.text(lesson.labels))
                try put.put(instant)
                try put.run()
            }
            return .keep(kept)
        }
    }

    package func lessons(after id: String?, limit: Int) async throws(StorageError) -> [LabelledPost] {
        try await read { database in
            var query = try Query(
                database,
                "SELECT id, language, text, labels FROM lessons WHERE ?1 IS NULL OR id > ?1 ORDER BY id LIMIT ?2")
            try query.put(id)
            try query.put(max(0, limit))
            var lessons: [LabelledPost] = []
            try query.each { lessons.append(try LessonRow.lesson($0)) }
            return lessons
        }
    }
}

/// A lesson of the columns id, language, text and labels.
private enum LessonRow {
    static func lesson(_ row: Query.Row) throws -> LabelledPost {
        LabelledPost(
            id: row.text(0), text: row.text(2), language: try row.word(1, Language.self),
            labels: LabelText.labels(row.text(3)))
    }
}
