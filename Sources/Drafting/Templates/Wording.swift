import Mustache

/// One way to put a reply or a shared piece, checked and ready to be filled.
package struct Wording: Sendable {
    /// From 1, in the order of the file.
    let number: Int
    /// The line of the file it begins in.
    let line: Int
    let template: MustacheTemplate
    /// Every slot in it.
    let slots: Set<Slot>
    /// The slots that nothing guards: without them it cannot be used.
    let neededSlots: Set<Slot>
    /// The shared pieces it names.
    let pieces: Set<SharedPiece>
}
