/// What the author feels.
package enum Emotion: String, Hashable, Sendable, CaseIterable {
    case anger
    case disappointment
    case worry
    case sadness
    case joy
    case neutral
}
