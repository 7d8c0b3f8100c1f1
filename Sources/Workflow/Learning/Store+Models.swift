package import Dialogue
package import Storage

extension Store {
    /// The models that were learned here and are in use now.
    /// - Parameter warn: hears of each that this release cannot read; the shipped one stands in for it.
    package func modelsInUse(warn: (Problem) -> Void) async throws(StorageError) -> [TriageModel] {
        var models: [TriageModel] = []
        let choices = try await modelChoices().values.sorted { $0.number < $1.number }
        for choice in choices {
            guard let number = choice.model else { continue }
            let weights = try await weights(ofModel: number)
            guard let weights, let model = try? TriageModel(bytes: weights.used), model.language == choice.language
            else {
                warn(Self.unreadable(number, of: choice.language))
                continue
            }
            models.append(model)
        }
        return models
    }

    private static func unreadable(_ number: Int64, of language: Language) -> Problem {
        Problem(
            .partial, at: "triage model \(number) (\(language.rawValue))",
            "another release of antwort learned it; the shipped one is used", next: "run 'antwort triage train'")
    }

    /// Everything people have labelled, to learn from: what was imported in the order of its ids, then what was corrected in the order of
    /// the last word on each.
    package func allLessons() async throws(StorageError) -> [LabelledPost] {
        var all: [LabelledPost] = []
        while true {
            let page = try await lessons(after: all.last?.id, limit: Self.lessonsOnAPage)
            all += page
            if page.count < Self.lessonsOnAPage { break }
        }
        return all + (try await corrections().map(\.labelledPost)).filter { !$0.labels.isEmpty }
    }

    private static var lessonsOnAPage: Int { 5_000 }
}
