package import Dialogue
import GRDB
package import ServiceHours
package import Storage

extension SQLiteStore {
    package func models() async throws(StorageError) -> [ModelRecord] {
        try await read { database in
            var query = try Query(
                database, "SELECT number, language, made_at, base, lessons, report FROM models ORDER BY number")
            var records: [ModelRecord] = []
            try query.each { row in
                records.append(
                    ModelRecord(
                        number: row.int(0), language: try row.word(1, Language.self), madeAt: row.instant(2),
                        base: row.optionalInt(3), lessons: Int(row.int(4)), report: ReportJSON.report(row.text(5))))
            }
            return records
        }
    }

    package func weights(ofModel number: Int64) async throws(StorageError) -> ModelWeights? {
        try await read { database in
            var query = try Query(database, "SELECT used, judged FROM model_weights WHERE model = ?")
            try query.put(number)
            return try query.first { ModelWeights(used: $0.bytes(0), judged: $0.bytes(1)) }
        }
    }

    package func modelChoices() async throws(StorageError) -> [Language: ModelChoice] {
        try await read { database in try database.modelChoices() }
    }

    package func adopt(_ model: NewModel, replacing seen: Int64?) async throws(StorageError) -> ModelRecord? {
        try await write { database, _ in
            guard try database.modelChoices()[model.language]?.number == seen else { return .takeBack(nil) }
            let number = try database.insert(model)
            try database.choose(number, for: model.language, at: model.madeAt)
            try database.dropOldWeights(of: model)
            return .keep(
                ModelRecord(
                    number: number, language: model.language, madeAt: model.madeAt, base: model.base,
                    lessons: model.lessons, report: model.report))
        }
    }

    package func choose(
        model number: Int64?, for language: Language, at instant: Instant, replacing seen: Int64?
    ) async throws(StorageError) -> CommitOutcome {
        try await write { database, _ in
            if let number {
                var find = try Query(database, "SELECT 1 FROM models WHERE number = ?")
                try find.put(number)
                guard try find.first({ _ in true }) != nil else {
                    throw Defect(what: "a model was chosen that was never learned")
                }
            }
            guard try database.modelChoices()[language]?.number == seen else { return .takeBack(.superseded) }
            try database.choose(number, for: language, at: instant)
            return .keep(.committed)
        }
    }
}

extension Database {
    fileprivate func modelChoices() throws -> [Language: ModelChoice] {
        var query = try Query(
            self,
            """
            SELECT number, language, model, at FROM model_choices
            WHERE number IN (SELECT max(number) FROM model_choices GROUP BY language)
            """)
        var choices: [Language: ModelChoice] = [:]
        try query.each { row in
            let language = try row.word(1, Language.self)
            choices[language] = ModelChoice(
                number: row.int(0), language: language, model: row.optionalInt(2), at: row.instant(3))
        }
        return choices
    }

    fileprivate func insert(_ model: NewModel) throws -> Int64 {
        var insert = try Query(
            self,
            "INSERT INTO models (language, made_at, base, lessons, report) VALUES (?, ?, ?, ?, ?) RETURNING number")
        try insert.put(model.language.rawValue)
        try insert.put(model.madeAt)
        try insert.put(model.base)
        try insert.put(model.lessons)
        try insert.put(try ReportJSON.text(model.report))
        guard let number = try insert.first({ $0.int(0) }) else { throw Defect(what: "a model got no number") }
        var weigh = try Query(self, "INSERT INTO model_weights (model, used, judged) VALUES (?, ?, ?)")
        try weigh.put(number)
        try weigh.put(model.weights.used)
        try weigh.put(model.weights.judged)
        try weigh.run()
        return number
    }

    fileprivate func choose(_ model: Int64?, for language: Language, at instant: Instant) throws {
        var insert = try Query(self, "INSERT INTO model_choices (language, model, at) VALUES (?, ?, ?)")
        try insert.put(language.rawValue)
        try insert.put(model)
        try insert.put(instant)
        try insert.run()
    }

    fileprivate func dropOldWeights(of model: NewModel) throws {
        var drop = try Query(
            self,
            """
            DELETE FROM model_weights
            WHERE model IN (SELECT number FROM models WHERE language = ?1)
                AND model NOT IN (SELECT number FROM models WHERE language = ?1 ORDER BY number DESC LIMIT ?2)
                AND model IS NOT ?3
            """)
        try drop.put(model.language.rawValue)
        try drop.put(ModelRecord.mostWeights)
        try drop.put(model.base)
        try drop.run()
    }
}
