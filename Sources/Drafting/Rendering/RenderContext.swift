import Mustache

/// What the template engine may see of the facts: the value of a slot, and whether it has one.
///
/// The engine turns what it cannot find into nothing. So every miss is written down here, and rendering fails on it.
final class RenderContext: MustacheParent {
    private let values: (Slot) -> String?
    private let isClosed: Bool
    private(set) var missing: [Slot] = []
    private(set) var unknown: [String] = []
    /// What was filled in, in the order of the text.
    private(set) var used: [(slot: Slot, value: String)] = []

    init(isClosed: Bool, values: @escaping (Slot) -> String?) {
        self.isClosed = isClosed
        self.values = values
    }

    func child(named name: String) -> Any? {
        let isQuestion = name.hasSuffix("?")
        let plain = String((isQuestion ? name.dropLast() : name[...]).map { $0 == "*" ? "." : $0 })
        guard let slot = Slot(name: plain) else {
            unknown.append(name)
            return nil
        }
        if isQuestion {
            if slot == .closed { return isClosed }
            if slot == .open { return !isClosed }
            return values(slot) != nil
        }
        guard let value = values(slot) else {
            missing.append(slot)
            return nil
        }
        used.append((slot, value))
        return value
    }
}
