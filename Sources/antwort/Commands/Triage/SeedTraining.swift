import Assembly
import Dialogue
import Foundation
import Workflow

/// Makes the model that comes with the program.
struct SeedTraining {
    let premises: Premises
    let terminal: Terminal

    /// - Parameter test: whether every tenth post is kept aside and read.
    /// - Returns: the lines of the corpus that cannot be read.
    func run(corpus: String?, language: Language, into file: String, test: Bool) async throws -> [Problem] {
        let engine = try premises.triageEngine(setting: nil)
        let corpus = try premises.corpus(language, named: corpus, setting: nil)
        let lessons = corpus.posts.enumerated().filter { !test || $0.offset % 10 != 9 }.map(\.element)
        let model = await ModelTrainer(engine: engine, language: language).model(from: lessons.map { .init($0) })
        do {
            try Data(model.bytes).write(to: URL(filePath: file), options: .atomic)
        } catch {
            throw Problem(
                .cannotCreate, at: file, "the model cannot be written", next: "check the folder and its permissions")
        }
        terminal.note("\(Counted.text(lessons.count, "post")) learned, \(model.bytes.count / 1024) KB.")
        if test {
            let tested = corpus.posts.enumerated().filter { $0.offset % 10 == 9 }.map(\.element)
            show(tested, read: engine.knowing([model]))
        }
        return corpus.faults
    }

    private func show(_ posts: [LabelledPost], read engine: TriageEngine) {
        for label in LearnedLabel.allCases {
            var matrix = ConfusionMatrix(label)
            for post in posts {
                guard let truth = post.labels[label] else { continue }
                matrix.add(truth: truth, read: engine.read(post.text, context: TriageContext()).word(of: label))
            }
            if output.json {
                terminal.result(.object([("label", .text(label.rawValue))] + MatrixView(matrix: matrix).fields))
            } else {
                terminal.result("\(label.rawValue): \(MatrixView(matrix: matrix).summary)")
                matrix.lines.forEach(terminal.result)
            }
        }
    }

    private var output: OutputOptions { terminal.options }
}
