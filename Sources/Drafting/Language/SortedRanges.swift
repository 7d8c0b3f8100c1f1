extension Array<Range<Int>> {
    /// Whether one of the ranges, which are in order and apart from each other, has a place in common with another.
    func anyOverlaps(_ range: Range<Int>) -> Bool {
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if self[middle].upperBound <= range.lowerBound { low = middle + 1 } else { high = middle }
        }
        return low < count && self[low].overlaps(range)
    }
}
