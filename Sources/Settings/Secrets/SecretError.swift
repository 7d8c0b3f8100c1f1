/// A secret that cannot be used: where it was looked for and why.
package struct SecretError: Error, Hashable, Sendable {
    /// Where secrets are looked for; what names the place is no secret.
    package enum Place: Hashable, Sendable {
        /// Its path.
        case file(String)
        /// The name of the environment variable.
        case variable(String)
    }

    package let place: Place
    package let fault: SecretFault

    package init(place: Place, fault: SecretFault) {
        self.place = place
        self.fault = fault
    }

    /// A fixed word, safe as a metric label.
    package var code: String { "secret-\(fault.code)" }

    /// What is wrong, as the middle of a sentence.
    package var what: String { fault.what }

    /// What the operator can do.
    package var next: String {
        switch (place, fault) {
        case (.variable(let name), _): "set \(name) to the secret alone, in one line, or unset it"
        case (_, .missing): "write the secret into it, or correct the path in the settings"
        case (_, .denied): "make it the file of the user who runs antwort: chown"
        case (_, .noFile): "name the file that holds the secret"
        case (.file(let path), .exposed):
            "chmod 600 \(Shown.shellWord(path)), and replace the secret if somebody may have read it"
        case (_, .tooLarge): "check that the path leads to the right file"
        case (_, .empty), (_, .notOneLine), (_, .blank), (_, .notUTF8): "write the secret alone, in one line"
        case (_, .noAddress): "write the URL alone, beginning with https://"
        case (_, .failed): "check the disk and the path"
        }
    }
}

extension SecretError: CustomStringConvertible {
    package var description: String {
        switch place {
        case .file(let path): "\(Shown.path(path)): file: \(what); \(next)"
        case .variable(let name): "environment: \(name): \(what); \(next)"
        }
    }
}
