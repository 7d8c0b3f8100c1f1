import Foundation

/// Unicode normalization form C: what is hashed, counted and published.
enum NormalForm {
    /// The text in form C.
    static func composed(_ text: String) -> String {
        isSurelyComposed(text) ? text : text.precomposedStringWithCanonicalMapping
    }

    static func isComposed(_ text: String) -> Bool {
        isSurelyComposed(text)
            || text.unicodeScalars.elementsEqual(text.precomposedStringWithCanonicalMapping.unicodeScalars)
    }

    /// Below U+0300 nothing composes; most replies are done with here.
    private static func isSurelyComposed(_ text: String) -> Bool {
        text.unicodeScalars.allSatisfy { $0.value < 0x300 }
    }
}
