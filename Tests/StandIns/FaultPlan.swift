/// Which requests meet which faults: the first rule that fits counts.
package struct FaultPlan: Sendable {
    package struct Rule: Sendable {
        let method: String?
        let pathPrefix: String
        let occurrences: ClosedRange<Int>
        let faults: [Fault]

        /// `occurrences` counts the requests that fit method and path, from 1.
        package init(
            method: String? = nil, pathPrefix: String = "/", occurrences: ClosedRange<Int> = 1...Int.max,
            _ faults: [Fault]
        ) {
            self.method = method
            self.pathPrefix = pathPrefix
            self.occurrences = occurrences
            self.faults = faults
        }
    }

    private let rules: [Rule]
    private var seen: [Int]

    package init(_ rules: [Rule]) {
        self.rules = rules
        seen = rules.map { _ in 0 }
    }

    package static let none = FaultPlan([])

    package static func always(_ faults: Fault...) -> FaultPlan {
        FaultPlan([Rule(faults)])
    }

    /// The faults of the next request, which counts as seen.
    mutating func faults(method: String, path: String) -> [Fault] {
        var found: [Fault]?
        for (index, rule) in rules.enumerated()
        where (rule.method ?? method) == method && path.hasPrefix(rule.pathPrefix) {
            seen[index] += 1
            if found == nil, rule.occurrences.contains(seen[index]) { found = rule.faults }
        }
        return found ?? []
    }
}
