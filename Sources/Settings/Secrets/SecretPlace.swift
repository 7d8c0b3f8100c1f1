/// Where a secret stands: the environment comes before the settings.
package enum SecretPlace: Hashable, Sendable {
    case variable(name: String, value: String)
    case file(SecretFile)

    /// The place of an account's token; nil if neither the environment nor the settings have one. An empty variable counts as unset.
    package static func token(of account: AccountSettings, in environment: [String: String]) -> SecretPlace? {
        let variable = tokenVariable(ofAccount: account.name)
        if let value = environment[variable], !value.isEmpty { return .variable(name: variable, value: value) }
        return account.tokenFile.map { .file(SecretFile(path: $0)) }
    }

    /// `ANTWORT_TOKEN_` and the account's name in capitals, `.` and `-` as `_`.
    package static func tokenVariable(ofAccount name: String) -> String {
        let word = name.utf8.map { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"): byte - 0x20
            case UInt8(ascii: "-"), UInt8(ascii: "."): UInt8(ascii: "_")
            default: byte
            }
        }
        return "ANTWORT_TOKEN_" + String(decoding: word, as: UTF8.self)
    }

    /// The secret.
    package func read() throws(SecretError) -> Secret {
        switch self {
        case .file(let file): return try file.read()
        case .variable(let name, let value):
            do {
                return try Secret(value)
            } catch {
                throw SecretError(place: .variable(name), fault: error)
            }
        }
    }
}

extension SecretPlace: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// The path or the variable's name, never its value.
    package var description: String {
        switch self {
        case .variable(let name, _): name
        case .file(let file): Shown.path(file.path)
        }
    }

    package var debugDescription: String { description }
    package var customMirror: Mirror { Mirror(self, children: []) }
}
