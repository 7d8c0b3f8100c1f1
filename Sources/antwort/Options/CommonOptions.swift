/// The options that every command takes: a section of their own, behind the options of the command itself.
enum CommonOptions {
    /// Over the section; the same for every group of options in it.
    static let title = "Common options"
}
