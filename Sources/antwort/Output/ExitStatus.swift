import Workflow

/// The exit codes of every command, after sysexits.h; README lists them.
enum ExitStatus: Int32, Sendable {
    /// Done, or nothing to do.
    case done = 0
    /// Done, but something was quarantined, held or failed; each was listed.
    case partly = 2
    case usage = 64
    case badData = 65
    case noInput = 66
    case unavailable = 69
    case `internal` = 70
    case cannotCreate = 73
    case io = 74
    case locked = 75
    case permission = 77
    case configuration = 78

    init(_ kind: Problem.Kind) {
        self =
            switch kind {
            case .partial: .partly
            case .badData: .badData
            case .noInput: .noInput
            case .unavailable: .unavailable
            case .internal: .internal
            case .cannotCreate: .cannotCreate
            case .io: .io
            case .locked: .locked
            case .permission: .permission
            case .configuration: .configuration
            }
    }
}
