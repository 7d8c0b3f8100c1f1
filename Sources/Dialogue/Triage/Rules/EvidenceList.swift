/// Gathers evidence, a few places for each value of a label: a megabyte of complaints needs no more than one.
struct EvidenceList {
    private(set) var items: [Evidence] = []

    /// The most places kept for one value of a label.
    static let mostPerValue = 8
    /// The most places kept in all.
    static let most = 128

    mutating func add(_ range: Range<Int>, _ label: LabelValue, _ reason: EvidenceReason) {
        guard items.count < Self.most, items.count(where: { $0.label == label }) < Self.mostPerValue else { return }
        items.append(Evidence(range: range, label: label, reason: reason))
    }

    var inTextOrder: [Evidence] {
        items.sorted { ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound) }
    }
}
