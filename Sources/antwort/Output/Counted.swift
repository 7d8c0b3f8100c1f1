/// `1 calendar`, `2 calendars`.
enum Counted {
    /// - Parameter plural: where it is not the noun with an `s`.
    static func text(_ count: Int, _ noun: String, plural: String? = nil) -> String {
        count == 1 ? "1 \(noun)" : "\(count) \(plural ?? noun + "s")"
    }
}
