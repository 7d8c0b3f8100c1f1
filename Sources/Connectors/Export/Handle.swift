/// What people type to address an author.
enum Handle {
    /// `handle` without the `@` before it; nil when nothing is left.
    static func bare(_ handle: String) -> String? {
        let bare = handle.hasPrefix("@") ? String(handle.dropFirst()) : handle
        return bare.isEmpty ? nil : bare
    }
}
