/// What the reader of a settings file needs to know about the machine, handed in as questions.
package struct SettingsSurroundings {
    /// The absolute path of the folder that holds the settings file; relative paths in it start here.
    package let directory: String
    /// Whether rules exist for a zone of this IANA name.
    package let knowsZone: (String) -> Bool
    /// All zones there are, asked for a suggestion when one is unknown.
    package let zoneNames: () -> [String]
    /// The bytes of a file the settings refer to, by absolute path.
    package let readFile: (String) -> Result<[UInt8], FileFault>

    package init(
        directory: String, knowsZone: @escaping (String) -> Bool, zoneNames: @escaping () -> [String] = { [] },
        readFile: @escaping (String) -> Result<[UInt8], FileFault>
    ) {
        self.directory = directory
        self.knowsZone = knowsZone
        self.zoneNames = zoneNames
        self.readFile = readFile
    }

    /// The real ones of a settings file: its folder, the host's zones, the file system.
    package init(settingsPath: String, zones: ZoneDirectory) {
        self.init(
            directory: FilePath.folder(of: settingsPath), knowsZone: zones.has, zoneNames: zones.names,
            readFile: { path in BoundedFile.read(path, limit: SettingsFile.mostReferredBytes) })
    }
}
