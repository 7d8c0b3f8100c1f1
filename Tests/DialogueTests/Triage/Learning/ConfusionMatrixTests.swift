import Dialogue
import Testing

@Suite struct `A confusion matrix` {
    @Test func `has the figures that follow from its counts`() {
        var matrix = Dialogue.ConfusionMatrix(.sentiment)
        for (truth, read, count) in [
            ("negative", "negative", 6), ("negative", "neutral", 2), ("neutral", "negative", 4),
            ("neutral", "neutral", 8),
        ] {
            for _ in 0..<count { matrix.add(truth: truth, read: read) }
        }
        #expect(matrix.total == 20)
        #expect(matrix.accuracy == 0.7)
        #expect(matrix.precision(of: "negative") == 0.6)
        #expect(matrix.recall(of: "negative") == 0.75)
        #expect(abs(matrix.f1(of: "negative") - 2.0 / 3) < 1e-12)
        // Of no post "positive" is true, so it does not count: (2/3 + 8/11) / 2.
        #expect(abs(matrix.macroF1 - (2.0 / 3 + 8.0 / 11) / 2) < 1e-12)
        #expect(matrix.lines.count == 4)
        #expect(matrix.lines[1].hasSuffix("0.600      0.750      0.667"))
    }

    @Test func `of nothing is nothing`() {
        let matrix = Dialogue.ConfusionMatrix(.intent)
        #expect(matrix.accuracy == 0 && matrix.macroF1 == 0 && matrix.precision(of: "chat") == 0)
    }
}
