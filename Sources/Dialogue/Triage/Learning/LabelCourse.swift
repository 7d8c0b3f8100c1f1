/// How one label is learned: what has to be solved for it, and what is made of the solutions.
///
/// Each word is told from the others by weights learned from all posts, and once more for each fold by weights that have not seen it: their
/// scores show how far a score can be trusted.
struct LabelCourse: Sendable {
    /// How much more a post counts that the desk's own people have labelled than one of the seed corpus.
    ///
    /// Where the seed had no post of the desk's trade, 3 read `for_us` better than 1 (macro F1 0.75 against 0.73); otherwise nothing from 1
    /// to 8 changed what was read of unseen voices by more than 0.015.
    private static let deskWeight: Float = 3
    /// Fewer posts of a word teach nothing.
    private static let leastMembers = 5
    /// So many posts of the desk say how its posts are spread, and what a score means there, better than the seed corpus does.
    private static let enoughOfDesk = 200
    private static let enoughMembersOfDesk = 20
    /// How many of those who need an answer may not be set aside.
    private static let answerRecall = 0.97
    /// How many of those who are a desk's own must be known as such while it has not shown who they are.
    private static let ownRecall = 0.93

    private let label: LearnedLabel
    private let lessons: [ModelTrainer.Lesson]
    private let folds: [LearningFold]
    /// Those that have the label, by their place among the lessons.
    private let taught: [Int]
    /// The places of the words of which there are enough posts.
    private let places: [Int]
    /// What has to be solved: for each of these words, once without each fold and once whole.
    let problems: [LinearTrainer.Problem]

    init(_ label: LearnedLabel, lessons: [ModelTrainer.Lesson], folds: [LearningFold]) {
        self.label = label
        self.lessons = lessons
        self.folds = folds
        let taught = lessons.indices.filter { lessons[$0].post.labels[label] != nil }
        self.taught = taught
        let words = label.classes
        places = words.indices.filter { place in
            let members = taught.count { lessons[$0].post.labels[label] == words[place] }
            return members >= Self.leastMembers && taught.count - members >= Self.leastMembers
        }
        problems = places.flatMap { place in
            let whole = Self.problem(of: words[place], for: label, taught, in: lessons)
            return (0..<LearningFold.count).map { fold in
                whole.leavingOut { folds[$0].number == fold }
            } + [whole]
        }
    }

    private static func problem(
        of word: String, for label: LearnedLabel, _ taught: [Int], in lessons: [ModelTrainer.Lesson]
    ) -> LinearTrainer.Problem {
        var signs = [Float](repeating: 0, count: lessons.count)
        var weights = [Float](repeating: 1, count: lessons.count)
        var (members, others): (Float, Float) = (0, 0)
        for index in taught {
            weights[index] = lessons[index].isFromDesk ? deskWeight : 1
            if lessons[index].post.labels[label] == word {
                signs[index] = 1
                members += weights[index]
            } else {
                signs[index] = -1
                others += weights[index]
            }
        }
        // What is rare must not be drowned: the square root of how much rarer it is than the rest.
        let balance = (others / max(members, 1)).squareRoot()
        for index in taught { weights[index] *= signs[index] > 0 ? max(1, balance) : max(1, 1 / max(balance, 1e-3)) }
        return LinearTrainer.Problem(signs: signs, weights: weights)
    }

    /// Puts what was learned into the model, with how far it can be trusted and where each word begins.
    /// - Parameter solutions: of its ``problems``, in their order.
    func finish(with solutions: [LinearTrainer.Solution], into model: inout TriageModel) {
        guard !places.isEmpty else { return }
        let parts = LearningFold.count + 1
        let ownPosts = taught.filter { lessons[$0].isFromDesk }
        let decisive = isDeskKnown ? ownPosts : taught
        var probabilities = label.classes.map { _ in [Float](repeating: 0, count: decisive.count) }
        for (index, place) in places.enumerated() {
            let word = label.classes[place]
            func score(_ post: Int) -> Float { solutions[index * parts + folds[post].number].scores[post] }
            let members = ownPosts.count { lessons[$0].post.labels[label] == word }
            let isKnown =
                members >= Self.enoughMembersOfDesk && ownPosts.count - members >= Self.enoughMembersOfDesk
            let judged = isKnown ? decisive : taught
            let calibration = Calibration(
                fitting: judged.map { (score($0), lessons[$0].post.labels[label] == word) })
            model.learn(
                solutions[index * parts + LearningFold.count].weights, calibration: calibration, cut: 1,
                at: label.outputs.lowerBound + place)
            probabilities[place] = decisive.map { calibration.probability(of: score($0)) }
        }
        setCuts(probabilities, truth: decisive.map { lessons[$0].post.labels[label] ?? "" }, in: &model)
    }

    private var isDeskKnown: Bool { taught.count { lessons[$0].isFromDesk } >= Self.enoughOfDesk }

    private func cut(of items: [(probability: Float, isTrue: Bool)]) -> Float {
        let balanced = CutChoice.bestBalance(of: items)
        switch label {
        case .needsAnswer: return CutChoice.keeping(Self.answerRecall, of: items)
        case .forUs where !isDeskKnown: return min(balanced, CutChoice.keeping(Self.ownRecall, of: items))
        default: return balanced
        }
    }

    /// Where a label that is true or false begins to be true, and what each word of another counts.
    private func setCuts(_ probabilities: [[Float]], truth: [String], in model: inout TriageModel) {
        if label.isBinary {
            let items = zip(probabilities[0], truth).map { (probability: $0, isTrue: $1 == "true") }
            model.setCut(cut(of: items), at: label.outputs.lowerBound)
        } else {
            let cuts = CutChoice.bestReading(
                probabilities: probabilities, classes: label.classes, truth: truth)
            for (output, cut) in zip(label.outputs, cuts) where model.outputs[output].isLearned {
                model.setCut(cut, at: output)
            }
        }
    }
}

extension LinearTrainer.Problem {
    /// The same without some posts.
    func leavingOut(_ isLeftOut: (Int) -> Bool) -> LinearTrainer.Problem {
        LinearTrainer.Problem(
            signs: signs.enumerated().map { isLeftOut($0.offset) ? 0 : $0.element }, weights: weights)
    }
}
