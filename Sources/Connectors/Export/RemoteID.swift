/// What an id in an export may look like: anything short. Ids are opaque and never reckoned with.
enum RemoteID {
    /// The most bytes an id may have: AT URIs, the longest we know, stay far below.
    static let longest = 1024

    static let complaint = "is no id: it is longer than \(longest) bytes, or holds a quote or NUL; check the mapping"
}
