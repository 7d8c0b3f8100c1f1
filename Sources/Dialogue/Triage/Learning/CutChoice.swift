/// Chooses from probabilities of posts that were not learned from where one word of a label ends and another begins.
enum CutChoice {
    /// The highest cut that still finds this share of what is true.
    static func keeping(_ recall: Double, of items: [(probability: Float, isTrue: Bool)]) -> Float {
        let probabilities = items.filter(\.isTrue).map(\.probability).sorted()
        guard !probabilities.isEmpty else { return 0.5 }
        let missed = Int((Double(probabilities.count) * (1 - recall)).rounded(.down))
        return min(probabilities[min(missed, probabilities.count - 1)], 0.5)
    }

    /// The cut at which the means of precision and recall of both sides are highest (macro F1).
    static func bestBalance(of items: [(probability: Float, isTrue: Bool)]) -> Float {
        let trueCount = items.count(where: \.isTrue)
        let sorted = items.sorted { $0.probability > $1.probability }
        var (best, cut): (Double, Float) = (-1, 0.5)
        var (found, taken) = (0, 0)
        for (index, item) in sorted.enumerated() {
            if item.isTrue { found += 1 } else { taken += 1 }
            if index + 1 < sorted.count, sorted[index + 1].probability == item.probability { continue }
            let f1 = f1(found: found, wrong: taken, missed: trueCount - found)
            let otherFound = items.count - trueCount - taken
            let otherF1 = Self.f1(found: otherFound, wrong: trueCount - found, missed: taken)
            if f1 + otherF1 > best { (best, cut) = (f1 + otherF1, item.probability) }
        }
        return min(max(cut, 0.1), 0.9)
    }

    /// What each word's probability has to be multiplied with so that the likeliest reads best: half by macro F1, half by the share of posts
    /// that are read right.
    ///
    /// By macro F1 alone rare words were called too often, and posts of voices that were not learned from read worse by either measure. Word
    /// by word, a few rounds; small corpora cannot tell more apart.
    static func bestReading(
        probabilities: [[Float]], classes: [String], truth: [String]
    ) -> [Float] {
        var cuts = [Float](repeating: 1, count: classes.count)
        var best = quality(probabilities, cuts, classes, truth)
        for _ in 0..<2 {
            for index in classes.indices {
                for factor in [Float(0.6), 0.8, 1.25, 1.6] {
                    var tried = cuts
                    tried[index] = min(max(tried[index] * factor, 0.4), 2.5)
                    let reached = quality(probabilities, tried, classes, truth)
                    if reached > best + 0.002 { (best, cuts) = (reached, tried) }
                }
            }
        }
        return cuts
    }

    private static func quality(
        _ probabilities: [[Float]], _ cuts: [Float], _ classes: [String], _ truth: [String]
    ) -> Double {
        var (found, wrong, missed) = (
            [Int](repeating: 0, count: classes.count), [Int](repeating: 0, count: classes.count),
            [Int](repeating: 0, count: classes.count)
        )
        let places = Dictionary(uniqueKeysWithValues: zip(classes, classes.indices))
        for (index, word) in truth.enumerated() {
            guard let place = places[word] else { continue }
            var (best, highest): (Int, Float) = (0, -1)
            for output in classes.indices {
                let value = probabilities[output][index] * cuts[output]
                if value > highest { (best, highest) = (output, value) }
            }
            if best == place {
                found[place] += 1
            } else {
                wrong[best] += 1
                missed[place] += 1
            }
        }
        let all = classes.indices.map { f1(found: found[$0], wrong: wrong[$0], missed: missed[$0]) }
        let macroF1 = all.reduce(0, +) / Double(classes.count)
        let right = Double(found.reduce(0, +)) / Double(max(1, truth.count))
        return (macroF1 + right) / 2
    }

    private static func f1(found: Int, wrong: Int, missed: Int) -> Double {
        let sum = 2 * found + wrong + missed
        return sum > 0 ? Double(2 * found) / Double(sum) : 0
    }
}
