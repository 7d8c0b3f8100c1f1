package import Dialogue
package import ServiceHours
package import Storage

/// Takes labelled posts of a file into the store, to learn from. They are no posts of a page: no conversation comes of them.
package struct LessonImport: Sendable {
    /// Lessons that are stored at once.
    private static let portion = 1_000

    private let store: any Store
    private let triage: TriageInUse
    private let now: Instant

    package init(store: any Store, triage: TriageInUse, now: Instant) {
        self.store = store
        self.triage = triage
        self.now = now
    }

    /// What became of the lines of a file.
    package struct Summary: Hashable, Sendable {
        package var kept = KeptLessons()
        /// Lines that could not be read; each was reported.
        package var refused = 0
    }

    /// - Parameters:
    ///   - place: how the file is called in problems.
    ///   - language: of posts where no column says it; where this does not either, triage reads it.
    ///   - report: hears of each line that cannot be read.
    /// - Throws: the problem of the header, or of the store.
    package func run(
        _ lines: some Sequence<[UInt8]>, of place: String, language: Language?, report: (Problem) -> Void
    ) async throws -> Summary {
        var summary = Summary()
        var number = 0
        var file: LabelledPostFile?
        var portion: [LabelledPost] = []
        let engine = try await triage.engine
        for line in lines {
            number += 1
            guard let header = file else {
                file = try self.file(header: line, of: place)
                continue
            }
            if line.isEmpty { continue }
            let read = header.post(line, number: number) { text in
                language ?? engine.read(text, context: TriageContext()).language.value
            }
            switch read {
            case .success(let post): portion.append(post)
            case .failure(let fault):
                summary.refused += 1
                report(Problem(fault, in: place))
            }
            if portion.count == Self.portion { try await keep(&portion, into: &summary) }
        }
        if file == nil { _ = try self.file(header: [], of: place) }
        try await keep(&portion, into: &summary)
        return summary
    }

    private func file(header: [UInt8], of place: String) throws(Problem) -> LabelledPostFile {
        let file: LabelledPostFile
        do {
            file = try LabelledPostFile(header: header)
        } catch {
            throw Problem(error, in: place)
        }
        guard file.namesLabels else {
            throw Problem(
                .badData, at: "\(place):1", "the header names no label",
                next: "name columns such as \(LearnedLabel.allCases.map(\.rawValue).joined(separator: ", "))")
        }
        return file
    }

    private func keep(_ portion: inout [LabelledPost], into summary: inout Summary) async throws(Problem) {
        guard !portion.isEmpty else { return }
        do {
            summary.kept += try await store.keep(portion, at: now)
        } catch {
            throw Problem(error)
        }
        portion = []
    }
}

extension Problem {
    /// A line of a file of labelled posts that cannot be read.
    package init(_ fault: LabelledPostFile.Fault, in place: String) {
        self.init(
            .badData, at: "\(place):\(fault.line)", field: fault.column ?? "", fault.what, next: "correct the line")
    }
}
