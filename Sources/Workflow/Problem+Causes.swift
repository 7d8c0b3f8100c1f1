package import Storage

extension Problem {
    /// A store that failed.
    package init(_ error: StorageError) {
        let kind: Kind =
            switch error.code {
            case .cannotOpen: .cannotCreate
            case .notAStore, .newerSchema: .badData
            case .busy: .locked
            case .full, .io: .io
            case .internal: .internal
            }
        self.init(kind, at: error.path, "the store failed: \(error.code.rawValue)", next: error.advice)
    }
}
