/// A settings file as it was read from disk, not yet understood.
package struct SettingsFile: Sendable {
    /// More than a holiday file has.
    package static let mostReferredBytes = 8 << 20

    /// As the operator named it.
    package let path: String
    package let bytes: [UInt8]

    package init(path: String, bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
    }

    /// Opens the file at `path`.
    ///
    /// - Throws: one mistake, in the field `file`, if it cannot be read or is far too large.
    package init(reading path: String) throws(SettingsError) {
        switch BoundedFile.read(path, limit: YAMLReader.mostBytes) {
        case .success(let bytes):
            self.init(path: path, bytes: bytes)
        case .failure(let fault):
            throw SettingsError(mistakes: [
                SettingsMistake(
                    file: Shown.path(path), line: 1, column: 1, field: "file", what: fault.what, next: fault.next)
            ])
        }
    }

    /// Understands the file.
    ///
    /// - Throws: every mistake in it, at once.
    package func settings(in surroundings: SettingsSurroundings) throws(SettingsError) -> BrandSettings {
        try reading(in: surroundings).settings
    }

    /// The settings, and the files they refer to with what stood in them.
    func reading(
        in surroundings: SettingsSurroundings
    ) throws(SettingsError) -> (settings: BrandSettings, referred: [ReferredFile]) {
        let mistakes = MistakeList(file: path)
        let root = YAMLReader(mistakes: mistakes).read(bytes)
        if root == nil, let error = mistakes.error { throw error }

        let reader = BrandReader(source: SourceLines(bytes), surroundings: surroundings, mistakes: mistakes)
        let settings = reader.read(root ?? YAMLNode(place: .start, content: .mapping([])))
        if let error = mistakes.error { throw error }
        return (settings, reader.referred)
    }
}
