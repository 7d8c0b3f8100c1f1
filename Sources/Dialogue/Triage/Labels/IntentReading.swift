/// What the author most likely wants, and how likely everything else is.
package struct IntentReading: Hashable, Sendable {
    /// The likeliest of `probabilities`.
    package let value: Intent

    /// One probability for each intent this model can recognise; they sum to 1.
    package let probabilities: IntentProbabilities

    /// Takes the likeliest for the intent.
    package init(_ probabilities: IntentProbabilities) {
        self.value = probabilities.likeliest
        self.probabilities = probabilities
    }

    /// The probability of `value`, 0…1.
    package var confidence: Double {
        probabilities[value] ?? 0
    }
}
