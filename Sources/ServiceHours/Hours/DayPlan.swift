/// What the rules say about one local date, minute by minute, as spans in order from 00:00 to 24:00.
struct DayPlan {
    struct Span: Hashable {
        /// Minutes from local midnight.
        let start: Int
        var end: Int
        /// The rule that decides; nil where no rule speaks.
        let rule: Int?
        /// Whether the rule speaks from the day before.
        let runsOver: Bool
        let isOpen: Bool
    }

    let spans: [Span]
    /// The rule that emptied the day last.
    let replacedBy: Int?
}

/// Lays the rules of a day over one another.
///
/// The day is cut at every minute at which some rule begins or ends, so that a rule paints a few cells instead of hundreds of minutes.
struct DayPainter {
    private struct Layers {
        /// Cells that the rule covers on a day it matches.
        var today: [Range<Int>] = []
        /// Cells it covers on the next day.
        var morning: [Range<Int>] = []
    }

    private let rules: [HoursRule]
    private let layers: [Layers]
    /// The minutes at which cells begin, and 1,440.
    private let cuts: [Int]
    /// Per cell 0, or twice the number of the deciding rule from 1, plus 1 when it runs over from the day before.
    private var cells: [Int]

    init(rules: [HoursRule]) {
        let length = HoursRule.dayLength
        var isCut = Array(repeating: false, count: length + 1)
        isCut[0] = true
        isCut[length] = true
        for range in rules.lazy.flatMap(\.times) {
            isCut[range.lowerBound] = true
            isCut[range.upperBound <= length ? range.upperBound : range.upperBound - length] = true
        }
        let cuts = isCut.indices.filter { isCut[$0] }
        var cellAt = Array(repeating: 0, count: length + 1)
        for (cell, minute) in cuts.enumerated() { cellAt[minute] = cell }

        self.rules = rules
        self.cuts = cuts
        cells = Array(repeating: 0, count: cuts.count - 1)
        layers = rules.map { rule in
            var layers = Layers()
            for range in rule.times {
                layers.today.append(cellAt[range.lowerBound]..<cellAt[min(range.upperBound, length)])
                if range.upperBound > length { layers.morning.append(0..<cellAt[range.upperBound - length]) }
            }
            return layers
        }
    }

    /// The plan of a day, given which rules match it and which match the day before.
    mutating func plan(isMatched: (Int) -> Bool, wasMatched: (Int) -> Bool) -> DayPlan {
        var replacedBy: Int?
        clear()
        for index in rules.indices {
            if isMatched(index) {
                if rules[index].replacesDay {
                    clear()
                    replacedBy = index
                }
                for range in layers[index].today { paint(range, index, runsOver: false) }
            }
            if !layers[index].morning.isEmpty, wasMatched(index) {
                for range in layers[index].morning { paint(range, index, runsOver: true) }
            }
        }
        return DayPlan(spans: spans(), replacedBy: replacedBy)
    }

    private mutating func clear() {
        for cell in cells.indices { cells[cell] = 0 }
    }

    private mutating func paint(_ range: Range<Int>, _ index: Int, runsOver: Bool) {
        let colour = index * 2 + (runsOver ? 3 : 2)
        let isFallback = rules[index].introduction == .fallback
        for cell in range where !isFallback || isOff(cells[cell]) { cells[cell] = colour }
    }

    private func isOff(_ colour: Int) -> Bool {
        colour == 0 || rules[colour / 2 - 1].state == .off
    }

    private func spans() -> [DayPlan.Span] {
        var spans: [DayPlan.Span] = []
        var start = 0
        for cell in 1...cells.count where cell == cells.count || cells[cell] != cells[start] {
            let colour = cells[start]
            spans.append(
                DayPlan.Span(
                    start: cuts[start], end: cuts[cell], rule: colour == 0 ? nil : colour / 2 - 1,
                    runsOver: colour % 2 == 1, isOpen: colour != 0 && rules[colour / 2 - 1].state == .open))
            start = cell
        }
        return spans
    }
}
