import Dialogue
import Testing

@Suite struct `A label that was tried` {
    /// How often true was read where it is true, and false where it is false, of ten and ten.
    typealias Read = (found: Int, setAside: Int)

    @Test(
        "is learned where it is read better, and needs_answer only where nobody is lost",
        arguments: [
            (.forUs, (5, 5), (6, 5), .learned), (.forUs, (5, 5), (5, 5), .noBetter),
            (.forUs, (6, 5), (5, 5), .noBetter),
            (.forUs, (9, 1), (6, 9), .learned),
            (.needsAnswer, (9, 1), (6, 9), .noBetter), (.needsAnswer, (9, 1), (9, 5), .learned),
            (.needsAnswer, (10, 1), (9, 9), .noBetter), (.needsAnswer, (10, 1), (10, 2), .learned),
            (.needsAnswer, (4, 5), (5, 5), .learned),
        ] as [(LearnedLabel, Read, Read, LabelTrial.Verdict)])
    func verdict(label: LearnedLabel, before: Read, after: Read, expected: LabelTrial.Verdict) {
        var trial = LabelTrial(label: label, mark: LessonMark(of: label, in: []), lessons: 100, aside: 20)
        #expect(trial.verdict == .nothingNew && trial.before == nil)
        trial.judge(before: matrix(label, before), after: matrix(label, after), leastRecall: 0.95)
        #expect(trial.verdict == expected)
        #expect((trial.recallAfter != nil) == (label == .needsAnswer))
    }

    private func matrix(_ label: LearnedLabel, _ read: Read) -> Dialogue.ConfusionMatrix {
        var matrix = Dialogue.ConfusionMatrix(label)
        for number in 0..<10 {
            matrix.add(truth: "true", read: number < read.found ? "true" : "false")
            matrix.add(truth: "false", read: number < read.setAside ? "false" : "true")
        }
        return matrix
    }

    @Test func `has another mark as soon as one lesson comes, goes or says something else, in whatever order`() {
        func lesson(_ id: String, _ word: String?) -> LabelledPost {
            LabelledPost(
                id: id, text: "text", language: .german,
                labels: word.map { [.intent: $0, .sentiment: "neutral"] } ?? [:])
        }
        let lessons = [lesson("1", "chat"), lesson("2", "praise"), lesson("3", nil)]
        let mark = LessonMark(of: .intent, in: lessons)
        #expect(mark == LessonMark(of: .intent, in: lessons.reversed()))
        #expect(mark == LessonMark(of: .intent, in: Array(lessons.prefix(2))))
        for other in [
            [lesson("1", "chat")], [lesson("1", "chat"), lesson("2", "chat")], lessons + [lesson("4", "chat")],
        ] {
            #expect(mark != LessonMark(of: .intent, in: other))
        }
    }
}
