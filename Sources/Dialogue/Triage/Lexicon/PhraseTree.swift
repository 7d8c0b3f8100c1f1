/// The entries of a lexicon by their symbols: one walk from a word finds every entry that begins with it.
struct PhraseTree: Sendable {
    struct Meaning: Sendable {
        let category: LexiconCategory
        /// See ``LexiconCategory/places``.
        let place: UInt8
        let weight: Double
        let opensSentence: Bool
        let mark: Int32
        /// Where the entry's own name stands among the lexicon's names; negative for none.
        let name: Int16
    }

    private struct Node {
        var meanings: [Meaning] = []
        /// The node behind a gap, or negative.
        var gap: Int32 = -1
        var hasChildren = false
    }

    private var nodes: [Node] = [Node()]
    private var children = ChildTable()
    /// The root's children by symbol, negative for none: most words end the walk here.
    private var first: [Int32] = []
    /// Whether a symbol stands anywhere but first: most do not, and need not be looked for.
    private var comesLater: [Bool] = []

    mutating func insert(_ entry: LexiconEntry, name: Int16 = -1, words: inout WordIndex) {
        var node = 0
        for part in entry.parts {
            guard let symbol = words.symbol(for: part) else {
                if nodes[node].gap < 0 { nodes[node].gap = addNode() }
                node = Int(nodes[node].gap)
                continue
            }
            if entry.category == .numberWords { words.countAsNumber(symbol) }
            node = child(of: node, symbol)
        }
        let meaning = Meaning(
            category: entry.category, place: LexiconCategory.places[entry.category] ?? 0, weight: entry.weight,
            opensSentence: entry.opensSentence, mark: entry.mark, name: name)
        nodes[node].meanings.append(meaning)
    }

    /// The node that one word with this symbol leads to, if an entry begins with it.
    func start(_ symbol: Int32) -> Int? {
        let index = Int(symbol)
        guard index < first.count, first[index] >= 0 else { return nil }
        return Int(first[index])
    }

    /// Whether an entry has the symbol anywhere but first.
    func goesOn(with symbol: Int32) -> Bool {
        let index = Int(symbol)
        return index < comesLater.count && comesLater[index]
    }

    /// - Parameter symbol: one that ``goesOn(with:)``.
    func next(after node: Int, _ symbol: Int32) -> Int? { children[node, symbol] }

    func gap(after node: Int) -> Int? {
        nodes[node].gap < 0 ? nil : Int(nodes[node].gap)
    }

    func goesOn(after node: Int) -> Bool {
        nodes[node].hasChildren
    }

    func meanings(at node: Int) -> [Meaning] {
        nodes[node].meanings
    }

    private mutating func child(of node: Int, _ symbol: Int32) -> Int {
        if node == 0 {
            while first.count <= Int(symbol) { first.append(-1) }
            if first[Int(symbol)] < 0 { first[Int(symbol)] = addNode() }
            return Int(first[Int(symbol)])
        }
        while comesLater.count <= Int(symbol) { comesLater.append(false) }
        comesLater[Int(symbol)] = true
        if let known = children[node, symbol] { return known }
        let new = addNode()
        children.insert(new, after: node, symbol)
        nodes[node].hasChildren = true
        return Int(new)
    }

    private mutating func addNode() -> Int32 {
        nodes.append(Node())
        return Int32(nodes.count - 1)
    }
}
