/// Gathers the mistakes of one file while it is being read.
final class MistakeList {
    /// A file that is no settings file at all shall not flood a terminal.
    static let mostShown = 200

    /// The file as it is shown.
    let file: String
    private var gathered: [SettingsMistake] = []

    init(file: String) {
        self.file = Shown.path(file)
    }

    var isEmpty: Bool { gathered.isEmpty }
    /// Whether there are more than will be shown: then advice is not worth working out.
    var isLong: Bool { gathered.count > Self.mostShown }

    /// `what` holds no semicolon, which parts it from `next` in the line that is printed.
    func add(_ place: TextPlace, _ field: String, _ what: String, _ next: String) {
        gathered.append(
            SettingsMistake(
                file: file, line: place.line, column: place.column, field: field.isEmpty ? "settings" : field,
                what: what, next: next))
    }

    /// The error that names them all, nil if there is none.
    var error: SettingsError? {
        guard !gathered.isEmpty else { return nil }
        var sorted = gathered.sorted()
        guard sorted.count > Self.mostShown, let last = sorted.last else { return SettingsError(mistakes: sorted) }

        let hidden = sorted.count - Self.mostShown
        sorted.removeLast(hidden)
        sorted.append(
            SettingsMistake(
                file: file, line: last.line, column: last.column, field: "file",
                what: "\(hidden) more mistakes are not shown",
                next: "correct the ones above first"))
        return SettingsError(mistakes: sorted)
    }
}
