/// Rows that belong together, by whatever joins them (union by halved paths; nearly constant time a step).
struct DisjointSets {
    private var parent: [UInt32]

    init(count: Int) {
        parent = Array(0..<UInt32(count))
    }

    mutating func join(_ left: UInt32, _ right: UInt32) {
        let left = root(of: left)
        let right = root(of: right)
        guard left != right else { return }
        parent[Int(max(left, right))] = min(left, right)
    }

    /// The row that stands for all that belong together.
    mutating func root(of row: UInt32) -> UInt32 {
        var row = row
        while parent[Int(row)] != row {
            parent[Int(row)] = parent[Int(parent[Int(row)])]
            row = parent[Int(row)]
        }
        return row
    }
}
