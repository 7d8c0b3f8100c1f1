import Connectors
import Transfers

extension Problem {
    /// A transfer of a source that failed.
    init(_ error: TransferError, source: String) {
        let kind: Kind = error.code == .fileUnreadable ? .noInput : .unavailable
        self.init(
            kind, at: source, error.place.isEmpty ? error.code.rawValue : "\(error.place): \(error.code.rawValue)",
            next: error.advice)
    }

    /// An export that is not what it should be.
    init(_ error: ConnectorError, source: String) {
        let kind: Kind =
            switch error.code {
            case .credentials: .permission
            case .gone, .limited, .unavailable, .refused: .unavailable
            case .format, .column: .badData
            case .mapping, .cursor: .configuration
            }
        self.init(kind, at: source, field: error.place, error.code.rawValue, next: error.advice)
    }
}
