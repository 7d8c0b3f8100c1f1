/// Why a secret cannot be used. No case holds anything of the secret.
package enum SecretFault: Error, Hashable, Sendable {
    case missing
    case denied
    /// A folder, a pipe or a device.
    case noFile
    /// Others than its owner may read or write it; the mode's permission bits.
    case exposed(mode: UInt32)
    case tooLarge
    case empty
    /// More than one line, or a control character.
    case notOneLine
    /// A blank at the beginning or end.
    case blank
    case notUTF8
    /// It should be the address of a web hook and is none, for this reason.
    case noAddress(what: String)
    /// The system's own error number.
    case failed(code: Int32)

    /// A fixed word, safe as a metric label.
    package var code: String {
        switch self {
        case .missing: "missing"
        case .denied: "denied"
        case .noFile: "no-file"
        case .exposed: "exposed"
        case .tooLarge: "too-large"
        case .empty: "empty"
        case .notOneLine: "not-one-line"
        case .blank: "blank"
        case .notUTF8: "not-utf8"
        case .noAddress: "no-address"
        case .failed: "failed"
        }
    }

    /// What is wrong, as the middle of a sentence.
    package var what: String {
        switch self {
        case .missing: "no such file"
        case .denied: "this user may not read the file"
        case .noFile: "not a regular file"
        case .exposed(let mode): "others can read or write it (mode \(Self.octal(mode)))"
        case .tooLarge: "larger than \(SecretFile.mostBytes) bytes, which no secret is"
        case .empty: "it is empty"
        case .notOneLine: "more than one line, or a control character"
        case .blank: "a blank at the beginning or end"
        case .notUTF8: "not UTF-8 text"
        case .noAddress(let what): "\(what), where the address of a web hook belongs"
        case .failed(let code): "cannot be read (system error \(code))"
        }
    }

    private static func octal(_ mode: UInt32) -> String {
        let digits = String(mode, radix: 8)
        return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
}
