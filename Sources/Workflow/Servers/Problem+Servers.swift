package import Transfers

extension Problem {
    /// A request to an account's server that came to no answer.
    package init(_ error: TransferError, account: String) {
        self.init(error, source: account)
    }
}
