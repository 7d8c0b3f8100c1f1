/// Everything that is wrong with a settings file, in one answer.
package struct SettingsError: Error, Hashable, Sendable {
    /// At least one, sorted by position.
    package let mistakes: [SettingsMistake]

    /// A fixed word, safe as a metric label.
    package var code: String { "settings" }

    package init(mistakes: [SettingsMistake]) {
        self.mistakes = mistakes
    }
}

extension SettingsError: CustomStringConvertible {
    /// One line for each mistake.
    package var description: String { mistakes.map(\.description).joined(separator: "\n") }
}
