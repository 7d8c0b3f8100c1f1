package import Dialogue

/// Picks the threads of one brand out of an export that holds those of many, in two passes over the file.
///
/// In the first pass ``note(_:)`` takes every report, in any order; ``close()`` works out which threads hold a post
/// of the brand; in the second ``keeps(_:)`` says which posts belong to them. Replies to one post that is not in the
/// file are one thread.
///
/// Costs 17 bytes a post in the first pass, some 35 while closing and 8 for each kept one afterwards: about 100 MB at
/// most for three million.
package struct ExportSelection: Sendable {
    private let brand: Author
    private var network: Network?
    private var ids: [UInt64] = []
    /// 0 where there is no parent.
    private var parents: [UInt64] = []
    private var isByBrand: [Bool] = []
    /// After closing: ids of posts in threads of the brand, ascending.
    private var kept: [UInt64] = []

    /// - Parameter brand: the author by id or handle, as ``Dialogue/Author/isMeant(by:)`` compares them.
    package init(threadsOf brand: Author) {
        self.brand = brand
    }

    /// How many posts were noted.
    package var noted: Int { ids.count }

    /// Takes the place of a post in its thread. Deletions say nothing about it.
    package mutating func note(_ report: PostReport) {
        guard case .said(let post) = report else { return }
        if network == nil { network = post.key.network }
        ids.append(number(post.key.network, post.key.remoteID))
        parents.append(post.parent.map { number(post.key.network, $0) } ?? 0)
        let author = Mention.normalised(post.author.id)
        isByBrand.append(
            brand.isMeant(by: author) || post.author.handle.map { brand.isMeant(by: Mention.normalised($0)) } == true)
    }

    /// Works out the threads of the brand and forgets the rest.
    package mutating func close() {
        var groups = DisjointSets(count: ids.count)
        let order = (0..<UInt32(ids.count)).sorted { [ids] in ids[Int($0)] < ids[Int($1)] }

        // Several rows of one post are revisions of it.
        for (previous, next) in zip(order, order.dropFirst()) where ids[Int(previous)] == ids[Int(next)] {
            groups.join(previous, next)
        }
        var orphans: [UInt32] = []
        for row in ids.indices where parents[row] != 0 {
            if let parent = position(of: parents[row], in: order) {
                groups.join(UInt32(row), order[parent])
            } else {
                orphans.append(UInt32(row))
            }
        }
        orphans.sort { [parents] in parents[Int($0)] < parents[Int($1)] }
        for (previous, next) in zip(orphans, orphans.dropFirst()) where parents[Int(previous)] == parents[Int(next)] {
            groups.join(previous, next)
        }

        var holdsBrand = [Bool](repeating: false, count: ids.count)
        for row in ids.indices where isByBrand[row] { holdsBrand[Int(groups.root(of: UInt32(row)))] = true }
        parents = []
        isByBrand = []
        for row in order where holdsBrand[Int(groups.root(of: row))] && kept.last != ids[Int(row)] {
            kept.append(ids[Int(row)])
        }
        ids = []
    }

    /// Whether a post belongs to a thread of the brand. Asked after ``close()``; before it, nothing does.
    package func keeps(_ key: PostKey) -> Bool {
        let wanted = number(key.network, key.remoteID)
        var low = 0
        var high = kept.count
        while low < high {
            let middle = (low + high) / 2
            if kept[middle] < wanted { low = middle + 1 } else { high = middle }
        }
        return low < kept.count && kept[low] == wanted
    }

    private func position(of id: UInt64, in order: [UInt32]) -> Int? {
        var low = 0
        var high = order.count
        while low < high {
            let middle = (low + high) / 2
            if ids[Int(order[middle])] < id { low = middle + 1 } else { high = middle }
        }
        return low < order.count && ids[Int(order[low])] == id ? low : nil
    }

    /// A decimal id as it is, any other as a 64-bit FNV-1a hash with the highest bit set; never 0.
    private func number(_ network: Network, _ id: String) -> UInt64 {
        let isPlain = network == self.network
        if isPlain, let first = id.utf8.first, (0x31...0x39).contains(first), id.utf8.count < 19 {
            var value: UInt64 = 0
            var isDecimal = true
            for byte in id.utf8 {
                let digit = byte &- 0x30
                guard digit < 10 else {
                    isDecimal = false
                    break
                }
                value = value * 10 + UInt64(digit)
            }
            if isDecimal { return value }
        }
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        if !isPlain {
            for byte in network.name.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
            hash = (hash ^ 0xFF) &* 0x100_0000_01B3
        }
        for byte in id.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        return hash | 1 << 63
    }
}
