import Dialogue

/// How well a label was read, for people and for programs.
struct MatrixView {
    let matrix: ConfusionMatrix

    var summary: String {
        "accuracy \(ShareText.text(matrix.accuracy)), macro F1 \(ShareText.text(matrix.macroF1)), \(Counted.text(matrix.total, "post"))"
    }

    var fields: [(String, JSONValue)] {
        let words = matrix.label.words
        return [
            ("posts", .count(matrix.total)), ("accuracy", .number(matrix.accuracy)),
            ("macro_f1", .number(matrix.macroF1)),
            (
                "words",
                .object(
                    words.map { word in
                        (
                            word,
                            .object([
                                ("precision", .number(matrix.precision(of: word))),
                                ("recall", .number(matrix.recall(of: word))), ("f1", .number(matrix.f1(of: word))),
                            ])
                        )
                    })
            ),
            (
                "confusion",
                .object(
                    zip(words, matrix.counts).map { word, row in
                        (word, .object(zip(words, row).map { ($0, .count($1)) }))
                    })
            ),
        ]
    }
}

/// A share of 1 with three decimals.
enum ShareText {
    static func text(_ share: Double?) -> String {
        guard let share, share.isFinite else { return "-" }
        let thousandths = Int((min(max(share, 0), 1) * 1000).rounded())
        return "\(thousandths / 1000).\(String(1000 + thousandths % 1000).dropFirst())"
    }
}
