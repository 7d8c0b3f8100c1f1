/// First come, first served, in constant time on average.
struct Line<Element> {
    private var elements: [Element?] = []
    private var served = 0

    var isEmpty: Bool { served == elements.count }

    mutating func append(_ element: Element) {
        elements.append(element)
    }

    mutating func popFirst() -> Element? {
        guard !isEmpty else { return nil }
        let first = elements[served]
        elements[served] = nil
        served += 1
        if served > 64, served * 2 > elements.count {
            elements.removeFirst(served)
            served = 0
        }
        return first
    }
}
