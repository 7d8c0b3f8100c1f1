import ArgumentParser
import Assembly
import Dialogue
import Foundation
import Settings
import Workflow

struct TriageTrain: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "train", abstract: "Learn to read posts from what people have labelled and corrected.",
        usage: """
            antwort triage train [--language <language>] [options]
            antwort triage train --corpus <file> --into <file> [options]
            """,
        discussion: """
            Learns each label that has new lessons since the last training, from the seed corpus and all lessons: \
            posts of 'antwort triage import' and corrections. Every fifth lesson is kept aside, always the same ones: \
            a label takes the place of the one in use only where it reads them better (macro F1, the mean over the \
            label's words), and needs_answer only if it loses nobody who is read now or sees to at least 95 % of \
            those who need an answer. What is used then has learned from all lessons. Fewer than ten lessons aside \
            decide nothing. Posts that are stored already keep their labels.

            With --into it makes the model that comes with the program of a corpus alone, byte for byte the same \
            each time; 'make build' and 'make install' do that. --test keeps every tenth post aside and prints how \
            well it is read.

            Fields with --json: language lessons model labels; model is null where nothing was learned, labels holds \
            label verdict lessons aside before after recall_before recall_after.

            Exit codes: 0 tried, whether anything was learned or not; 2 the same, but lines of the corpus could not \
            be read, each is listed; 65 the header of the corpus is wrong; 66 there is no corpus; 73 there is no \
            store yet, or the model cannot be written; 75 another training is running.

            Examples:
              antwort triage train
              antwort triage train --corpus de.tsv --language de --into de.model
            """)

    @Option(
        help: ArgumentHelp(
            "Labelled posts of a seed corpus in one language. Without it: the one that was installed.",
            valueName: "file"))
    var corpus: String?

    @Option(
        help: ArgumentHelp(
            "Only this language: de or en. Without it: every language that has lessons.", valueName: "language"))
    var language: LearnedLanguage?

    @Option(
        help: ArgumentHelp("Write a model of the corpus alone to this file; needs no store.", valueName: "file"))
    var into: String?

    @Flag(help: "With --into: keep every tenth post aside, and say how well it is read.")
    var test = false

    @OptionGroup(title: CommonOptions.title) var places: PlaceOptions
    @OptionGroup(title: CommonOptions.title) var output: OutputOptions

    func validate() throws {
        if corpus != nil || into != nil, language == nil {
            throw ValidationError("Missing option --language: de or en, the language of the corpus.")
        }
        if into != nil, corpus == nil { throw ValidationError("Missing option --corpus: what is to be learned?") }
        if test, into == nil { throw ValidationError("--test goes with --into.") }
    }

    func run() async throws {
        let terminal = Terminal(options: output)
        let faults: [Problem]
        if let into, let language = language?.language {
            faults = try await SeedTraining(premises: Premises(places.request), terminal: terminal).run(
                corpus: corpus, language: language, into: into, test: test)
        } else {
            faults = try await learn(terminal)
        }
        faults.forEach(terminal.report)
        if !faults.isEmpty { throw ExitCode(ExitStatus.partly.rawValue) }
    }

    private func learn(_ terminal: Terminal) async throws -> [Problem] {
        let desk = try await places.openDesk(for: .writing)
        let lock = try RunLock.take("train", in: try desk.dataFolder, at: desk.now)
        defer { withExtendedLifetime(lock) {} }
        let training = try desk.trainingDesk()
        var languages = try await training.languages()
        if let language { languages = [language.language] }
        if languages.isEmpty {
            terminal.note(
                "There is nothing to learn from: see 'antwort triage import' and 'antwort conversations label'.")
        }
        var faults: [Problem] = []
        for language in languages {
            let corpus = try desk.premises.corpus(language, named: corpus, setting: desk.settings.templates)
            faults += corpus.faults
            let view = TrainingView(trained: try await training.train(language, corpus: corpus.posts))
            if output.json {
                terminal.result(view.json)
            } else {
                view.lines(width: terminal.width).forEach(terminal.result)
            }
        }
        return faults
    }
}
