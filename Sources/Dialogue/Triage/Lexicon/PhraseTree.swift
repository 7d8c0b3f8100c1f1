/// The entries of a lexicon by their symbols: one walk from a word finds every entry that begins with it.
struct PhraseTree: Sendable {
    struct Meaning: Sendable {
        let category: LexiconCategory
        let weight: Double
        let opensSentence: Bool
        let mark: Int32
    }

    private struct Node {
        var meanings: [Meaning] = []
        /// The node behind a gap, or negative.
        var gap: Int32 = -1
        var hasChildren = false
    }

    private var nodes: [Node] = [Node()]
    private var children: [UInt64: Int32] = [:]
    /// The root's children by symbol, negative for none: most words end the walk here.
    private var first: [Int32] = []

    mutating func insert(_ entry: LexiconEntry, words: inout WordIndex) {
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
            category: entry.category, weight: entry.weight, opensSentence: entry.opensSentence, mark: entry.mark)
        nodes[node].meanings.append(meaning)
    }

    /// The node that one word with this symbol leads to, if an entry begins with it.
    func start(_ symbol: Int32) -> Int? {
        let index = Int(symbol)
        guard index < first.count, first[index] >= 0 else { return nil }
        return Int(first[index])
    }

    func next(after node: Int, _ symbol: Int32) -> Int? {
        children[Self.key(node, symbol)].map(Int.init)
    }

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
        if let known = children[Self.key(node, symbol)] { return Int(known) }
        let new = addNode()
        children[Self.key(node, symbol)] = new
        nodes[node].hasChildren = true
        return Int(new)
    }

    private mutating func addNode() -> Int32 {
        nodes.append(Node())
        return Int32(nodes.count - 1)
    }

    private static func key(_ node: Int, _ symbol: Int32) -> UInt64 {
        UInt64(UInt32(bitPattern: Int32(node))) << 32 | UInt64(UInt32(bitPattern: symbol))
    }
}
