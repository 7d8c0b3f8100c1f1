/// Which of the brand's topics a post is about: the one whose keywords weigh most; of equals the first in the brand's list.
///
/// A keyword that is part of a longer one in the same place does not count. Where no keyword is found, a model that learned from people may
/// fill in, if it is sure.
struct TopicRule {
    let reading: Reading<String?>

    /// What the first unit of weight and each further one are worth.
    private static let first = 0.6
    private static let further = 0.1
    /// What the runner-up takes away for each unit.
    private static let doubt = 0.15
    private static let least = 0.3
    private static let most = 0.95
    /// How sure it is that none fits where no keyword was found.
    private static let none = 0.5

    init(
        _ text: TokenizedText, book: TopicBook, learned: () -> Reading<String>?, context: TriageContext,
        evidence: inout EvidenceList
    ) {
        let hits = book.hits(in: text, context: context).filter { $0.weight > 0 }
        var sums = [HitSum](repeating: HitSum(), count: book.names.count)
        for hit in hits where sums.indices.contains(Int(hit.mark)) { sums[Int(hit.mark)].add(hit) }
        var best: Int?
        for place in sums.indices where sums[place].total > (best.map { sums[$0].total } ?? 0) { best = place }
        guard let best else {
            reading =
                learned().map { Reading($0.value, confidence: $0.confidence) } ?? Reading(nil, confidence: Self.none)
            return
        }
        for hit in hits where Int(hit.mark) == best {
            evidence.add(text.scalars(from: hit.first, through: hit.last), .topic, .rule(.keyword))
        }
        let second = sums.indices.reduce(0.0) { $1 == best ? $0 : max($0, sums[$1].total) }
        let sure = Self.first + (sums[best].total - 1) * Self.further - second * Self.doubt
        reading = Reading(book.names[best], confidence: min(max(sure, Self.least), Self.most))
    }
}
