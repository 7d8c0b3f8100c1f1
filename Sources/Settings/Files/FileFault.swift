/// Why a file could not be read.
package enum FileFault: Error, Hashable, Sendable {
    case missing
    case denied
    /// It is a folder.
    case folder
    /// It holds more than this many bytes.
    case tooLarge(limit: Int)
    /// The system's own error number.
    case failed(code: Int32)

    /// A fixed word, safe as a metric label.
    package var code: String {
        switch self {
        case .missing: "missing"
        case .denied: "denied"
        case .folder: "folder"
        case .tooLarge: "too-large"
        case .failed: "failed"
        }
    }

    /// What is wrong, as the middle of a sentence.
    package var what: String {
        switch self {
        case .missing: "no such file"
        case .denied: "this user may not read the file"
        case .folder: "a folder, not a file"
        case .tooLarge(let limit): "larger than \(limit >> 20) MiB"
        case .failed(let code): "cannot be read (system error \(code))"
        }
    }

    /// What the operator can do.
    package var next: String {
        switch self {
        case .missing: "check the path"
        case .denied: "give the user who runs antwort permission to read it"
        case .folder: "name the file in it"
        case .tooLarge: "check that the path leads to the right file"
        case .failed: "check the disk and the path"
        }
    }
}
