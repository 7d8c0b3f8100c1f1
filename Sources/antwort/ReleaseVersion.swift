/// What `antwort --version` prints.
enum ReleaseVersion {
    static let text = "antwort 0.1.0"
}
