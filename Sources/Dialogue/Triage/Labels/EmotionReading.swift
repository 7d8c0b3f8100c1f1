/// What the author feels, and how strongly.
package struct EmotionReading: Hashable, Sendable {
    /// Which emotion.
    package let emotion: Reading<Emotion>

    /// 0…1, from calm to beside oneself.
    package let strength: Double

    /// Takes a strength outside 0…1 to the nearer end.
    package init(_ emotion: Reading<Emotion>, strength: Double) {
        self.emotion = emotion
        self.strength = strength.asConfidence
    }
}
