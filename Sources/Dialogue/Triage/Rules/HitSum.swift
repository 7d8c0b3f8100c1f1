/// Adds up the weights of hits in the order of the text; of hits over the same words only the heaviest counts.
struct HitSum {
    private(set) var total = 0.0
    private var last = -1
    private var weight = 0.0

    /// Adds a hit.
    /// - Returns: by how much the total grew.
    @discardableResult
    mutating func add(_ hit: Hit) -> Double {
        var growth = hit.weight
        if hit.first <= last {
            growth = max(0, hit.weight - weight)
            weight = max(weight, hit.weight)
        } else {
            weight = hit.weight
        }
        last = max(last, hit.last)
        total += growth
        return growth
    }
}
