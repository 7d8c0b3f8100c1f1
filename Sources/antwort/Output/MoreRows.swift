/// The last line of a list that was cut off.
enum MoreRows {
    /// - Parameter limit: how many rows were shown.
    static func note(after limit: Int) -> String {
        "There are more than these \(limit): see them with --limit \(limit < .max / 2 ? limit * 2 : limit)."
    }
}
